/** Repairs as tickets, in order of what is surely won by repairing them. */
import type { RankConfig } from '../domain/config.js';
import type { DirectContact, JourneyResult, SessionSummary } from '../domain/journey.js';
import type { PastTicket, Repair, Ticket, TicketStatus } from '../domain/ticket.js';
import { daysBetween } from '../lib/calendar.js';
import { repairIds } from './fingerprint.js';
import { pastOf } from './history.js';
import { withListed } from './listed.js';
import { shown } from './settings.js';
import { trendTo } from './trend.js';
import { type Worth, worthOf } from './value.js';

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
  history: readonly PastTicket[];
}

/**
 * @returns listed tickets, then the others, by the lower end of their value's interval, then by value, journeys and id; but those that were among
 * the first ten stay there until others are surely worth more
 */
export function rank(repairs: readonly Repair[], input: RankInput, config: RankConfig): Ticket[] {
  const { sessions = [], bot, night } = input;
  // The last digit of a sum of fractions depends on their order; the bytes of a night must not.
  const results = [...input.results].sort((a, b) => (a.session < b.session ? -1 : 1));
  const ordered = [...repairs].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const past = new Map(input.history.map((ticket) => [ticket.id, ticket]));
  const ids = repairIds(ordered, bot, past);
  const worth = worthOf(ordered, { results, sessions, days: daysSeen(input) }, config);
  const byId = new Map(results.map((result) => [result.session, result]));
  const byIntent = sessionsByIntent(results);
  const trendUntil = trendTo(input.to);
  const tickets = ordered.map((repair, i): Ticket => {
    const id = ids[i] ?? '';
    const known = pastOf(id, repair, bot, past);
    const own = repair.sessions.flatMap((session) => byId.get(session) ?? []);
    return {
      ...repair,
      id,
      rank: 0,
      listed: false,
      status: known ? statusOf(known, night) : 'new',
      journeys: repair.sessions.length,
      share: shareOf(repair, results.length, byIntent),
      value: worth[i]?.value ?? {
        minutesPerWeek: 0,
        interval: [0, 0],
        moneyPerWeek: null,
        surelyPerWeek: null,
        parts: [],
      },
      trend: trendUntil(own),
      suggestions: [],
      since: known?.since ?? night,
    };
  });
  const intervals: OrderIntervals = new Map(
    tickets.map((ticket, i) => [ticket, worth[i]?.orderInterval ?? [0, 0]]),
  );
  const byWorth = orderBy(intervals);
  const first = firstTen(tickets, past, intervals);
  const claimOf = claims(intervals, ({ id }) => past.get(id)?.listed === true);
  const inOrder = [...tickets].sort(
    (a, b) => Number(first.has(b)) - Number(first.has(a)) || byWorth(a, b),
  );
  const daysOf = ({ sessions: own }: Ticket): number =>
    new Set(own.flatMap((session) => byId.get(session)?.day ?? [])).size;
  return numbered(
    withListed(inOrder, daysOf, (ticket) => (first.has(ticket) ? Infinity : claimOf(ticket))),
  );
}

/** Listed ones first: a reader of the list who meets 17 and 19 looks for 18. */
const numbered = (tickets: readonly Ticket[]): Ticket[] =>
  [...tickets]
    .sort((a, b) => Number(b.listed) - Number(a.listed))
    .map((ticket, i) => ({ ...ticket, rank: i + 1 }));

/** A night that is run again sees its own tickets for the first time again. */
function statusOf({ since, status }: PastTicket, night: string): TicketStatus {
  if (status !== 'new') return status;
  return since >= night ? 'new' : 'open';
}

/** Days from the first handoff on record to the last day: a store that began last week holds one week, not four. */
function daysSeen({ results, from, to }: RankInput): number {
  let first = to;
  for (const { day } of results) if (day < first) first = day;
  return daysBetween(first < from ? from : first, to) + 1;
}

/** Sessions by the intent that the bot acted on, and by the one that was wanted. */
function sessionsByIntent(results: readonly JourneyResult[]): Map<string, Set<string>> {
  const intents = new Map<string, Set<string>>();
  for (const { session, botIntent, trueIntent } of results) {
    for (const intent of [botIntent, trueIntent.name]) {
      if (intent === undefined || intent === null) continue;
      const known = intents.get(intent);
      if (known) known.add(session);
      else intents.set(intent, new Set([session]));
    }
  }
  return intents;
}

/** Share of the intent's handoffs, of all where there is no intent. */
function shareOf(
  { intent, sessions }: Repair,
  handoffs: number,
  byIntent: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  if (intent === undefined) return sessions.length / Math.max(1, handoffs);
  const known = byIntent.get(intent);
  const more = sessions.filter((session) => !known?.has(session)).length;
  return sessions.length / Math.max(1, (known?.size ?? 0) + more);
}

/**
 * Near the last place of a list chance alone moves tickets in and out. So one that was in counts with the upper end of its
 * interval, and one that wants in with the lower end: it takes the place of what it surely beats.
 */
const claims =
  (intervals: OrderIntervals, wasIn: (ticket: Ticket) => boolean) =>
  (ticket: Ticket): number => {
    const [low, high] = intervals.get(ticket) ?? [0, 0];
    return wasIn(ticket) ? high : low;
  };

/** Those that people look at. */
function firstTen(
  tickets: readonly Ticket[],
  past: ReadonlyMap<string, PastTicket>,
  intervals: OrderIntervals,
): Set<Ticket> {
  const claim = claims(intervals, ({ id }) => (past.get(id)?.rank ?? Infinity) <= shown);
  const byWorth = orderBy(intervals);
  const ordered = tickets
    .filter(({ beyondUsual }) => beyondUsual)
    .sort((a, b) => claim(b) - claim(a) || byWorth(a, b));
  return new Set(ordered.slice(0, shown));
}

type OrderIntervals = ReadonlyMap<Ticket, Worth['orderInterval']>;

/** What is no more than usual comes last: nobody is asked to do it. */
const orderBy =
  (intervals: OrderIntervals) =>
  (a: Ticket, b: Ticket): number =>
    Number(b.beyondUsual) - Number(a.beyondUsual) ||
    (intervals.get(b)?.[0] ?? 0) - (intervals.get(a)?.[0] ?? 0) ||
    b.value.minutesPerWeek - a.value.minutesPerWeek ||
    b.journeys - a.journeys ||
    (a.id < b.id ? -1 : 1);

/** A fixed order of the causes, so that the result does not depend on the order in which they come. */
const keyOf = ({ repair, key, beyondUsual }: Repair): string =>
  JSON.stringify([repair, key, beyondUsual]);
