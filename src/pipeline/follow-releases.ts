/** What became of the tickets that people released, and of those that they dismissed. */

import type { BotDefinition } from '../domain/conversation.js';
import type { SessionSummary } from '../domain/journey.js';
import type {
  CauseDays,
  DayCounts,
  Release,
  ReleaseCandidate,
  Releases,
  Verification,
} from '../domain/release.js';
import type { Ticket, TicketStatus } from '../domain/ticket.js';
import { addDays, type Calendar } from '../lib/calendar.js';
import { fingerprint } from '../rank/fingerprint.js';
import type { PastTicket, Store, StoredVerification, TicketState } from '../store/store.js';
import { trainingChanges } from '../verify/changes.js';
import { hasDoubled } from '../verify/doubled.js';
import { ticketDays } from '../verify/ticket-days.js';
import { baselineDays, ratesBefore, verify } from '../verify/verify.js';
import { winLoss } from '../verify/win-loss.js';
import { causeDays, countDays } from './count-days.js';
import type { CohortOutcome } from './stages/cohorts.js';

export interface FollowInput {
  night: string;
  /** First local date of the window. */
  from: string;
  bot: string;
  outcome: CohortOutcome;
  sessions: readonly SessionSummary[];
  definition: BotDefinition | null;
  calendar: Calendar;
  /** A detector failed: what it would have found today is not zero. */
  isPartial: boolean;
}

export interface Followed {
  /** Past tickets with the status that releases and doubled rates give them. */
  history: PastTicket[];
  /** Tonight's counts, verdicts and reopened tickets: to be stored with the night. */
  counts: DayCounts[];
  verifications: StoredVerification[];
  reopened: TicketState[];
  releases: readonly Release[];
  changes: readonly { day: string; intents: string[] }[];
}

export async function followReleases(input: FollowInput, store: Store): Promise<Followed> {
  const { night, from } = input;
  const past = await store.ticketHistory(night);
  const releases = await store.releases(night);
  const dismissed = past.filter(({ status }) => status === 'dismissed');
  const watched = [...new Set([...releases, ...dismissed].map(idOf))];
  const tickets = await ticketsOf(watched, store);
  const counts = input.isPartial ? [] : countTonight(input, tickets.filter(isPattern));
  const starts = [...releases.map(({ on }) => on), ...dismissed.map(({ decidedOn }) => decidedOn)];
  const first = starts.reduce<string>((a, b = from) => (a < b ? a : b), from);
  const parts =
    watched.length === 0
      ? []
      : causeDays(merged(await store.dayCounts(addDays(first, -baselineDays), night), counts));
  const causes = withTickets(parts, tickets, input.bot);
  const changes = await changesBefore(input, store);
  const verifications = verdicts(releases, causes, changes, {
    night,
    earlier: await store.verifications(night),
  });
  const reopened = doubled(dismissed, causes, night);
  return {
    history: past.map((ticket) => statusOf(ticket, verifications, reopened)),
    counts,
    verifications,
    reopened,
    releases,
    changes: changes.filter(({ day }) => day >= from),
  };
}

const idOf = (one: Release | PastTicket): string => ('ticket' in one ? one.ticket : one.id);

const countTonight = (
  { outcome, sessions, bot }: FollowInput,
  patterns: readonly Ticket[],
): DayCounts[] =>
  countDays({ results: outcome.results, sessions, incidents: outcome.incidents, bot, patterns });

/** As the newest night had them. */
async function ticketsOf(ids: readonly string[], store: Store): Promise<Ticket[]> {
  const known = await Promise.all(ids.map((id) => store.ticket(id)));
  return known.flatMap((history) => history.at(-1)?.ticket ?? []);
}

/** No single journey shows it, so it is counted by itself. */
const isPattern = ({ category }: Ticket): boolean =>
  category === 'dead_end_intent' || category === 'time_of_day_failure';

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

