/** Causes as tickets, in order of what is surely won by repairing them. */
import type { RankConfig } from '../domain/config.js';
import type { DirectContact, JourneyResult, SessionSummary } from '../domain/journey.js';
import { daysBetween } from '../domain/local-time.js';
import type { Ticket, TicketStatus } from '../domain/ticket.js';
import { fingerprints, type RankedCause } from './fingerprint.js';
import { trendOf } from './trend.js';
import { valuesOf } from './value.js';

export interface RankInput {
  results: readonly JourneyResult[];
  direct: readonly DirectContact[];
  /** All bot sessions, for how many the bot finishes by itself; unknown where absent. */
  sessions?: readonly SessionSummary[];
  bot: string;
  /** Local days, both inclusive. */
  from: string;
  to: string;
  night: string;
  /** Tickets of past nights. */
  history: readonly { id: string; since: string; status: TicketStatus }[];
}

/** @returns tickets by the lower end of their value's interval, then by value, journeys and id */
export function rank(
  causes: readonly RankedCause[],
  input: RankInput,
  config: RankConfig,
): Ticket[] {
  const { sessions = [], bot, night } = input;
  // Sums of fractions hang on their order in the last digit; the bytes of a night must not.
  const results = [...input.results].sort((a, b) => (a.session < b.session ? -1 : 1));
  const ordered = [...causes].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const past = new Map(input.history.map((ticket) => [ticket.id, ticket]));
  const ids = fingerprints(ordered, bot, new Set(past.keys()));
  const values = valuesOf(ordered, { results, sessions, days: daysSeen(input) }, config);
  const byId = new Map(results.map((result) => [result.session, result]));
  const tickets = ordered.map((cause, i): Ticket => {
    const id = ids[i] ?? '';
    const known = past.get(id);
    const own = cause.sessions.flatMap((session) => byId.get(session) ?? []);
    return {
      ...cause,
      id,
      rank: 0,
      status: known ? statusOf(known, night) : 'new',
      journeys: cause.sessions.length,
      share: shareOf(cause, results),
      value: values[i] ?? { minutesPerWeek: 0, interval: [0, 0], moneyPerWeek: null, parts: [] },
      trend: trendOf(own, input.to),
      suggestions: [],
      since: known?.since ?? night,
    };
  });
  return tickets.sort(byWorth).map((ticket, i) => ({ ...ticket, rank: i + 1 }));
}

/** A night that is run again sees its own tickets for the first time again. */
function statusOf({ since, status }: RankInput['history'][number], night: string): TicketStatus {
  if (status !== 'new') return status;
  return since >= night ? 'new' : 'open';
}

/** Days from the first handoff on record to the last day: a store that began last week holds one week, not four. */
function daysSeen({ results, from, to }: RankInput): number {
  let first = to;
  for (const { day } of results) if (day < first) first = day;
  return daysBetween(first < from ? from : first, to) + 1;
}

/** Share of the intent's handoffs, of all where there is no intent. */
function shareOf({ intent, sessions }: RankedCause, results: readonly JourneyResult[]): number {
  if (results.length === 0) return 0;
  if (intent === undefined) return sessions.length / results.length;
  const own = new Set(sessions);
  const whole = results.filter(
    ({ session, botIntent, trueIntent }) =>
      botIntent === intent || trueIntent.name === intent || own.has(session),
  );
  return sessions.length / Math.max(1, whole.length);
}

const byWorth = (a: Ticket, b: Ticket): number =>
  b.value.interval[0] - a.value.interval[0] ||
  b.value.minutesPerWeek - a.value.minutesPerWeek ||
  b.journeys - a.journeys ||
  (a.id < b.id ? -1 : 1);

/** An order of the causes' own, so that nothing hangs on the order in which they come. */
const keyOf = ({ category, intent, slot, cluster, window }: RankedCause): string =>
  JSON.stringify([category, intent ?? '', slot ?? '', cluster ?? '', window ?? '']);
