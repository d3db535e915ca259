/** The ids of tickets, and of the parts that are counted day by day: the same one every night, whatever its counts or rank. */
import { createHash } from 'node:crypto';
import type { CausePart, Repair, Window } from '../domain/ticket.js';
import { namesOf, settle } from './window-names.js';

const hashOf = (parts: readonly unknown[]): string =>
  `hb-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 10)}`;

/**
 * The id of a part. Tickets of before there were repairs had this id, and their history is found by it.
 * @returns `hb-` and ten hex digits of SHA-256. A change here loses what was counted on past days: do not.
 */
export function fingerprint(
  { category, intent, slot, cluster }: CausePart,
  bot: string,
  window: string | null = null,
): string {
  return hashOf([category, bot, intent ?? null, slot ?? null, window, cluster ?? null]);
}

/** The id of a ticket. A change here gives every ticket a new life: do not. */
function repairId({ repair, key, intent, window }: Repair, bot: string, hours?: string): string {
  const about = window ? (intent ?? '') : key;
  return hashOf(['repair', repair, bot, about, hours ?? null]);
}

/**
 * An id for every repair, in their order. A window's ends wander from night to night; which of its names it goes by is
 * settled among all windows of its intent at once, so that two never swap.
 * @param past tickets of past nights, by id; `rank` of the night before
 */
export function repairIds(
  repairs: readonly Repair[],
  bot: string,
  past: ReadonlyMap<string, { rank?: number }>,
): string[] {
  const ids = repairs.map((repair) => repairId(repair, bot));
  const rivals = new Map<string, number[]>();
  repairs.forEach(({ window }, i) => {
    if (window) rivals.set(ids[i] ?? '', [...(rivals.get(ids[i] ?? '') ?? []), i]);
  });
  for (const places of rivals.values()) {
    // Between names that fit alike the earlier window takes the first, every night.
    places.sort((a, b) => (repairs[a]?.window?.from ?? 0) - (repairs[b]?.window?.from ?? 0));
    const choices = places.map((place) => {
      const repair = repairs[place] as Repair;
      return namesOf(repair.window as Window).map(({ name, apart }) => {
        const id = repairId(repair, bot, name);
        return { id, apart, past: past.get(id) };
      });
    });
    settle(choices).forEach((id, i) => {
      ids[places[i] ?? 0] = id;
    });
  }
  return ids;
}
