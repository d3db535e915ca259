/** What earlier nights said: certain links stand, and beyond the look-back all of them do, unless records around them came late. */
import type { Link } from '../domain/link.js';
import { certainFrom } from './settings.js';
import type { ContactSide, HandoffSide } from './sides.js';

export interface Earlier {
  /** The newest link that a night before this one gave, by `Session.id`. */
  links: ReadonlyMap<string, Link>;
  /** Handoffs before this moment keep what they have. */
  lookBackFrom: number;
  /** Whether handoffs or contacts of these moments are others than the night before knew. */
  isRestated(from: number, to: number): boolean;
}

export interface HeldLinks {
  links: Link[];
  /** Those that claim a contact. */
  pairs: { handoff: HandoffSide; contact: ContactSide }[];
}

export interface Around {
  /** First contacts that no key has claimed, by `ContactSide.contact`. */
  contacts: ReadonlyMap<string, ContactSide>;
  /** Handoffs that have a key. */
  keyed: ReadonlyMap<string, unknown>;
  legs: ReadonlyMap<string, readonly ContactSide[]>;
  /** What lies further away rivals no link. */
  reachMs: number;
}

/**
 * The links to keep: not those of a handoff that now has a key, whose contact is gone or belongs to a key, or that were made
 * before all of their rivals were there. A leg that came late is one of the journey.
 */
export function heldLinks(
  handoffs: readonly HandoffSide[],
  earlier: Earlier | undefined,
  { contacts, keyed, legs, reachMs }: Around,
): HeldLinks {
  const held: HeldLinks = { links: [], pairs: [] };
  if (!earlier) return held;
  const taken = new Set<string>();
  for (const handoff of handoffs) {
    const known = earlier.links.get(handoff.session);
    if (!known || keyed.has(handoff.session)) continue;
    const certain = known.status === 'linked' && known.probability >= certainFrom;
    if (!certain && handoff.at >= earlier.lookBackFrom) continue;
    if (earlier.isRestated(handoff.at - reachMs, handoff.at + reachMs)) continue;
    if (known.contact === null) {
      held.links.push(known);
      continue;
    }
    const contact = contacts.get(known.contact);
    if (!contact || taken.has(contact.contact)) continue;
    taken.add(contact.contact);
    held.links.push({
      ...known,
      legs: (legs.get(contact.contact) ?? []).map((leg) => leg.contact),
    });
    held.pairs.push({ handoff, contact });
  }
  return held;
}
