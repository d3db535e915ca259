/** Links that are certain: a key that both sides carry. */
import type { ContactSide, HandoffSide } from './sides.js';

const dayMs = 86_400_000;

export interface KeyedPair {
  handoff: HandoffSide;
  contact: ContactSide;
  /** Other contacts with the same key, in order of time: further legs of the journey. */
  others: ContactSide[];
}

/**
 * Pairs that share a key which no other handoff carries, one contact a handoff and one handoff a contact. Of a handoff's keys
 * the surest decides; where a key stands on several contacts, the one nearest after the handoff took it. A key that comes
 * again on another handoff proves nothing: it is a comparison like the others (`comparisons/key.ts`).
 */
export function matchKeys(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
  toleranceMs: number,
): KeyedPair[] {
  const times = new Map<string, number>();
  for (const { keys } of handoffs)
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const byKey = new Map<string, ContactSide[]>();
  for (const contact of contacts) {
    for (const key of contact.keys) {
      if (times.get(key) !== 1) continue;
      const same = byKey.get(key);
      if (same) same.push(contact);
      else byKey.set(key, [contact]);
    }
  }
  const pairs = handoffs.flatMap((handoff) => {
    const key = handoff.keys.find((one) => byKey.has(one));
    const same = key === undefined ? [] : (byKey.get(key) ?? []);
    return same
      .map((contact) => ({ handoff, contact, gap: contact.at - handoff.at }))
      .filter(({ gap }) => Math.abs(gap) <= dayMs);
  });
  // A contact that starts well before its handoff is a weaker reading of the same key than one that starts after it.
  const distance = (gap: number) => (gap < -toleranceMs ? dayMs - gap : Math.abs(gap));
  pairs.sort(
    (a, b) =>
      distance(a.gap) - distance(b.gap) ||
      compare(a.handoff.session, b.handoff.session) ||
      compare(a.contact.contact, b.contact.contact),
  );
  const found = new Map<HandoffSide, KeyedPair>();
  const taken = new Set<ContactSide>();
  for (const { handoff, contact } of pairs) {
    if (taken.has(contact)) continue;
    taken.add(contact);
    const known = found.get(handoff);
    if (known) known.others.push(contact);
    else found.set(handoff, { handoff, contact, others: [] });
  }
  for (const { others } of found.values()) others.sort((a, b) => a.at - b.at);
  return [...found.values()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
