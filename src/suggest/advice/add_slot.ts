/** Ask for a slot that agents have to ask for, in words that agents or the bot's own definition use. */
import type { Advice } from '../advice.js';
import { typicalQuestion } from '../typical-question.js';

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
    const prompt = defined?.prompts[0] ?? typicalQuestion(input.journeys, 'missed_slot', slot);
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
