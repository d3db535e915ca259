/** What earlier nights said: certain links stand, and beyond the look-back all of them do. */
import type { Link } from '../domain/journey.js';
import type { ContactSide, HandoffSide } from './sides.js';

export interface Earlier {
  /** The newest link that a night before this one gave, by `Session.id`. */
  links: ReadonlyMap<string, Link>;
  /** Handoffs before this moment keep what they have. */
  lookBackFrom: number;
}

export interface HeldLinks {
  links: Link[];
  /** Those that claim a contact. */
  pairs: { handoff: HandoffSide; contact: ContactSide }[];
}

/** From this posterior on a link does not move any more, but for a key. */
const certainFrom = 0.99;

/** The links to keep: not those of a handoff that now has a key, nor those whose contact is gone or belongs to a key. */
export function heldLinks(
  handoffs: readonly HandoffSide[],
  contacts: ReadonlyMap<string, ContactSide>,
  earlier: Earlier | undefined,
  keyed: ReadonlyMap<string, unknown>,
  claimed: ReadonlySet<ContactSide>,
): HeldLinks {
  const held: HeldLinks = { links: [], pairs: [] };
  if (!earlier) return held;
  const taken = new Set<string>();
  for (const handoff of handoffs) {
    const known = earlier.links.get(handoff.session);
    if (!known || keyed.has(handoff.session)) continue;
    const certain = known.status === 'linked' && known.probability >= certainFrom;
    if (!certain && handoff.at >= earlier.lookBackFrom) continue;
    if (known.contact === null) {
      held.links.push(known);
      continue;
    }
    const contact = contacts.get(known.contact);
    if (!contact || claimed.has(contact) || taken.has(contact.contact)) continue;
    taken.add(contact.contact);
    held.links.push(known);
    held.pairs.push({ handoff, contact });
  }
  return held;
}
