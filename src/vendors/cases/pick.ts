/** Which wordings become regression cases: what was accepted, under the intent that the patched training data have it. */
import type { BotDefinition } from '../../domain/conversation.js';
import type { Phrase, Suggestion, SuggestionKind } from '../../domain/suggestion.js';
import { groupBy } from '../../lib/group-by.js';
import { keyOf } from '../phrases/plan.js';
import type { PatchWriter, RegressionCase } from '../vendor.js';

/** A few of an intent show whether it was taught; a test of every phrase would only repeat the training data. */
const mostOfAnIntent = 5;

/**
 * Kinds whose phrases are whole wishes. Phrases of `add_slot_examples` are answers to a question, which no intent is expected of;
 * what a bot asks (`add_slot`, `change_prompt`) depends on the turns before, and has no wording of a customer.
 */
const teaching: ReadonlySet<SuggestionKind> = new Set<SuggestionKind>([
  'add_phrases',
  'move_phrases',
  'new_intent',
  'out_of_scope_phrases',
]);

/**
 * In order of intents, those of an intent in order of the suggestions: the same suggestions give the same cases.
 * @param definition of the patched training data: what the patch could not put in must not be expected of the bot
 * @param wordsOf the patch's own: a phrase that it writes in other words may be another intent's by these
 */
export function pickCases(
  suggestions: readonly Suggestion[],
  definition: BotDefinition,
  wordsOf: PatchWriter['wordsOf'],
): RegressionCase[] {
  const intents = new Set(definition.intents.map(({ name }) => name));
  const taught = taughtIn(definition, wordsOf);
  const found = new Map<string, RegressionCase>();
  for (const suggestion of suggestions.filter(({ kind }) => teaching.has(kind)))
    for (const phrase of suggestion.phrases) {
      const text = wordsOf(phrase.text);
      if (text === null || found.has(keyOf(text))) continue;
      const intent = expectedOf(suggestion, taught.get(keyOf(text)) ?? new Set());
      if (intent !== null && intents.has(intent))
        found.set(keyOf(text), { intent, text, phrase: spokenOf(phrase) });
    }
  return [...groupBy([...found.values()], ({ intent }) => intent)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => own.slice(0, mostOfAnIntent));
}

const spokenOf = ({ text, entities }: Phrase): RegressionCase['phrase'] => ({ text, entities });

/** By the same words: an example may be written as the patch would not write it. */
function taughtIn(
  { intents }: BotDefinition,
  wordsOf: PatchWriter['wordsOf'],
): Map<string, Set<string>> {
  const taught = new Map<string, Set<string>>();
  for (const { name, examples } of intents)
    for (const example of examples) {
      const key = keyOf(wordsOf(example) ?? example);
      taught.set(key, (taught.get(key) ?? new Set()).add(name));
    }
  return taught;
}

/**
 * What is none of the bot's is expected to be what the vendor has for that, where it has an intent for it. Any other phrase
 * belongs to its suggestion's intent: not found in the files it may be written otherwise there (Lex puts `{slot}` in place of a
 * value), found under another intent it was left out of the patch.
 */
function expectedOf({ kind, intent }: Suggestion, standsUnder: ReadonlySet<string>): string | null {
  const [only] = standsUnder;
  if (standsUnder.size > 1) return null;
  if (kind === 'out_of_scope_phrases') return only ?? null;
  return intent !== undefined && (only === undefined || only === intent) ? intent : null;
}
