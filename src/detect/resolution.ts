/** What the agent said that solved it: statements, after all questions that were asked on the way. */
import type { TurnRef } from '../domain/journey.js';
import type { AgentReading } from '../questions/agent-side.js';
import type { QuestionTools } from '../questions/tools.js';
import { leastContentOfSolution, statementsKept } from './settings.js';

export interface Statement {
  turn: TurnRef;
  /** Verbatim from the redacted store. */
  text: string;
}

/** In order; none where the contact is known not to have been resolved, or was passed on. */
export function resolutionOf(agent: AgentReading | null, { reader }: QuestionTools): Statement[] {
  if (!agent) return [];
  const { contact, turns, asks, opening } = agent;
  if (contact.outcome.resolved === false || contact.outcome.transferred === true) return [];
  const lastAsked = Math.max(-1, ...asks.map(({ turn }) => turn));
  const opened = new Set(opening.map(({ index }) => index));
  return turns
    .filter(
      ({ index, content, marks, text }) =>
        contact.turns[index]?.actor === 'agent' &&
        index > lastAsked &&
        !opened.has(index) &&
        content.length >= leastContentOfSolution &&
        !marks.has('generic') &&
        reader.sentences(text).every(({ act }) => act.kind === 'statement'),
    )
    .slice(0, statementsKept)
    .map(({ index, text }) => ({ turn: `agent:${index}`, text }));
}
