/** Ask for a slot that agents have to ask for, in words that agents or the bot's own definition use. */
import type { JourneyResult } from '../../domain/journey.js';
import { prepare, similarity } from '../../text/similarity.js';
import type { Advice, AdviceInput } from '../advice.js';
import { personalData } from '../personal-data.js';

const wordingsRead = 60;

export const addSlot: Advice = {
  id: 'add_slot',
  title: 'Ask for a missing slot',
  description:
    "The slot that the bot never asked for, with the definition's own prompt or the most typical question of the agents. Not: a slot that the bot asks for already.",
  answers: ['missed_slot'],
  advise(ticket, input) {
    const { slot, intent } = ticket;
    if (slot === undefined || input.journeys.length < input.config.minimumEvidence) return [];
    const defined = input.definition?.slots.find(({ name }) => name === slot);
    const prompt = defined?.prompts[0] ?? typicalQuestion(slot, input);
    const where = intent === undefined ? '' : ` in ${intent}`;
    const what = defined ? `Ask for ${slot}` : `Add the slot ${slot} and ask for it`;
    const change = `${what}${where} before the handoff: agents had to ask in ${input.journeys.length} journeys.`;
    return [
      {
        kind: 'add_slot',
        target: `${intent ?? ''}/${slot}`,
        ...(intent !== undefined && { intent }),
        slot,
        phrases: [],
        ...(prompt !== undefined && { prompt }),
        change,
      },
    ];
  },
};

/** The agents' question that is most like all the others (the medoid), without anything personal in it. */
function typicalQuestion(slot: string, { journeys }: AdviceInput): string | undefined {
  const questions = journeys
    .flatMap((journey) => questionsIn(journey, slot))
    .slice(0, wordingsRead)
    .map((text) => ({ text, prepared: prepare(text) }));
  const closeness = (one: (typeof questions)[number]) =>
    questions.reduce((sum, other) => sum + similarity(one.prepared, other.prepared), 0);
  return questions
    .map((one) => ({ text: one.text, worth: closeness(one) }))
    .sort(
      (a, b) => b.worth - a.worth || a.text.length - b.text.length || (a.text < b.text ? -1 : 1),
    )
    .at(0)?.text;
}

function questionsIn({ findings, quotes }: JourneyResult, slot: string): string[] {
  const finding = findings.find((one) => one.category === 'missed_slot' && one.slot === slot);
  const asked = finding?.turns.find((turn) => turn.startsWith('agent:'));
  const quote = asked && quotes[asked];
  if (!quote) return [];
  const sentences = quote.split(/(?<=[.?!？。])\s+/).map((sentence) => sentence.trim());
  // Voice transcripts have no question marks, so the last sentence stands in.
  const question = sentences.find((sentence) => /[?？]$/.test(sentence)) ?? sentences.at(-1) ?? '';
  const usable = question !== '' && !/\d/.test(question) && personalData(question) === null;
  return usable ? [question] : [];
}
