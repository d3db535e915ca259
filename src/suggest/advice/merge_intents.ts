/** Two intents that neither a classifier nor the bot can tell apart. */
import { percent } from '../../lib/wording.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { type MisreadPair, pairsOfWishes } from '../misread-pairs.js';
import { fewestOfPair, mutualConfusion } from '../settings-of-advice.js';

export const mergeIntents: Advice = {
  id: 'merge_intents',
  title: 'Merge two intents',
  description:
    "Intents whose phrases are taken for each other's, in both directions, and which the bot confuses in journeys. Not: an intent whose phrases are taken for another's in one direction alone; those are to be moved.",
  answers: ['teach_intent'],
  advise: (_, input) => pairsOfWishes(input).flatMap((pair) => draftFor(pair, input)),
};

function draftFor(
  { from, to, journeys }: MisreadPair,
  { confusions, config }: AdviceInput,
): SuggestionDraft[] {
  if (journeys.length < Math.max(config.minimumEvidence, fewestOfPair)) return [];
  const { share } = confusions();
  const [there, back] = [share(from, to), share(to, from)];
  if (there < mutualConfusion || back < mutualConfusion) return [];
  const [one, other] = [from, to].sort();
  return [
    {
      kind: 'merge_intents',
      target: `${one}+${other}`,
      intent: to,
      fromIntent: from,
      phrases: [],
      change: `Consider one intent for ${from} and ${to}, and ask which is meant: ${percent(there)} of the phrases of the first read like the second, ${percent(back)} the other way round, and in ${journeys.length} journeys the bot took one for the other.`,
    },
  ];
}
