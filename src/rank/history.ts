/** What earlier nights said of a ticket, also where it was several tickets then. */
import type { PastTicket, Repair } from '../domain/ticket.js';
import { fingerprint } from './fingerprint.js';
import { namesOf } from './window-names.js';

/** By its own id; else, in a store from before there were repairs, what became of the tickets that it is made of. */
export function pastOf(
  id: string,
  repair: Repair,
  bot: string,
  past: ReadonlyMap<string, PastTicket>,
): PastTicket | undefined {
  const own = past.get(id);
  if (own) return own;
  const former = repair.parts.flatMap((part) =>
    [null, ...(part.window ? namesOf(part.window).map(({ name }) => name) : [])].flatMap(
      (window) => past.get(fingerprint(part, bot, window)) ?? [],
    ),
  );
  if (former.length === 0) return undefined;
  const since = former.map((one) => one.since).sort()[0] as string;
  // One part that somebody laid aside does not lay the others aside.
  const open = former.find(({ status }) => status !== 'dismissed');
  return { id, since, status: open?.status ?? 'dismissed' };
}
