/** The product's order of a simulated bot's causes, and how good an order is. */
import { categories } from '../../../src/domain/categories.js';
import type { JourneyResult } from '../../../src/domain/journey.js';
import type { Cause, Ticket } from '../../../src/domain/ticket.js';
import { addDays } from '../../../src/lib/calendar.js';
import { type RankInput, rank } from '../../../src/rank/rank.js';
import { unpriced } from '../../rank/settings.js';
import { repairFrom } from '../../support/repairs.js';
import type { Random } from './chance.js';
import { firstDay, nameOf, type Sample } from './worth.js';

/** Its ticket goes by this title. */
export type NamedCause = Cause & Pick<Ticket, 'title'>;

/** The findings as causes, by name. */
export function causesOf(results: readonly JourneyResult[]): Map<string, NamedCause> {
  const causes = new Map<string, NamedCause>();
  for (const { session, findings } of results) {
    for (const { category, intent, slot, primary } of findings) {
      const planted = { category, ...(intent && { intent }), ...(slot && { slot }) };
      const name = nameOf({ ...planted, rate: 0, minutes: 0 });
      const cause = causes.get(name) ?? {
        ...planted,
        owner: categories[category].owner,
        title: name,
        sessions: [],
        primarySessions: [],
        evidence: [],
        robust: true,
      };
      causes.set(name, cause);
      cause.sessions.push(session);
      if (primary) cause.primarySessions.push(session);
    }
  }
  return causes;
}

/** @param more causes besides the findings */
export function ranked(
  list: readonly Sample[],
  {
    history = [],
    more = [],
  }: { history?: RankInput['history']; more?: readonly NamedCause[] } = {},
): Ticket[] {
  const results = list.flatMap((one) => one.results);
  const days = list.flatMap((one) => one.sessions[0]?.day ?? []).sort();
  const to = days.at(-1) ?? '';
  const sessions = list.flatMap((one) => one.sessions);
  const input = { results, sessions, direct: [], bot: 'bot', from: days[0] ?? to, to, night: to };
  const repairs = [...causesOf(results).values(), ...more].map(repairFrom);
  return rank(repairs, { ...input, history }, unpriced);
}

/** As many days, drawn from these with replacement. */
export function redrawn(list: readonly Sample[], { draw }: Random): Sample[] {
  return list.map((_, i) => {
    const day = addDays(firstDay, i);
    const { sessions, results } = draw(list);
    return {
      sessions: sessions.map((one) => ({ ...one, day })),
      results: results.map((one) => ({ ...one, day, session: `${one.session}/${i}` })),
    };
  });
}

/** Normalised discounted cumulative gain of the first ten, against the best order. */
export function ndcg10(order: readonly number[], all: readonly number[]): number {
  const gain = (list: readonly number[]): number =>
    list.slice(0, 10).reduce((sum, value, i) => sum + value / Math.log2(i + 2), 0);
  return gain(order) / gain([...all].sort((a, b) => b - a));
}

/** Kendall's tau of two orders of the same names. */
export function kendall(one: readonly string[], other: readonly string[]): number {
  const place = new Map(other.map((name, i) => [name, i]));
  let agree = 0;
  let pairs = 0;
  one.forEach((a, i) => {
    for (const b of one.slice(i + 1)) {
      pairs++;
      agree += (place.get(a) ?? 0) < (place.get(b) ?? 0) ? 1 : -1;
    }
  });
  return pairs === 0 ? 1 : agree / pairs;
}
