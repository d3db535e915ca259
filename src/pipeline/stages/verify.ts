/** Counts the day's causes, and asks whether what was released has worked. */

import { causeName, causesIn } from '../../causes/membership.js';
import { categories } from '../../domain/categories.js';
import type { JourneyResult } from '../../domain/journey.js';
import type { CauseDays, DayCounts } from '../../domain/release.js';
import type { Incident } from '../../domain/report.js';
import type { Ticket } from '../../domain/ticket.js';
import { addDays } from '../../lib/calendar.js';
import { fingerprint } from '../../rank/fingerprint.js';
import type { Store } from '../../store/store.js';
import { trainingChanges } from '../../verify/changes.js';
import { causeDays, countDays, type NamedCause } from '../../verify/count-days.js';
import { countsFrom, followReleases, type TrainingDay, watchedIds } from '../../verify/follow.js';
import { ticketDays } from '../../verify/ticket-days.js';
import type { NightContext } from '../context.js';
import type { CohortsFound, Detected, Ingested, Linked, Verified } from '../so-far.js';
import type { Stage } from '../stage.js';

type Before = Ingested & Linked & Detected & CohortsFound;

export const verifyStage: Stage<Before, Verified> = {
  name: 'verify',
  async run(context, soFar) {
    const { store, faults } = context;
    const { night, from } = soFar;
    const past = await store.ticketHistory(night);
    const releases = await store.releases(night);
    const watched = watchedIds({ past, releases });
    const isPartial = faults.some(({ stage }) => stage === 'detect');
    const tickets = await ticketsOf(watched, store);
    const counts = isPartial ? [] : countTonight(soFar, tickets.filter(isPattern));
    const first = countsFrom({ past, releases, from });
    const parts =
      watched.length === 0
        ? []
        : causeDays(newestCounts(await store.dayCounts(first, night), counts));
    const causes = withTickets(parts, tickets, soFar.bot);
    const changes = await changesBefore(context, soFar);
    const earlier = await store.verifications(night);
    const input = { night, from, past, releases, causes, changes, earlier };
    return { followed: followReleases(input), counts };
  },
};

const countTonight = ({ outcome, sides, bot }: Before, patterns: readonly Ticket[]): DayCounts[] =>
  countDays({
    results: outcome.results,
    sessions: sides.sessions,
    causesIn: namedCauses(outcome.incidents, bot),
    patterns,
  });

/** The causes of a journey under the ids that tickets have. */
export function namedCauses(
  incidents: readonly Incident[],
  bot: string,
): (result: JourneyResult) => NamedCause[] {
  // A night has some hundred causes, and thousands of journeys that are part of them.
  const ids = new Map<string, string>();
  const idOf = (cause: Omit<NamedCause, 'id'>): string => {
    const name = causeName(cause);
    const id = ids.get(name) ?? fingerprint(cause, bot);
    ids.set(name, id);
    return id;
  };
  return (result) => causesIn(result, incidents).map((cause) => ({ ...cause, id: idOf(cause) }));
}

/** As the newest night had them. */
async function ticketsOf(ids: readonly string[], store: Store): Promise<Ticket[]> {
  const known = await Promise.all(ids.map((id) => store.ticket(id)));
  return known.flatMap((history) => history.at(-1)?.ticket ?? []);
}

/** No single journey shows it, so it is counted by itself. */
const isPattern = ({ category }: Ticket): boolean => categories[category].groundedIn === 'journeys';

/** The causes as they are counted, with those that watched tickets hold together under the tickets' ids. */
function withTickets(
  parts: readonly CauseDays[],
  tickets: readonly Ticket[],
  bot: string,
): CauseDays[] {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const held = new Set<string>();
  const together = tickets.flatMap((ticket) => {
    if (isPattern(ticket)) return [];
    const ids = ticket.parts.map((part) => fingerprint(part, bot));
    for (const id of ids) held.add(id);
    return ticketDays(ticket.id, ids, byId) ?? [];
  });
  return [...parts.filter(({ id }) => !held.has(id)), ...together];
}

function newestCounts(stored: readonly DayCounts[], tonight: readonly DayCounts[]): DayCounts[] {
  const days = new Map([...stored, ...tonight].map((counts) => [counts.day, counts]));
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

async function changesBefore(
  { store, calendar }: NightContext,
  { definition, night }: Before,
): Promise<TrainingDay[]> {
  if (!definition) return [];
  const states = await store.definitions(definition, calendar.startOf(addDays(night, 1)));
  return trainingChanges(states).map(({ at, intents }) => ({
    day: calendar.local(at).day,
    intents,
  }));
}