function merged(stored: readonly DayCounts[], tonight: readonly DayCounts[]): DayCounts[] {
  const days = new Map([...stored, ...tonight].map((counts) => [counts.day, counts]));
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

async function changesBefore(
  { definition, calendar, night }: FollowInput,
  store: Store,
): Promise<Followed['changes']> {
  if (!definition) return [];
  const states = await store.definitions(definition, calendar.startOf(addDays(night, 1)));
  return trainingChanges(states).map(({ at, intents }) => ({
    day: calendar.local(at).day,
    intents,
  }));
}

/** A release ends on the day before the next one of its ticket: from then on, the other is on trial. */
function verdicts(
  releases: readonly Release[],
  causes: readonly CauseDays[],
  changes: Followed['changes'],
  { night, earlier }: { night: string; earlier: readonly StoredVerification[] },
): StoredVerification[] {
  const before = new Map(earlier.map((one) => [nameOf(one.ticket, one.verification.release), one]));
  const days = [...new Set(releases.map(({ on }) => on))];
  const usual = new Map(days.map((day) => [day, ratesBefore(causes, day)]));
  return releases.map(({ ticket, on }) => {
    const next = releases.find((other) => other.ticket === ticket && other.on > on);
    const last = next ? addDays(next.on, -1) : night;
    const cause = causes.find(({ id }) => id === ticket) ?? unseen(ticket);
    const isUnchanged = unchanged({ from: addDays(on, -baselineDays), to: last }, changes, {
      causes,
      releases,
    });
    const verification = verify({
      cause,
      controls: causes.filter((other) => other.id !== ticket && isUnchanged(other, cause)),
      usual: usual.get(on) ?? ratesBefore(causes, on),
      release: on,
      night: last,
      earlier: before.get(nameOf(ticket, on))?.verification,
    });
    return { ticket, verification };
  });
}

const nameOf = (ticket: string, release: string): string => JSON.stringify([ticket, release]);

/** A ticket without a day on record: nothing can be said of it. */
const unseen = (id: string): CauseDays => ({
  id,
  category: 'unknown',
  owner: 'bot_team',
  basis: 'all',
  days: [],
});

/**
 * Whether nobody changed a cause, or anything else of its intent, in some days. What is found in all intents is found in
 * the changed ones too, so it says nothing of a repair in one of them.
 */
function unchanged(
  { from, to }: { from: string; to: string },
  changes: Followed['changes'],
  { causes, releases }: { causes: readonly CauseDays[]; releases: readonly Release[] },
): (other: CauseDays, cause: CauseDays) => boolean {
  const within = (day: string): boolean => day >= from && day <= to;
  const released = new Set(releases.filter(({ on }) => within(on)).map(({ ticket }) => ticket));
  const intents = new Set(
    causes.flatMap(({ id, intent }) => (released.has(id) && intent !== undefined ? [intent] : [])),
  );
  for (const { day, intents: names } of changes)
    if (within(day)) for (const name of names) intents.add(name);
  return ({ id, intent }, cause) =>
    !released.has(id) && (intent === undefined ? cause.intent === undefined : !intents.has(intent));
}

function doubled(
  dismissed: readonly PastTicket[],
  causes: readonly CauseDays[],
  night: string,
): TicketState[] {
  const days = new Map(causes.map((cause) => [cause.id, cause.days]));
  return dismissed
    .filter(({ id, decidedOn = night }) => hasDoubled(days.get(id) ?? [], decidedOn, night))
    .map(({ id }) => ({ id, on: night, status: 'open', by: 'handback: the rate doubled' }));
}

/** The newest word counts: a release, or what a person decided after it. */
function statusOf(
  ticket: PastTicket,
  verifications: readonly StoredVerification[],
  reopened: readonly TicketState[],
): PastTicket {
  if (reopened.some(({ id }) => id === ticket.id)) return { ...ticket, status: 'open' };
  const own = newestOf(verifications, ticket.id);
  if (!own || (ticket.decidedOn ?? '') > own.release) return ticket;
  return { ...ticket, status: releasedStatus(own) };
}

const newestOf = (
  verifications: readonly StoredVerification[],
  id: string,
): Verification | undefined =>
  verifications.filter(({ ticket }) => ticket === id).at(-1)?.verification;

const releasedStatus = ({ verdict }: Verification): TicketStatus =>
  verdict === 'too_early' ? 'released' : verdict;

/** The report's part: one row a released ticket, whether or not tonight has it. */
export async function reportReleases(
  { verifications, releases, changes, history }: Followed,
  tickets: readonly Ticket[],
  store: Store,
): Promise<Releases> {
  const status = new Map([...history, ...tickets].map((one) => [one.id, one.status]));
  const ids = [...new Set(verifications.map(({ ticket }) => ticket))];
  const rows = await Promise.all(
    ids.map(async (id) => {
      const verification = newestOf(verifications, id);
      const known =
        tickets.find((ticket) => ticket.id === id) ?? (await store.ticket(id)).at(-1)?.ticket;
      if (!verification) return [];
      return {
        id,
        title: known?.title ?? id,
        owner: known?.owner ?? 'bot_team',
        status: status.get(id) ?? releasedStatus(verification),
        verification,
      };
    }),
  );
  return {
    tickets: rows.flat(),
    winLoss: winLoss(verifications.map(({ verification }) => verification)),
    candidates: changes.flatMap((change) => candidateOf(change, tickets, releases)),
  };
}

const settled = new Set<TicketStatus>(['dismissed', 'verified', 'released']);

/** A change of the training data that looks like the repair of open tickets: people should say whether it is. */
function candidateOf(
  { day, intents }: Followed['changes'][number],
  tickets: readonly Ticket[],
  releases: readonly Release[],
): ReleaseCandidate[] {
  const named = new Set(releases.filter(({ on }) => on >= day).map(({ ticket }) => ticket));
  const open = tickets.filter(
    ({ id, owner, intents: own, status, since }) =>
      owner === 'bot_team' &&
      own.some((intent) => intents.includes(intent)) &&
      since <= day &&
      !settled.has(status) &&
      !named.has(id),
  );
  return open.length === 0 ? [] : [{ day, intents, tickets: open.map(({ id }) => id) }];
}
