/** The id of a ticket: the same cause has the same one every night, whatever its counts, title or rank. */
import { createHash } from 'node:crypto';
import type { Cause, Window } from '../domain/ticket.js';
import { namesOf, settle } from './window-names.js';

/** A cause that nothing but a wrap-up code, say, tells from others of its category carries that as its cluster. */
export type RankedCause = Cause & { cluster?: string };

/** @returns `hb-` and ten hex digits of SHA-256. A change here gives every ticket a new life: do not. */
export function fingerprint(
  {
    category,
    intent,
    slot,
    cluster,
  }: Pick<RankedCause, 'category' | 'intent' | 'slot' | 'cluster'>,
  bot: string,
  window: string | null = null,
): string {
  const parts = [category, bot, intent ?? null, slot ?? null, window, cluster ?? null];
  return `hb-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 10)}`;
}

/**
 * An id for every cause, in their order. A window's ends wander from night to night; which of its names it goes by is
 * settled among all windows of its category and intent at once, so that two never swap.
 * @param past tickets of past nights, by id; `rank` of the night before
 */
export function fingerprints(
  causes: readonly RankedCause[],
  bot: string,
  past: ReadonlyMap<string, { rank?: number }>,
): string[] {
  const ids = causes.map((cause) => fingerprint(cause, bot));
  const rivals = new Map<string, number[]>();
  causes.forEach(({ window }, i) => {
    if (window) rivals.set(ids[i] ?? '', [...(rivals.get(ids[i] ?? '') ?? []), i]);
  });
  for (const places of rivals.values()) {
    // Between names that fit alike the earlier window takes the first, every night.
    places.sort((a, b) => (causes[a]?.window?.from ?? 0) - (causes[b]?.window?.from ?? 0));
    const choices = places.map((place) => {
      const cause = causes[place] as RankedCause;
      return namesOf(cause.window as Window).map(({ name, apart }) => {
        const id = fingerprint(cause, bot, name);
        return { id, apart, past: past.get(id) };
      });
    });
    settle(choices).forEach((id, i) => {
      ids[places[i] ?? 0] = id;
    });
  }
  return ids;
}
