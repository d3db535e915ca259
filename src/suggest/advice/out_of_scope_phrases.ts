/** Words of customers who wanted nothing that the bot has an intent for: examples of what it should hand over. */
import type { JourneyResult } from '../../domain/journey.js';
import { onePer } from '../../lib/memo.js';
import { type Prepared, prepare } from '../../text/similarity.js';
import type { Advice, AdviceInput } from '../advice.js';
import { candidatesFrom, labelled } from '../candidates.js';
import { chooseForeign, type InScope } from '../foreign.js';
import { strongSignal } from '../settings.js';
import { phraseKey } from '../training.js';

export const outOfScopePhrases: Advice = {
  id: 'out_of_scope_phrases',
  title: 'Add out-of-scope examples',
  description:
    'Words that the bot took for one of its intents and that belong to none of them, by two signals that agree or one that is nearly certain: those that are most like the others and least like what the bot serves. Not: what is already a training phrase of an intent.',
  answers: ['new_intent', 'teach_intent'],
  advise(ticket, input) {
    const foreign = input.journeys.filter((journey) => isForeign(journey, input));
    const chosen = chooseForeign(
      candidatesFrom(foreign, input, null),
      inScope(input),
      input.config,
    );
    if (chosen.length === 0) return [];
    const until =
      ticket.repair === 'new_intent'
        ? 'Until it has an intent of its own for them, let the bot hand over instead of guessing: teach'
        : 'Teach';
    const change = `${until} the bot that these wordings belong to none of its intents: ${foreign.length} customers wanted what it does not cover.`;
    const { maximumPhrases } = input.config;
    // The most telling come first, and no more at a time than a person wants to read.
    return Array.from({ length: Math.ceil(chosen.length / maximumPhrases) }, (_, part) => ({
      kind: 'out_of_scope_phrases',
      target: part === 0 ? 'out_of_scope' : `out_of_scope_${part + 1}`,
      phrases: chosen
        .slice(part * maximumPhrases, (part + 1) * maximumPhrases)
        .map(({ phrase }) => phrase),
      change,
    }));
  },
};

function isForeign(journey: JourneyResult, { config }: AdviceInput): boolean {
  const { name, probability, standing } = journey.trueIntent;
  if (name !== null || journey.link.status !== 'linked') return false;
  // What the bot did not take for anything it need not learn to refuse.
  if (journey.botIntent === undefined) return false;
  const needed = Math.max(strongSignal, config.labelProbability);
  return (
    labelled(journey, config.labelProbability) || (standing !== 'none' && probability >= needed)
  );
}

function inScope({ handled, training }: AdviceInput): InScope {
  return {
    served: servedIn(handled),
    taught: training.phrases.filter(({ label }) => label !== null).map(({ prepared }) => prepared),
  };
}

/** Once a night: the advice is asked for each ticket. */
const servedIn = onePer((handled: AdviceInput['handled']): Prepared[] => {
  const served = new Map(handled.map(({ utterance: { text } }) => [phraseKey(text), text]));
  return [...served].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => prepare(text));
});
