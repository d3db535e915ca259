/** What answers a slot before anybody was heard to: its kind says so, its list of values, "the last four digits". */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Language } from '../language/language.js';
import { createPhrasebook } from '../text/phrasebook.js';
import { splitName, wordsOf } from '../transcript/clauses.js';
import { createTurnReader } from '../transcript/turns.js';
import { answerForms } from './answer-form.js';
import { shapesGiven } from './answer-shapes.js';
import { expectedTrust } from './settings.js';
import { createProfiler } from './slot-profile.js';
import { unseenWording, type Wording } from './wordings.js';

/** Forms of answers to slots of the lexicon's kinds. */
export const formsOfKind = new Map<string, readonly string[]>([
  ...['phone', 'email', 'address', 'postcode'].map((kind) => [kind, [`⟨${kind}`]] as const),
  ['person_name', ['⟨name']],
  ['date_of_birth', ['⟨date_of_birth', '#date']],
  ['account_number', ['⟨account']],
  ['reference', ['⟨account']],
  ['date', ['#date']],
  ['amount', ['#money']],
  ['count', ['d1', 'd2']],
  ['party', ['d1', 'd2']],
  ['duration', ['d1', 'd2']],
  ['age', ['d2']],
  ['flag', ['~yesno']],
]);

/** A phone number answers the question for a phone, whether or not the bot was ever seen to ask for one. */
export function expectedAnswers(
  slots: readonly DefinedSlot[],
  lexicon: Lexicon,
  language: Language,
): Wording[] {
  const profile = createProfiler(lexicon);
  const readTurn = createTurnReader(lexicon);
  const determiners = new Set(lexicon.determiners);
  const quantities = createPhrasebook(
    ['count', 'duration'].flatMap((kind) =>
      [...(lexicon.slotTypes[kind]?.names ?? []), ...(lexicon.slotTypes[kind]?.asks ?? [])].map(
        (name) => [wordsOf(name), kind] as const,
      ),
    ),
  );
  const formsOf = (slot: DefinedSlot): readonly string[] => {
    const { kinds } = profile(slot);
    const values = slot.values.map((text) => answerForms([readTurn({ at: 0, text }, 0)], language));
    // "Leave it at the door", "front desk", "gate code 4471": one of them has figures.
    const inWords = values.filter((forms) => forms.every((form) => !/\d|@/.test(form)));
    if (2 * inWords.length > values.length) return inWords.flat();
    const digits = digitsIn(slot, language);
    if (digits.length > 0) return digits;
    const description = wordsOf(slot.description ?? '');
    const hits = quantities(description);
    // "Number of tickets" says how many there are, "number of the card" is what one card is known by.
    const said = hits.filter(({ to }) => !determiners.has(description[to] ?? ''));
    if (language.countedUnits.has(splitName(slot.name).at(-1) ?? ''))
      return formsOfKinds(new Set(['count']));
    if (said.length > 0) return formsOfKinds(new Set(said.map(({ label }) => label)));
    return formsOfKinds(
      hits.length > 0 ? new Set([...kinds].filter((kind) => kind !== 'count')) : kinds,
    );
  };
  return slots.flatMap((slot) => {
    const forms = formsOf(slot);
    if (forms.length === 0) return [];
    const answers = new Map<string, number>();
    for (const form of forms)
      answers.set(form, (answers.get(form) ?? 0) + expectedTrust / forms.length);
    return { ...unseenWording(), label: slot.name, answers, given: shapesAmong(answers) };
  });
}

/** As if each form were an answer. */
function shapesAmong(answers: ReadonlyMap<string, number>): Map<string, number> {
  const given = new Map<string, number>();
  for (const [form, n] of answers) {
    const key = shapesGiven([form]);
    if (key !== null) given.set(key, (given.get(key) ?? 0) + n);
  }
  return given;
}

/** The narrowest of its kinds that says what answers it. */
function formsOfKinds(kinds: ReadonlySet<string>): readonly string[] {
  for (const [kind, forms] of formsOfKind) if (kinds.has(kind)) return forms;
  return [];
}

/** Numbers of more digits are redacted as accounts. */
const mostReadable = 5;

/** "Last four digits of the card", "five-digit code". */
function digitsIn({ description = '', prompts }: DefinedSlot, { numbers }: Language): string[] {
  const text = numbers.toDigits([description, ...prompts].join(' . ').toLowerCase());
  const [, count] = /\b(\d{1,2})[ -]digits?\b/.exec(text) ?? [];
  if (count === undefined) return [];
  return [Number(count) <= mostReadable ? `d${count}` : '⟨account'];
}
