/** The id of a ticket: the same cause has the same one every night, whatever its counts, title or rank. */
import { createHash } from 'node:crypto';
import type { Cause, Window } from '../domain/ticket.js';

/** A cause that nothing but a wrap-up code, say, tells from others of its category carries that as its cluster. */
export type RankedCause = Cause & { cluster?: string };

const quarters = 4;

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
 * An id for every cause, in their order. A window's ends wander by an hour from night to night, so it is known by the
 * quarter of the day that its middle is in, and by a neighbouring quarter where a past night called it so.
 * @param known ids of past nights
 */
export function fingerprints(
  causes: readonly RankedCause[],
  bot: string,
  known: ReadonlySet<string>,
): string[] {
  const taken = new Set<string>();
  return causes.map((cause) => {
    const ids = namesOf(cause.window).map((window) => fingerprint(cause, bot, window));
    const free = ids.filter((id) => !taken.has(id));
    const id = free.find((one) => known.has(one)) ?? free[0] ?? fingerprint(cause, bot);
    taken.add(id);
    return id;
  });
}

/** What a window may be called, best first; the last name is its own alone, for where two share a quarter. */
function namesOf(window: Window | undefined): (string | null)[] {
  if (!window) return [null];
  const { days, from, to } = window;
  const middle = from + ((to - from + 24) % 24 || 24) / 2;
  const own = Math.floor(((middle % 24) * quarters) / 24);
  const near = [own, (own + 1) % quarters, (own + quarters - 1) % quarters];
  const [first, ...others] = near.map((quarter) => `quarter ${quarter}`);
  return [first ?? '', `${days} ${from}-${to}`, ...others];
}
