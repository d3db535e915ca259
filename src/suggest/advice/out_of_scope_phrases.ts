/** Words of customers who wanted nothing that the bot has an intent for: examples of what it should hand over. */
import type { JourneyResult } from '../../domain/journey.js';
import type { Advice, AdviceInput } from '../advice.js';
import { candidatesFrom, labelled } from '../candidates.js';
import { choose } from '../choose.js';

/** One signal alone speaks for "none of the bot's intents" from this probability on. */
const strong = 0.95;

export const outOfScopePhrases: Advice = {
  id: 'out_of_scope_phrases',
  title: 'Add out-of-scope examples',
  description:
    'Words that belong to none of the intents, by two signals that agree or one that is nearly certain. Not: what is already a training phrase of an intent.',
  answers: ['new_intent', 'teach_intent'],
  advise(_, input) {
    const foreign = input.journeys.filter((journey) => isForeign(journey, input));
    const known = input.training.phrases.map(({ prepared }) => prepared);
    const chosen = choose(candidatesFrom(foreign, input, null), known, input.config);
    if (chosen.length === 0) return [];
    const phrases = chosen.map(({ phrase }) => phrase);
    const change = `Teach the bot that these wordings belong to no intent: ${foreign.length} customers wanted what it does not cover.`;
    return [{ kind: 'out_of_scope_phrases', target: 'out_of_scope', phrases, change }];
  },
};

function isForeign(journey: JourneyResult, { config }: AdviceInput): boolean {
  const { name, probability, standing } = journey.trueIntent;
  if (name !== null || journey.link.status !== 'linked') return false;
  const needed = Math.max(strong, config.labelProbability);
  return (
    labelled(journey, config.labelProbability) || (standing !== 'none' && probability >= needed)
  );
}
