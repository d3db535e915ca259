/** Customers' own ways of saying a value that the bot did not catch, with the value marked. */
import type { JourneyResult } from '../../domain/journey.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { candidatesFrom, labelled } from '../candidates.js';
import { choose } from '../choose.js';
import { groupInOrder } from '../group-in-order.js';
import { type ToldValue, toldValue } from '../told-values.js';

export const addSlotExamples: Advice = {
  id: 'add_slot_examples',
  title: 'Teach how customers say a value',
  description:
    'Turns in which customers told the bot a value that it did not catch, and gave the agent the very same. Not: values that only the agent was told, which no change of the training data would have caught.',
  answers: ['improve_capture', 'reword_prompt', 'read_back'],
  advise({ slot, category }, input) {
    if (slot === undefined) return [];
    const values = input.definition?.slots.find(({ name }) => name === slot)?.values ?? [];
    const told = input.journeys.flatMap((journey) => {
      const finding = journey.findings.find(
        (one) => one.category === category && one.slot === slot,
      );
      return (finding && toldValue(journey, finding, values, input.lexicon)) ?? [];
    });
    const groups = groupInOrder(told, (one) => intentOf(one, input) ?? '');
    return [...groups]
      .filter(([, own]) => own.length >= input.config.minimumEvidence)
      .flatMap(([intent, own]) => draftFor(slot, intent, own, input));
  },
};

/** The intent that the turn is an example of. Only the customer's request is surely one; an answer to a question is none. */
function intentOf({ journey, utterance }: ToldValue, { config }: AdviceInput): string | null {
  const isRequest = journey.utterance?.turn === utterance.turn;
  return isRequest && labelled(journey, config.labelProbability) ? journey.trueIntent.name : null;
}

function draftFor(
  slot: string,
  intent: string,
  told: readonly ToldValue[],
  input: AdviceInput,
): SuggestionDraft[] {
  const journeys = told.map(({ journey, utterance }): JourneyResult => ({ ...journey, utterance }));
  const known = input.training.phrases
    .filter((phrase) => intent === '' || phrase.intent === intent)
    .map(({ prepared }) => prepared);
  const candidates = candidatesFrom(journeys, input, intent === '' ? null : intent, true);
  const phrases = choose(candidates, known, input.config, input.config.nearDuplicate)
    .map(({ phrase }) => phrase)
    .filter(({ entities }) => entities.some((entity) => entity.slot === slot));
  if (phrases.length === 0) return [];
  const where = intent === '' ? '' : ` in ${intent}`;
  return [
    {
      kind: 'add_slot_examples',
      target: `${intent}/${slot}`,
      ...(intent !== '' && { intent }),
      slot,
      phrases,
      change: `Teach the bot how customers say ${slot}${where}: in ${told.length} journeys they told the bot the value that they then gave the agent, and it did not catch it.`,
    },
  ];
}
