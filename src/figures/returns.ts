/** Who came back: the same customer, by a keyed hash, on either side and for whatever reason. */
import type { Identity } from '../domain/conversation.js';
import type { Visit } from '../domain/journey.js';
import { returnWindowMs, visitsLookedAt } from './settings.js';

export interface FollowedVisit {
  visit: Visit;
  /** The first visit of the same customer within seven days after the end of this one; null where none came. */
  again: Visit | null;
  /** Whether any of those visits, not the first alone, was about the same; null where that cannot be told. */
  same: boolean | null;
}

/** Visits of which nothing can be said. */
export interface NotFollowed {
  /** Their seven days are not over: counted as satisfied they would flatter the last week. */
  tooYoung: number;
  unknownCustomer: number;
}

/**
 * Visits whose seven days are over and whose customer is known; of the others nothing can be said.
 * @param visits in order of time
 * @param until end of what was recorded, in epoch milliseconds
 */
export function followedVisits(visits: readonly Visit[], until: number): FollowedVisit[] {
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
    if (hashes.length === 0 || isYoung(visit, until)) return [];
    const later = hashes.flatMap((hash) => visitsAfter(byHash.get(hash) ?? [], visit));
    const [again = null] = later.sort((a, b) => a.from - b.from);
    return [{ visit, again, same: isAboutSame(visit, later) }];
  });
}

/** Of the visits that {@link followedVisits} leaves out, how many for which reason. */
export function notFollowed(visits: readonly Visit[], until: number): NotFollowed {
  const known = visits.filter(({ customer }) => hashesOf(customer).length > 0);
  return {
    tooYoung: known.filter((visit) => isYoung(visit, until)).length,
    unknownCustomer: visits.length - known.length,
  };
}

const isYoung = ({ to }: Visit, until: number): boolean => to + returnWindowMs > until;

/** Whoever did not come back at all did not for this either, but only where it is known what "this" is. */
function isAboutSame(visit: Visit, later: readonly Visit[]): boolean | null {
  if (visit.code === undefined && visit.intent === undefined) return null;
  const told = later.map((other) => sameMatter(visit, other));
  if (told.includes(true)) return true;
  return told.includes(null) ? null : false;
}

const fields = ['id', 'phone', 'email', 'account'] as const satisfies (keyof Identity)[];
const hashesOf = (customer: Identity): string[] =>
  fields.flatMap((field) => (customer[field] === undefined ? [] : `${field}:${customer[field]}`));

/** @param own in order of time; a switchboard's number may have thousands, so halves are searched. */
function visitsAfter(own: readonly Visit[], { to }: Visit): Visit[] {
  let [low, high] = [0, own.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[middle]?.from ?? 0) > to) high = middle;
    else low = middle + 1;
  }
  return own.slice(low, low + visitsLookedAt).filter(({ from }) => from <= to + returnWindowMs);
}

/** Whether both were about the same: by wrap-up code where both have one, else by intent; null where neither can tell. */
export function sameMatter({ code, intent }: Visit, again: Visit): boolean | null {
  if (code !== undefined && again.code !== undefined) return code === again.code;
  if (intent !== undefined && again.intent !== undefined) return intent === again.intent;
  return null;
}
