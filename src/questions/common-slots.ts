/** Slots that a definition leaves out, though agents ask for them everywhere: without them their questions look like others'. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { createProfiler } from './slot-profile.js';

/** Kinds of the lexicon that say who the customer is. */
const personal = ['person_name', 'date_of_birth', 'phone', 'email', 'address', 'postcode'];

/** The verification slots of the config, and the personal kinds, where no defined slot is of that name or kind. */
export function commonSlots(
  defined: readonly DefinedSlot[],
  verification: readonly string[],
  lexicon: Lexicon,
): DefinedSlot[] {
  const profile = createProfiler(lexicon);
  const names = new Set(defined.map(({ name }) => name));
  const kinds = new Set(defined.flatMap((slot) => [...profile(slot).kinds]));
  const bare = (name: string): DefinedSlot => ({ name, values: [], prompts: [], neededBy: [] });
  const checked = verification.filter((name) => !names.has(name)).map(bare);
  for (const slot of checked) for (const kind of profile(slot).kinds) kinds.add(kind);
  const known = personal.filter((kind) => Object.hasOwn(lexicon.slotTypes, kind));
  return [...checked, ...known.filter((kind) => !kinds.has(kind) && !names.has(kind)).map(bare)];
}
