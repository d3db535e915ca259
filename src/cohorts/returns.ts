/** Who came back: the same customer, by a keyed hash, on either side and for whatever reason. */
import type { Identity } from '../domain/conversation.js';
import type { Visit } from '../domain/journey.js';

/** The usual window of first contact resolution. */
const windowMs = 7 * 24 * 3_600_000;

/** `again`: the first visit of the same customer within seven days after the end of this one; null where none came. */
export interface Followed {
  visit: Visit;
  again: Visit | null;
}

/**
 * Visits whose seven days are over and whose customer is known; of the others nothing can be said.
 * @param visits in order of time
 * @param until end of what was recorded, in epoch milliseconds
 */
export function followedVisits(visits: readonly Visit[], until: number): Followed[] {
  const byHash = new Map<string, Visit[]>();
  for (const visit of visits) {
    for (const hash of hashesOf(visit.customer)) {
      const known = byHash.get(hash);
      if (known) known.push(visit);
      else byHash.set(hash, [visit]);
    }
  }
  return visits.flatMap((visit) => {
    const hashes = hashesOf(visit.customer);
    if (hashes.length === 0 || visit.to + windowMs > until) return [];
    const later = hashes.flatMap((hash) => nextAfter(byHash.get(hash) ?? [], visit) ?? []);
    const [again = null] = later.sort((a, b) => a.from - b.from);
    return [{ visit, again }];
  });
}

const fields = ['id', 'phone', 'email', 'account'] as const satisfies (keyof Identity)[];
const hashesOf = (customer: Identity): string[] =>
  fields.flatMap((field) => (customer[field] === undefined ? [] : `${field}:${customer[field]}`));

/** @param own in order of time; a switchboard's number may have thousands, so halves are searched. */
function nextAfter(own: readonly Visit[], { to }: Visit): Visit | undefined {
  let [low, high] = [0, own.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[middle]?.from ?? 0) > to) high = middle;
    else low = middle + 1;
  }
  const next = own[low];
  return next && next.from <= to + windowMs ? next : undefined;
}

/** Whether both were about the same: by wrap-up code where both have one, else by intent; null where neither can tell. */
export function sameMatter({ code, intent }: Visit, again: Visit): boolean | null {
  if (code !== undefined && again.code !== undefined) return code === again.code;
  if (intent !== undefined && again.intent !== undefined) return intent === again.intent;
  return null;
}
