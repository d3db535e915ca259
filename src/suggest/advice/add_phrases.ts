/** Customers' words that the bot misread or did not recognise, under the intent that the agent side shows. */
import type { JourneyResult } from '../../domain/journey.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { candidatesFrom, labelled } from '../candidates.js';
import { choose } from '../choose.js';
import { groupInOrder } from '../group-in-order.js';

export const addPhrases: Advice = {
  id: 'add_phrases',
  title: 'Add training phrases',
  description:
    "Customers' own words that the bot misread or did not recognise, where at least two signals of the agent side agree on the intent. Not: what the training data has already.",
  answers: ['teach_intent'],
  advise(_, input) {
    const misread = input.journeys.filter((journey) => wasMisread(journey, input));
    const groups = groupInOrder(misread, ({ trueIntent }) => trueIntent.name ?? '');
    return [...groups].flatMap(([intent, journeys]) => draftFor(intent, journeys, input));
  },
};

function wasMisread(journey: JourneyResult, { config, definition }: AdviceInput): boolean {
  const { name } = journey.trueIntent;
  if (name === null || !labelled(journey, config.labelProbability)) return false;
  // An intent that the bot does not have takes no phrases.
  if (definition && !definition.intents.some((intent) => intent.name === name)) return false;
  const unheard = journey.findings.some(({ category }) => category === 'unrecognised_utterance');
  return journey.botIntent !== name || unheard;
}

function draftFor(
  intent: string,
  journeys: JourneyResult[],
  input: AdviceInput,
): SuggestionDraft[] {
  const known = input.training.phrases.filter((phrase) => phrase.intent === intent);
  const chosen = choose(
    candidatesFrom(journeys, input, intent),
    known.map(({ prepared }) => prepared),
    input.config,
  );
  if (chosen.length === 0) return [];
  const phrases = chosen.map(({ phrase }) => phrase);
  const change = `Add customers' own wordings to ${intent}: the bot misread it in ${journeys.length} journeys.`;
  return [{ kind: 'add_phrases', target: intent, intent, phrases, change }];
}
