import type { KeyedPair } from './keys.js';
import type { ContactSide, HandoffSide } from './sides.js';

/** What is known beside the open handoffs and the free contacts. */
export interface Known {
  keyed: readonly KeyedPair[];
  held: readonly { handoff: HandoffSide; contact: ContactSide }[];
  legs: ReadonlyMap<string, readonly ContactSide[]>;
}
