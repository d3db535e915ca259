/** The same tickets night after night: what their ids and the first ten places do while the counts change. */
import type { Ticket, Window } from '../../../src/domain/ticket.js';
import type { RankInput } from '../../../src/rank/rank.js';
import { seeded } from '../../support/seeded.js';
import { createRandom, type Random } from './chance.js';
import { type NamedCause, ndcg10, ranked } from './ranking.js';
import { mean, type Row } from './rows.js';
import { type Sample, sampleOf, truthOf, type World, worldOf } from './worth.js';

export interface Course {
  /** Standard deviation of the daily step of each intent's size and each cause's rate, in logarithms. */
  drift: number;
  /** Whether a night knows the ranks of the night before. */
  remembers: boolean;
  nights: number;
  windowDays: number;
}

export interface Followed {
  /** Nights in which two tickets had one id, and causes that had several in their life. */
  duplicates: number;
  renamed: number;
  /** Tickets that came into the first ten after the first night, and that came and went, or went and came. */
  entered: number;
  flickered: number;
  /** Of the first night's first ten, how many are among them on the last. */
  kept: number;
  /** What the last night's order of the findings is worth, as NDCG@10 against the truth of that day. */
  worth: number;
}

/** Bad hours whose ends wander by an hour from night to night, about a middle on the border of two quarters of the day. */
const wandering: { intent: string; window: Window }[] = [
  { intent: 'intent_0', window: { days: 'weekdays', from: 10, to: 14 } },
  { intent: 'intent_0', window: { days: 'weekdays', from: 16, to: 19 } },
  { intent: 'intent_1', window: { days: 'weekend', from: 17, to: 20 } },
];

function badHours({ results }: { results: Sample['results'] }, { uniform }: Random): NamedCause[] {
  return wandering.map(({ intent, window }) => {
    const shift = (): number => Math.floor(3 * uniform()) - 1;
    const own = { ...window, from: window.from + shift(), to: window.to + shift() };
    const sessions = results
      .filter((one) => one.botIntent === intent && one.hour >= own.from && one.hour < own.to)
      .map(({ session }) => session);
    return {
      category: 'time_of_day_failure',
      owner: 'operations',
      intent,
      window: own,
      title: `${intent} ${window.days} ${window.from}`,
      sessions,
      primarySessions: [],
      evidence: [],
      robust: true,
    };
  });
}

export function follow(world: World, course: Course, random: Random): Followed {
  const { drift, remembers, nights, windowDays } = course;
  const days: Sample[] = [];
  const ids = new Map<string, Set<string>>();
  const past = new Map<string, RankInput['history'][number]>();
  const tops: Set<string>[] = [];
  let duplicates = 0;
  let shown: string[] = [];
  for (let day = 0; day < windowDays + nights - 1; day++) {
    days.push(...sampleOf(world, 1, random, day));
    move(world, drift, random);
    if (days.length < windowDays) continue;
    const window = days.slice(-windowDays);
    const results = window.flatMap((one) => one.results);
    const tickets = ranked(window, {
      history: [...past.values()],
      more: badHours({ results }, random),
    });
    if (new Set(tickets.map(({ id }) => id)).size < tickets.length) duplicates++;
    for (const { id, title } of tickets) ids.set(title, (ids.get(title) ?? new Set()).add(id));
    shown = tickets.map(({ title }) => title);
    tops.push(new Set(tickets.slice(0, 10).map(({ title }) => title)));
    remember(past, tickets, remembers);
  }
  const first = tops[0] ?? new Set();
  const last = tops.at(-1) ?? new Set();
  return {
    duplicates,
    renamed: [...ids.values()].filter(({ size }) => size > 1).length,
    ...movesOf(tops),
    kept: [...first].filter((one) => last.has(one)).length,
    worth: worthOf(shown, truthOf(world)),
  };
}

/** Bad hours have no planted worth, so the order is judged without them. */
function worthOf(shown: readonly string[], truth: ReadonlyMap<string, number>): number {
  return ndcg10(
    shown.flatMap((title) => truth.get(title) ?? []),
    [...truth.values()],
  );
}

function remember(
  past: Map<string, RankInput['history'][number]>,
  tickets: readonly Ticket[],
  remembers: boolean,
): void {
  for (const [id, { since, status }] of past) past.set(id, { id, since, status });
  for (const { id, since, status, rank } of tickets)
    past.set(id, { id, since, status, ...(remembers && { rank }) });
}

function movesOf(tops: readonly ReadonlySet<string>[]): Pick<Followed, 'entered' | 'flickered'> {
  let [entered, flickered] = [0, 0];
  for (const title of new Set(tops.flatMap((one) => [...one]))) {
    const held = tops.map((one) => one.has(title));
    const changes = held.filter((one, i) => i > 0 && one !== held[i - 1]).length;
    entered += held.filter((one, i) => i > 0 && one && !held[i - 1]).length;
    // One change is a change; from the second on it is back where it was.
    flickered += Math.max(0, changes - 1);
  }
  return { entered, flickered };
}

/** Sizes and rates take a step each day. */
function move({ intents }: World, drift: number, { normal }: Random): void {
  if (drift === 0) return;
  for (const intent of intents) {
    intent.size *= Math.exp(drift * normal() - drift ** 2 / 2);
    for (const cause of [...intent.handoffs, ...intent.losses])
      cause.rate = Math.min(0.7, cause.rate * Math.exp(drift * normal() - drift ** 2 / 2));
  }
}

/** Sixty nights, with and without the memory of the night before. */
export function nightRows(courses: number): Row[] {
  const rows: Record<string, unknown>[] = [];
  for (const [counts, drift] of [
    ['chance alone', 0],
    ['drift by 3 % a day', 0.03],
  ] as const) {
    for (const remembers of [false, true]) {
      const random = createRandom(seeded(41));
      const list: Followed[] = Array.from({ length: courses }, () =>
        follow(
          worldOf({ sessions: 300, intents: 14, traffic: 0.2, rates: 0.3 }, random),
          { drift, remembers, nights: 60, windowDays: 28 },
          random,
        ),
      );
      const perCourse = (of: (one: Followed) => number) => mean(list.map(of)).toFixed(2);
      rows.push({
        counts,
        order: remembers ? 'keeps the first ten' : 'plain',
        'duplicates (limit 0)': perCourse(({ duplicates }) => duplicates),
        'causes renamed (limit 0)': perCourse(({ renamed }) => renamed),
        'came into the first ten': perCourse(({ entered }) => entered),
        'flickered (limit 0)': perCourse(({ flickered }) => flickered),
        'of the first ten, still there': perCourse(({ kept }) => kept),
        'NDCG@10 on the last night': mean(list.map(({ worth }) => worth)).toFixed(3),
      });
    }
  }
  return rows;
}
