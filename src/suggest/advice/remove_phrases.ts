/** One phrase under two intents teaches neither. */
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { type MisreadPair, misreadPairs } from '../misread-pairs.js';
import { isFoundInFiles, phraseKey } from '../training.js';

export const removePhrases: Advice = {
  id: 'remove_phrases',
  title: 'Remove training phrases',
  description:
    'Phrases that stand under two intents, where the bot took one for the other: they stay with the intent that customers wanted. Not: phrases that are only alike, and phrases whose removal would empty an intent.',
  answers: ['teach_intent'],
  advise: (_, input) => misreadPairs(input).flatMap((pair) => draftFor(pair, input)),
};

function draftFor(
  { from, to, journeys }: MisreadPair,
  { training: { phrases, byKey }, isRefused }: AdviceInput,
): SuggestionDraft[] {
  const own = phrases.filter(({ intent }) => intent === from);
  const both = own
    .filter(isFoundInFiles)
    .filter(({ key, text }) => byKey.get(key)?.includes(to) && !isRefused({ text, entities: [] }));
  if (both.length === 0 || 2 * both.length > own.length) return [];
  const first = new Map(both.map((phrase) => [phraseKey(phrase.text), phrase]));
  return [
    {
      kind: 'remove_phrases',
      target: `${from}>${to}`,
      intent: from,
      fromIntent: from,
      phrases: [...first.values()].map(({ text }) => ({ text, entities: [], sources: [] })),
      change: `Take out of ${from} what stands under ${to} as well: in ${journeys.length} journeys the bot took it for ${from}, and the customer wanted ${to}.`,
    },
  ];
}
