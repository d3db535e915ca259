/** Ask for a slot that a form lacks and agents have to ask for, in the bot's own voice. */
import { formSlots } from '../../domain/form-slots.js';
import type { Ticket } from '../../domain/ticket.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { asksAlike, ownPrompt } from '../own-prompt.js';
import { leastShareAsked } from '../settings-of-advice.js';
import { questionsFor, typicalQuestion } from '../typical-question.js';

export const addSlot: Advice = {
  id: 'add_slot',
  title: 'Ask for a missing slot',
  description:
    "A slot that the form of an intent lacks, with the bot's own question for it, or one made after its other questions; without a question where agents ask in words that it has none of. Not: a slot that the form has already.",
  answers: ['add_slot'],
  advise: (ticket, input) => ticket.intents.flatMap((intent) => draftFor(intent, ticket, input)),
};

function draftFor(
  intent: string,
  { slot }: Ticket,
  { journeys, results, definition, config, lexicon, language }: AdviceInput,
): SuggestionDraft[] {
  if (slot === undefined || formSlots(definition).has(intent, slot)) return [];
  const asked = journeys.filter(({ findings }) =>
    findings.some((one) => one.slot === slot && one.intent === intent),
  );
  const all = results.filter(
    ({ link, trueIntent }) => link.status === 'linked' && trueIntent.name === intent,
  );
  if (asked.length < Math.max(config.minimumEvidence, leastShareAsked * all.length)) return [];
  const isDefined = definition?.slots.some(({ name }) => name === slot);
  const own = ownPrompt(slot, definition, {
    lexicon,
    language,
    asked: questionsFor(asked, 'missed_slot', slot),
  });
  const agents = typicalQuestion(asked, 'missed_slot', slot);
  const isFit = own !== undefined && (!agents || asksAlike(own, agents, slot, lexicon));
  const what = isDefined ? `Ask for ${slot}` : `Add the slot ${slot} and ask for it`;
  return [
    {
      kind: 'add_slot',
      target: `${intent}/${slot}`,
      intent,
      slot,
      phrases: [],
      ...(isFit && { prompt: own }),
      change: `${what} in ${intent} before the handoff: agents had to ask in ${asked.length} journeys.`,
    },
  ];
}
