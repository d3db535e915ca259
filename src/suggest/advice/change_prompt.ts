/** Another wording where the bot's own question gets no value, or a wrong one. */
import type { JourneyResult } from '../../domain/journey.js';
import type { Quote, Ticket } from '../../domain/ticket.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { describedName, siblingPrompt } from '../own-prompt.js';
import { sayableName } from '../sayable-name.js';
import { questionsFor, typicalQuestion } from '../typical-question.js';

const quoted = 3;

export const changePrompt: Advice = {
  id: 'change_prompt',
  title: 'Change a prompt',
  description:
    'Slots that the bot asks for and does not get, asked as the bot asks for another one, with how agents got them as evidence; and slots that it gets wrong, read back before the handoff. Not: slots that the bot never asks for.',
  answers: ['improve_capture', 'reword_prompt', 'read_back'],
  advise(ticket, input) {
    const { slot } = ticket;
    if (slot === undefined) return [];
    return ticket.repair === 'read_back'
      ? readBack(slot, ticket, input)
      : askLikeAgents(slot, ticket, input);
  },
};

function readBack(
  slot: string,
  ticket: Ticket,
  { journeys, config, definition, lexicon, language }: AdviceInput,
): SuggestionDraft[] {
  const described = describedName(slot, definition, lexicon);
  const asked = questionsFor(journeys, ticket.category, slot);
  const said = sayableName(slot, definition, { lexicon, language, asked });
  if (journeys.length < config.minimumEvidence || !(described ?? said)) return [];
  const prompt = `Is ${described ? `the ${described}` : `your ${said}`} {${slot}}?`;
  const change = `Read ${slot} back${where(ticket)} before the handoff: in ${journeys.length} journeys the customer gave the agent another value than the bot held.`;
  return [draftOf(slot, ticket, journeys, prompt, change)];
}

function askLikeAgents(slot: string, ticket: Ticket, input: AdviceInput): SuggestionDraft[] {
  const asked = input.journeys.filter(({ ledger }) =>
    ledger.some((entry) => entry.slot === slot && entry.bot === 'asked_not_captured'),
  );
  const prompt = siblingPrompt(slot, input.definition, {
    ...input,
    asked: questionsFor(asked, ticket.category, slot),
  });
  if (asked.length < input.config.minimumEvidence || prompt === undefined) return [];
  const agents = typicalQuestion(asked, ticket.category, slot);
  const heard = agents === undefined ? '' : `, as in "${agents}"`;
  const change = `Ask for ${slot}${where(ticket)} in other words: the bot asked in ${asked.length} journeys and kept no value, and agents had to ask again${heard}.`;
  return [draftOf(slot, ticket, asked, prompt, change)];
}

const where = ({ intent }: Ticket) => (intent === undefined ? '' : ` in ${intent}`);

function draftOf(
  slot: string,
  { intent, category }: Ticket,
  journeys: readonly JourneyResult[],
  prompt: string,
  change: string,
): SuggestionDraft {
  const evidence = journeys.flatMap((journey) => toldTo(journey, category, slot));
  return {
    kind: 'change_prompt',
    target: `${intent ?? ''}/${slot}`,
    ...(intent !== undefined && { intent }),
    slot,
    phrases: [],
    prompt,
    ...(evidence.length > 0 && { evidence: evidence.slice(0, quoted) }),
    change,
  };
}

/** The last of the bot's turns that the finding names: where the value was given, or asked for. */
function toldTo(
  { sessionId, contactId, findings, quotes }: JourneyResult,
  category: Ticket['category'],
  slot: string,
): Quote[] {
  const finding = findings.find((one) => one.category === category && one.slot === slot);
  const turn = finding?.turns.findLast((one) => one.startsWith('bot:'));
  const quote = turn && quotes[turn];
  return turn && quote ? [{ sessionId, contactId, turns: [turn], quote }] : [];
}
