/** The first rung of the ladder: a key that both sides carry. */
import type { ContactSide, HandoffSide } from './comparison.js';

const dayMs = 86_400_000;

export interface KeyedPair {
  handoff: HandoffSide;
  contact: ContactSide;
}

/**
 * Pairs that share a key, one contact a handoff and one handoff a contact. Where a key stands on several (a transferred
 * contact's legs, a contact centre that uses its keys again), the pair nearest in time is taken, and none
 * is that lies more than a day apart.
 */
export function matchKeys(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
  toleranceMs: number,
): KeyedPair[] {
  const byKey = new Map<string, ContactSide[]>();
  for (const contact of contacts) {
    for (const key of contact.keys) {
      const same = byKey.get(key);
      if (same) same.push(contact);
      else byKey.set(key, [contact]);
    }
  }
  const pairs = handoffs.flatMap((handoff) => {
    const found = new Set(handoff.keys.flatMap((key) => byKey.get(key) ?? []));
    return [...found].map((contact) => ({ handoff, contact, gap: contact.at - handoff.at }));
  });
  // A contact that starts well before its handoff is a weaker reading of the same key than one that starts after it.
  const distance = (gap: number) => (gap < -toleranceMs ? dayMs - gap : Math.abs(gap));
  const near = pairs.filter(({ gap }) => Math.abs(gap) <= dayMs);
  near.sort(
    (a, b) =>
      distance(a.gap) - distance(b.gap) ||
      compare(a.handoff.session, b.handoff.session) ||
      compare(a.contact.contact, b.contact.contact),
  );
  const taken = new Set<HandoffSide | ContactSide>();
  return near.filter(({ handoff, contact }) => {
    if (taken.has(handoff) || taken.has(contact)) return false;
    taken.add(handoff).add(contact);
    return true;
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
