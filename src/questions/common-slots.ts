/** Slots that a definition leaves out, though agents ask for them everywhere: without them their questions look like others'. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { isPlainValue } from './answer-form.js';
import { formsOfKind } from './expected-answers.js';
import { fewestOwn, mostlyOfKind } from './settings.js';
import { createProfiler } from './slot-profile.js';

/** Kinds of the lexicon that say who the customer is. */
const personal = ['person_name', 'date_of_birth', 'phone', 'email', 'address', 'postcode'];

/** The forms of answers by which the redactor tells a slot of a personal kind. */
export const tellingFormsOf = (kind: string): readonly string[] =>
  (formsOfKind.get(kind) ?? []).filter((form) => form.startsWith('⟨'));

/** Form of answer to kind, where the redactor tells the kind. */
const kindOfForm = new Map(
  personal.flatMap((kind) => tellingFormsOf(kind).map((form) => [form, kind] as const)),
);

/** The kind of which a slot's values are by the answers to the bot's own questions, whatever the slot is called: `mob_no`. */
export function kindsAnswered(
  answered: readonly { slot: string; answer: readonly string[] }[],
): Set<string> {
  const bySlot = new Map<string, { all: number; kinds: Map<string, number> }>();
  for (const { slot, answer } of answered) {
    if (!isPlainValue(answer)) continue;
    const known = bySlot.get(slot) ?? { all: 0, kinds: new Map<string, number>() };
    bySlot.set(slot, known);
    known.all += 1;
    for (const form of answer) {
      const kind = kindOfForm.get(form);
      if (kind !== undefined) known.kinds.set(kind, (known.kinds.get(kind) ?? 0) + 1);
    }
  }
  return new Set(
    [...bySlot.values()].flatMap(({ all, kinds }) =>
      [...kinds].flatMap(([kind, n]) => (all >= fewestOwn && n >= mostlyOfKind * all ? kind : [])),
    ),
  );
}

/** Whether the definition may lack it: it is of a personal kind and nothing is known of it but that. */
export const isCommonSlot = ({
  name,
  description,
  values,
  prompts,
  neededBy,
}: DefinedSlot): boolean =>
  personal.includes(name) &&
  description === undefined &&
  values.length + prompts.length + neededBy.length === 0;

/**
 * The verification slots of the config, and the personal kinds, where no defined slot is of that name or kind.
 *
 * @param answered kinds that the bot is seen to ask for
 */
export function commonSlots(
  defined: readonly DefinedSlot[],
  verification: readonly string[],
  lexicon: Lexicon,
  answered: ReadonlySet<string> = new Set(),
): DefinedSlot[] {
  const profile = createProfiler(lexicon);
  const names = new Set(defined.map(({ name }) => name));
  const kinds = new Set([...answered, ...defined.flatMap((slot) => [...profile(slot).kinds])]);
  const bare = (name: string): DefinedSlot => ({ name, values: [], prompts: [], neededBy: [] });
  const checked = verification.filter((name) => !names.has(name)).map(bare);
  for (const slot of checked) for (const kind of profile(slot).kinds) kinds.add(kind);
  const known = personal.filter((kind) => Object.hasOwn(lexicon.slotTypes, kind));
  return [...checked, ...known.filter((kind) => !kinds.has(kind) && !names.has(kind)).map(bare)];
}
