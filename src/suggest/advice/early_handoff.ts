/** Hand over sooner where staying with the bot has cost customers time and gained nothing. */
import type { RepairKind } from '../../domain/repair.js';
import type { Ticket } from '../../domain/ticket.js';
import type { Advice, AdviceInput } from '../advice.js';
import { addAnswer } from './add_answer.js';

const answers = [
  'hand_over_on_request',
  'dead_end_answer',
  'time_window',
  'break_loop',
] as const satisfies readonly RepairKind[];

export const earlyHandoff: Advice = {
  id: 'early_handoff',
  title: 'Hand over sooner',
  description:
    'Intents that nearly always end with an agent, loops, bad hours and plain requests for a person. Not: failures that a change to the training data can repair.',
  answers,
  advise(ticket, input) {
    const { journeys, config } = input;
    // A bot that already stops by itself in these hours is not to stop sooner: what makes it stop is to be mended.
    if (journeys.length < config.minimumEvidence || ticket.windowCause === 'rule') return [];
    return [
      {
        kind: 'early_handoff',
        target: ticket.intent ?? 'bot',
        ...(ticket.intent !== undefined && { intent: ticket.intent }),
        phrases: [],
        change: changeFor(ticket, journeys.length, hasAnswer(ticket, input)),
      },
    ];
  },
};

/** The same ticket proposes what the bot could say: then the two need an order. */
const hasAnswer = (ticket: Ticket, input: AdviceInput): boolean =>
  ticket.repair === 'dead_end_answer' && addAnswer.advise(ticket, input).length > 0;

function changeFor(
  { repair, intent, window }: Ticket,
  journeys: number,
  isAnswerable: boolean,
): string {
  const where = intent === undefined ? '' : ` in ${intent}`;
  const seen = `(${journeys} journeys)`;
  if (repair === 'hand_over_on_request')
    return `Hand over at the customer's first request for a person${where}, not after another try ${seen}.`;
  if (repair === 'dead_end_answer')
    return `${isAnswerable ? 'Until the bot has an answer of its own, hand' : 'Hand'} over as soon as ${intent ?? 'this intent'} is recognised, with what the customer has said: it nearly always ends with an agent ${seen}.`;
  if (repair === 'time_window' && window)
    return `Between ${clock(window.from)} and ${clock(window.to)}${days(window.days)}, hand over${where} at the first failure ${seen}.`;
  return `Hand over${where} when the bot is about to repeat itself without progress ${seen}.`;
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const days = (which: 'weekdays' | 'weekend' | 'all') =>
  which === 'all' ? '' : which === 'weekend' ? ' at the weekend' : ' on weekdays';
