/**
 * Who answers for a journey that has several causes, so that no minute is counted twice: each gets what its repair spares,
 * averaged over the orders in which all could be repaired (Shapley's value). Of k causes that would each have brought the
 * handoff, none spares it before the last is gone; minutes that others cost go with the handoff in 1 of k + 1 orders.
 * @see https://en.wikipedia.org/wiki/Shapley_value
 */
import type { Category } from '../domain/categories.js';
import type { Cause } from '../domain/ticket.js';
import { remedies } from './remedies.js';

/** What the cause that explains the handoff best answers for where others would have brought it, too. */
const primaryShare = 0.5;

/** The causes of one journey, by their places. */
export interface Held {
  /** Those whose repair spares the handoff, with their shares of it, which add up to 1. */
  handoff: ReadonlyMap<number, number>;
  /** Categories of those that cost effort in a handoff that stays. */
  effort: readonly Category[];
  /** How many of a category there are: they share what it comes to. */
  alike: ReadonlyMap<Category, number>;
}

/** @returns by `JourneyResult.session`, for every journey that has a cause */
export function attribute(causes: readonly Cause[]): Map<string, Held> {
  const places = new Map<string, number[]>();
  causes.forEach(({ sessions }, place) => {
    for (const session of new Set(sessions)) {
      const known = places.get(session);
      if (known) known.push(place);
      else places.set(session, [place]);
    }
  });
  const primaries = causes.map(({ primarySessions }) => new Set(primarySessions));
  const held = new Map<string, Held>();
  for (const [session, list] of places) {
    const isFirst = (place: number): boolean => primaries[place]?.has(session) === true;
    held.set(session, heldBy(causes, list, isFirst));
  }
  return held;
}

function heldBy(
  causes: readonly Cause[],
  list: readonly number[],
  isFirst: (place: number) => boolean,
): Held {
  const bringing: number[] = [];
  const effort = new Set<Category>();
  const alike = new Map<Category, number>();
  for (const place of list) {
    const category = causes[place]?.category ?? 'unknown';
    alike.set(category, (alike.get(category) ?? 0) + 1);
    if (remedies[category].spares === 'handoff') bringing.push(place);
    else effort.add(category);
  }
  const first = bringing.find(isFirst);
  const handoff = new Map(
    bringing.map((place) => [place, shareOf(bringing.length, first, place)] as const),
  );
  return { handoff, effort: [...effort], alike };
}

function shareOf(n: number, primary: number | undefined, own: number): number {
  if (n === 1) return 1;
  if (primary === undefined) return 1 / n;
  return own === primary ? primaryShare : (1 - primaryShare) / (n - 1);
}
