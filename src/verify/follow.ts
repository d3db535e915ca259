/** What became of the tickets that people released, and of those that they dismissed. */
import type {
  CauseDays,
  Release,
  ReleaseCandidate,
  Releases,
  StoredVerification,
  Verification,
} from '../domain/release.js';
import type { PastTicket, Ticket, TicketState, TicketStatus } from '../domain/ticket.js';
import { addDays } from '../lib/calendar.js';
import { hasDoubled } from './doubled.js';
import { baselineDays } from './settings.js';
import { ratesBefore, verify } from './verify.js';
import { winLoss } from './win-loss.js';

/** Local dates on which the bot's training data changed, and the intents that differed. */
export type TrainingDay = { day: string; intents: string[] };

export interface FollowInput {
  night: string;
  /** First local date of the window. */
  from: string;
  /** Tickets of nights before, and what people decided of them by now. */
  past: readonly PastTicket[];
  releases: readonly Release[];
  /** Counts of all watched causes, back to `countsFrom`. */
  causes: readonly CauseDays[];
  changes: readonly TrainingDay[];
  /** What nights before this one said of the releases. */
  earlier: readonly StoredVerification[];
}

export interface FollowedReleases {
  /** Past tickets with the status that releases and doubled rates give them. */
  history: PastTicket[];
  /** Tonight's verdicts and reopened tickets: to be stored with the night. */
  verifications: StoredVerification[];
  reopened: TicketState[];
  releases: readonly Release[];
  changes: readonly TrainingDay[];
}

/** Ids of the tickets whose counts by day are asked for. */
export const watchedIds = ({
  past,
  releases,
}: Pick<FollowInput, 'past' | 'releases'>): string[] => [
  ...new Set([...releases.map(({ ticket }) => ticket), ...dismissedOf(past).map(({ id }) => id)]),
];

/** The first local date whose counts matter. */
export function countsFrom({
  past,
  releases,
  from,
}: Pick<FollowInput, 'past' | 'releases' | 'from'>): string {
  const starts = [
    ...releases.map(({ on }) => on),
    ...dismissedOf(past).map(({ decidedOn }) => decidedOn),
  ];
  const first = starts.reduce<string>((a, b = from) => (a < b ? a : b), from);
  return addDays(first, -baselineDays);
}

export function followReleases(input: FollowInput): FollowedReleases {
  const { night, from, past, releases, causes, changes, earlier } = input;
  const verifications = verdicts(releases, causes, changes, { night, earlier });
  const reopened = doubled(dismissedOf(past), causes, night);
  return {
    history: past.map((ticket) => statusOf(ticket, verifications, reopened)),
    verifications,
    reopened,
    releases,
    changes: changes.filter(({ day }) => day >= from),
  };
}

const dismissedOf = (past: readonly PastTicket[]): PastTicket[] =>
  past.filter(({ status }) => status === 'dismissed');

/** A release ends on the day before the next one of its ticket: from then on, the other is on trial. */
function verdicts(
  releases: readonly Release[],
  causes: readonly CauseDays[],
  changes: readonly TrainingDay[],
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
  changes: readonly TrainingDay[],
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

/** The newest word counts: a release, or that a person dismissed it after it; who takes that back leaves it to the release. */
function statusOf(
  ticket: PastTicket,
  verifications: readonly StoredVerification[],
  reopened: readonly TicketState[],
): PastTicket {
  if (reopened.some(({ id }) => id === ticket.id)) return { ...ticket, status: 'open' };
  const own = newestOf(verifications, ticket.id);
  const isDismissed =
    ticket.status === 'dismissed' && (ticket.decidedOn ?? '') > (own?.release ?? '');
  if (!own || isDismissed) return ticket;
  return { ...ticket, status: releasedStatus(own) };
}

const newestOf = (
  verifications: readonly StoredVerification[],
  id: string,
): Verification | undefined =>
  verifications.filter(({ ticket }) => ticket === id).at(-1)?.verification;

const releasedStatus = ({ verdict }: Verification): TicketStatus =>
  verdict === 'too_early' ? 'released' : verdict;

/**
 * The report's part: one row a released ticket, whether or not tonight has it.
 * @param lastSeen released tickets as they were last stored, for those that tonight has not
 */
export function reportReleases(
  { verifications, releases, changes, history }: FollowedReleases,
  tickets: readonly Ticket[],
  lastSeen: ReadonlyMap<string, Ticket>,
): Releases {
  const status = new Map([...history, ...tickets].map((one) => [one.id, one.status]));
  const tonight = new Map(tickets.map((one) => [one.id, one]));
  const ids = [...new Set(verifications.map(({ ticket }) => ticket))];
  return {
    tickets: ids.flatMap((id) => {
      const verification = newestOf(verifications, id);
      if (!verification) return [];
      const known = tonight.get(id) ?? lastSeen.get(id);
      return {
        id,
        title: known?.title ?? id,
        owner: known?.owner ?? 'bot_team',
        status: status.get(id) ?? releasedStatus(verification),
        verification,
      };
    }),
    winLoss: winLoss(verifications.map(({ verification }) => verification)),
    candidates: changes.flatMap((change) => candidateOf(change, tickets, releases)),
  };
}

const settled = new Set<TicketStatus>(['dismissed', 'verified', 'released']);

/** A change of the training data that looks like the repair of open tickets: people should say whether it is. */
function candidateOf(
  { day, intents }: TrainingDay,
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
