/** What bad hours may be called, and who is called what where several have the same category and intent. */
import type { Window } from '../domain/ticket.js';

const quarters = 4;
const quarterHours = 24 / quarters;

/** Beyond any distance between hours: first of all, tickets of the night before go on; then those of earlier nights. */
const unseenLastNight = 100;
const unseen = 200;
/** A new ticket takes the quarter that its middle is in, and a neighbour's name only where it had that before. */
const anothersQuarter = 10_000;
/** Where two share a quarter, one carries the kind of its days in its name; it is no better and no worse. */
const byKindOfDay = 50;

export interface Name {
  name: string;
  /** How badly a new ticket would be called so; hours from the middle of the quarter, and more. */
  apart: number;
}

export function namesOf({ days, from, to }: Window): Name[] {
  const middle = (from + ((to - from + 24) % 24 || 24) / 2) % 24;
  const own = Math.floor(middle / quarterHours);
  const names = [own, (own + 1) % quarters, (own + quarters - 1) % quarters].flatMap((quarter) => {
    const centre = (quarter + 0.5) * quarterHours;
    const hours = Math.min(Math.abs(middle - centre), 24 - Math.abs(middle - centre));
    const apart = hours + (quarter === own ? 0 : anothersQuarter);
    return [
      { name: `quarter ${quarter}`, apart },
      { name: `${days} quarter ${quarter}`, apart: apart + byKindOfDay },
    ];
  });
  return [...names, { name: `${days} ${from}-${to}`, apart: 2 * anothersQuarter }];
}

interface Choice {
  id: string;
  apart: number;
  /** The ticket of that id, with its rank where the night before had it. */
  past: { rank?: number } | undefined;
}

/** The names that together lie least apart, each given once. Cost: names to the power of windows, of which there are few. */
export function settle(windows: readonly (readonly Choice[])[]): string[] {
  let best = { cost: Number.POSITIVE_INFINITY, ids: [] as string[] };
  const go = (ids: readonly string[], cost: number): void => {
    if (cost >= best.cost) return;
    const choices = windows[ids.length];
    if (!choices) {
      best = { cost, ids: [...ids] };
      return;
    }
    for (const choice of [...choices].sort((a, b) => costOf(a) - costOf(b)))
      if (!ids.includes(choice.id)) go([...ids, choice.id], cost + costOf(choice));
  };
  go([], 0);
  return best.ids;
}

function costOf({ apart, past }: Choice): number {
  if (past === undefined) return unseen + apart;
  const hours = (apart % anothersQuarter) % byKindOfDay;
  return hours + (past.rank === undefined ? unseenLastNight : 0);
}
