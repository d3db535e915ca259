/** Does the agent's opening refer to what the customer had said to the bot? And in what mood does the customer arrive? */

import type { AgentReading } from '../questions/agent-side.js';
import type { BotReading } from '../questions/bot-side.js';
import type { QuestionTools } from '../questions/tools.js';
import { tokensIn } from '../text/tokens.js';
import { stem } from '../text/words.js';
import type { ReadTurn } from '../transcript/turns.js';
import { type Calming, feltMood, receptionsOf } from './calming.js';

export interface Opening {
  /** Agent-side turns that make up the opening. */
  turns: number[];
  /** The customer had told the bot something that it could refer to. */
  toldBefore: number[];
  warm: boolean;
  /** "How can I help?", in so many words. */
  generic: boolean;
}

export function readOpening(bot: BotReading, agent: AgentReading): Opening {
  const told = bot.customer.filter(
    ({ role, content, text }) =>
      role !== 'courtesy' && role !== 'human' && (content.length > 0 || text.includes('⟨')),
  );
  const said = new Set(told.flatMap(({ content }) => content.map(stem)));
  const hashes = new Set(told.flatMap(({ text }) => tokensIn(text).map(({ hash }) => hash)));
  const refers = ({ content, text, marks }: ReadTurn) =>
    marks.has('context') ||
    content.some((word) => word.length > 2 && said.has(stem(word))) ||
    tokensIn(text).some(({ hash }) => hashes.has(hash));
  return {
    turns: agent.opening.map(({ index }) => index),
    toldBefore: told.filter(({ content }) => content.length >= 2).map(({ index }) => index),
    warm: agent.opening.some(refers),
    generic: agent.opening.some(({ marks }) => marks.has('generic')),
  };
}

export interface Mood {
  /** -1 to 1; null where the customer said nothing. */
  toBot: number | null;
  toAgent: number | null;
  botTurn?: number;
  agentTurn?: number;
}

/** First words on each side; the platform's own judgement where it has one, and the agent's where agents calm. */
export function readMood(
  bot: BotReading,
  agent: AgentReading,
  tools: QuestionTools,
  calming: Calming,
): Mood {
  const firstToBot = bot.customer.find(
    (turn) => turn.content.length > 0 && turn.role !== 'payload',
  );
  let worst: { turn: number; mood: number } | null = null;
  for (const reception of receptionsOf(agent, tools)) {
    const mood = feltMood(reception, calming);
    if (!worst || mood < worst.mood) worst = { turn: reception.turn, mood };
  }
  return {
    toBot: firstToBot ? tools.sentiment(firstToBot.text) : null,
    toAgent: worst?.mood ?? null,
    ...(firstToBot && { botTurn: firstToBot.index }),
    ...(worst && { agentTurn: worst.turn }),
  };
}
