/** A question for a slot in the bot's own voice: agents' words are evidence, not what a bot says. */
import type { BotDefinition, DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { nameWords } from '../domain/name-words.js';
import { escapeRegExp } from '../lib/escape-reg-exp.js';
import { onePer } from '../lib/memo.js';
import { contentStems, stems, words } from '../text/words.js';
import { type PromptWords, sayableName } from './sayable-name.js';

const longestName = 8;

/**
 * What the definition's description calls the slot, to be said behind "the": "licence plate of the rental car"; undefined where it is no
 * name of the thing that the slot's own name ends in.
 */
export function describedName(
  slot: string,
  definition: BotDefinition | null,
  { stopWords }: Pick<Lexicon, 'stopWords'>,
): string | undefined {
  const described = definition?.slots.find(({ name }) => name === slot)?.description ?? '';
  const [first = ''] = described.replace(/\s*\([^)]*\)/g, '').split(/[,;.:]/);
  const said = first.trim().replace(/^(?:the|a|an) /i, '');
  const list = words(said);
  const thing = stems(nameWords(slot)).at(-1);
  if (list.length < 2 || list.length > longestName || /\d/.test(said)) return undefined;
  if (stopWords.includes(list[0] ?? '') || !thing || !stems(said).includes(thing)) return undefined;
  return /^\p{Lu}\p{Ll}/u.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

/** One question, and nothing but a question. */
export const isQuestion = (text: string): boolean =>
  /^[^?？]*[?？]$/.test(text.trim()) && !/[.!。]\s/.test(text);

/** "How much is it?" asks for a price where a price was spoken of, and not for what agents mean by "your income after tax". */
export function asksAlike(
  prompt: string,
  question: string,
  slot: string,
  { stopWords }: Pick<Lexicon, 'stopWords'>,
): boolean {
  const known = new Set(stopWords);
  const stemsOf = (text: string) => contentStems(text, known);
  const meant = new Set([...stemsOf(question), ...stemsOf(nameWords(slot))]);
  return stemsOf(prompt).some((one) => meant.has(one));
}

/**
 * The slot's own question; else one as the bot asks for another slot; undefined where the bot has no such question to go by.
 */
export const ownPrompt = (
  slot: string,
  definition: BotDefinition | null,
  said: PromptWords,
): string | undefined =>
  definition?.slots.find(({ name }) => name === slot)?.prompts.find(isQuestion) ??
  siblingPrompt(slot, definition, said);

/**
 * Another slot's question that names its slot, with this one in its place, as its description calls it or by its name, the shortest of those; never one that the
 * bot asks for this slot already, give or take a word; undefined for a name that nobody says.
 */
export function siblingPrompt(
  slot: string,
  definition: BotDefinition | null,
  by: PromptWords,
): string | undefined {
  const described = describedName(slot, definition, by.lexicon);
  const said = sayableName(slot, definition, by);
  if (described === undefined && said === undefined) return undefined;
  const slots = definition?.slots ?? [];
  const target = slots.find(({ name }) => name === slot);
  const known = (target?.prompts ?? []).map((prompt) => words(prompt));
  const isListed = (one: DefinedSlot | undefined) => (one?.values.length ?? 0) > 0;
  const isPlural = (name: string) => by.language.isPlural(headOf(name, by.lexicon));
  // "Which plan is it?" asks for one of a list, and "what are your books?" for several.
  const patterns = slots
    .filter((sibling) => !isListed(sibling) || isListed(target))
    .filter(({ name }) => isPlural(nameWords(name)) === isPlural(described ?? nameWords(slot)))
    .flatMap((sibling) => patternsOf(sibling, by.lexicon))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const prompts = [
    ...(described === undefined
      ? []
      : patterns
          .filter((one) => beforeName.test(one))
          .map((one) => one.replace(beforeName, `the ${described}`))),
    // "What is your moving from?"
    ...(said !== undefined && !by.lexicon.stopWords.includes(words(said).at(-1) ?? '')
      ? patterns.map((one) => one.replace(place, said))
      : []),
  ];
  return prompts.find((prompt) => !known.some((one) => differInOne(words(prompt), one)));
}

/** "What is the branch?" is no other wording of "What is your branch?". */
const differInOne = (a: readonly string[], b: readonly string[]): boolean =>
  a.filter((word) => !b.includes(word)).length <= 1 &&
  b.filter((word) => !a.includes(word)).length <= 1;

const place = '{}';
/** "What is your number of the bag tag?" is asked by nobody: a description stands behind "the". */
const beforeName = /(?<!\p{L})(?:the|your) \{\}/iu;

/** The noun that a name is about: "doses" of "doses that are left", "number" of "loan number". */
function headOf(name: string, { stopWords }: Pick<Lexicon, 'stopWords'>): string {
  const list = words(name);
  const end = list.findIndex((word, i) => i > 0 && stopWords.includes(word));
  return list.at(end < 0 ? -1 : end - 1) ?? '';
}

/** What kinds of values are called: "name", "number", "date". */
const kindNouns = onePer(
  (slotTypes: Lexicon['slotTypes']) =>
    new Set(
      Object.values(slotTypes).flatMap(({ names }) =>
        names.flatMap((name) => words(name).slice(-1)),
      ),
    ),
);

/**
 * The questions of a slot that say its name, with a place for another's. A word of content beside the name belongs to it:
 * of "What is your loan account number?" another slot would make "What is your loan phone?". So does a kind of value anywhere: "What is the name of the shop?".
 */
function patternsOf({ name, prompts }: DefinedSlot, lexicon: PromptWords['lexicon']): string[] {
  const stopWords = new Set(lexicon.stopWords);
  const kinds = kindNouns(lexicon.slotTypes);
  // "new ph" (`newPh`) is no name in "What is your new phone number?".
  const said = new RegExp(`(?<!\\p{L})${escapeRegExp(nameWords(name))}(?!\\p{L})`, 'iu');
  return prompts.flatMap((prompt) => {
    const found = said.exec(prompt);
    if (!found || !isQuestion(prompt) || prompt.includes('{')) return [];
    const before = prompt.slice(0, found.index);
    const after = prompt.slice(found.index + found[0].length);
    // "(three letters, then six digits)" is said of this slot's values alone.
    if (/[([\d]/.test(before + after)) return [];
    const beside = [/(\p{L}+) $/u.exec(before)?.[1], /^ (\p{L}+)/u.exec(after)?.[1]];
    const isBound = beside.some((word) => word && !stopWords.has(word.toLowerCase()));
    const saysKind = words(`${before} ${after}`).some(
      (word) => kinds.has(word) && !stopWords.has(word),
    );
    return isBound || saysKind ? [] : [before + place + after];
  });
}
