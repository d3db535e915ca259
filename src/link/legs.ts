/** Contacts that continue another: a transferred customer's legs are one journey, however many agents it took. */

import { transferWithinMs } from './settings.js';
import { type ContactSide, identityFields } from './sides.js';

/**
 * The contact before each leg: the one that its record names, else the only transferred contact that ended as it began
 * and whose customer is not another. Where several fit, none is taken. Keys and values are `ContactSide.contact`.
 */
export function previousLegs(contacts: readonly ContactSide[]): Map<string, string> {
  const known = new Set(contacts.map(({ contact }) => contact));
  const before = new Map<string, string>();
  const followed = new Set<string>();
  const join = (contact: string, previous: string) => {
    before.set(contact, previous);
    followed.add(previous);
  };
  for (const { contact, previous } of contacts) {
    if (previous !== undefined && previous !== contact && known.has(previous)) {
      join(contact, previous);
    }
  }
  const transferred = contacts
    .filter((contact) => contact.transferred && contact.endedAt !== undefined)
    .filter(({ contact }) => !followed.has(contact))
    .sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0));
  const open = contacts.filter(
    ({ contact, origin }) => origin === 'transfer' && !before.has(contact),
  );
  const choices = open.map((leg) => ({ leg, previous: predecessor(leg, transferred) }));
  const wanted = new Map<string, number>();
  for (const { previous } of choices)
    if (previous) wanted.set(previous.contact, (wanted.get(previous.contact) ?? 0) + 1);
  for (const { leg, previous } of choices)
    if (previous && wanted.get(previous.contact) === 1) join(leg.contact, previous.contact);
  return before;
}

/** The one contact that this leg can continue; undefined where there is none, or more than one. */
function predecessor(
  leg: ContactSide,
  transferred: readonly ContactSide[],
): ContactSide | undefined {
  const near = transferred.filter(({ contact, platform, endedAt = 0 }) => {
    const gap = leg.at - endedAt;
    return (
      contact !== leg.contact &&
      platform === leg.platform &&
      gap >= -transferWithinMs.before &&
      gap <= transferWithinMs.after
    );
  });
  const same = near.filter((one) => sameCustomer(one, leg) === true);
  const fitting = same.length > 0 ? same : near.filter((one) => sameCustomer(one, leg) === null);
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether identities agree; null where they have no field in common. */
function sameCustomer(a: ContactSide, b: ContactSide): boolean | null {
  let common = false;
  for (const field of identityFields) {
    const [x, y] = [a.customer[field], b.customer[field]];
    if (x === undefined || y === undefined) continue;
    if (x === y) return true;
    common = true;
  }
  return common ? false : null;
}

/** Further legs of each first contact, in order of time. A ring of records that name each other has no first one. */
export function legsByFirst(
  contacts: readonly ContactSide[],
  before: ReadonlyMap<string, string>,
): Map<string, ContactSide[]> {
  const legs = new Map<string, ContactSide[]>();
  for (const side of contacts) {
    if (!before.has(side.contact)) continue;
    const first = firstOf(side.contact, before);
    if (first === null) continue;
    const same = legs.get(first);
    if (same) same.push(side);
    else legs.set(first, [side]);
  }
  for (const chain of legs.values()) chain.sort((a, b) => a.at - b.at);
  return legs;
}

function firstOf(contact: string, before: ReadonlyMap<string, string>): string | null {
  const seen = new Set<string>();
  let at = contact;
  for (let previous = before.get(at); previous !== undefined; previous = before.get(at)) {
    if (seen.has(at)) return null;
    seen.add(at);
    at = previous;
  }
  return at;
}
