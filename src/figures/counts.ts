/** Plain counts behind the report's pictures: hours of the week, reasons for handing over, ways from intent to outcome. */

import type { FlowCount, HourCount } from '../domain/figures.js';
import type { HandoffReason, JourneyResult, SessionSummary } from '../domain/journey.js';
import { daysBetween, mondayOf } from '../lib/calendar.js';
import { groupBy } from '../lib/group-by.js';
import { linkedOf } from './by-day.js';
import { mostOfASide } from './settings.js';

/** Every hour of the week in which there was a session; what the bot did not end by itself counts as failed. */
export function hourCounts(sessions: readonly SessionSummary[]): HourCount[] {
  const cells = groupBy(sessions, ({ day, hour }) => 24 * daysBetween(mondayOf(day), day) + hour);
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([cell, own]) => ({
      weekday: Math.floor(cell / 24),
      hour: cell % 24,
      sessions: own.length,
      failed: own.filter(({ outcome }) => outcome !== 'contained').length,
    }));
}

/** The most frequent first. */
export function reasonCounts(
  results: readonly JourneyResult[],
): { reason: HandoffReason; journeys: number }[] {
  return [...groupBy(results, ({ handoff }) => handoff.reason)]
    .map(([reason, own]) => ({ reason, journeys: own.length }))
    .sort((a, b) => b.journeys - a.journeys || (a.reason < b.reason ? -1 : 1));
}

/** From what the bot acted on, over the queue, to what became of it; null is all the rest of a side, or what is not known. */
export function flowCounts(results: readonly JourneyResult[]): FlowCount[] {
  const linked = linkedOf(results);
  const intents = largest(linked.map(({ botIntent }) => botIntent));
  const queues = largest(linked.map(({ queue }) => queue));
  const rows = linked.map(({ botIntent, queue, outcome }) => ({
    intent: botIntent !== undefined && intents.has(botIntent) ? botIntent : null,
    queue: queue !== undefined && queues.has(queue) ? queue : null,
    outcome: outcomeOf(outcome),
  }));
  return [
    ...groupBy(rows, ({ intent, queue, outcome }) => JSON.stringify([intent, queue, outcome])),
  ]
    .flatMap(([, own]) => (own[0] ? [{ ...own[0], journeys: own.length }] : []))
    .sort((a, b) => b.journeys - a.journeys || (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ intent, queue, outcome }: FlowCount): string =>
  JSON.stringify([intent, queue, outcome]);

function outcomeOf({ transferred, resolved }: JourneyResult['outcome']): FlowCount['outcome'] {
  if (transferred === true) return 'passed_on';
  if (resolved === undefined) return 'unknown';
  return resolved ? 'resolved' : 'unresolved';
}

function largest(names: readonly (string | undefined)[]): Set<string> {
  const known = names.flatMap((name) => name ?? []);
  const counts = [...groupBy(known, (name) => name)].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  return new Set(counts.slice(0, mostOfASide).map(([name]) => name));
}
