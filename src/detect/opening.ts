/** Does the agent's opening refer to what the customer had said to the bot? And in what mood does the customer arrive? */

import type { AgentReading } from '../questions/agent-side.js';
import type { BotReading } from '../questions/bot-side.js';
import type { QuestionTools } from '../questions/tools.js';
import { tokensIn } from '../text/tokens.js';
import { stem } from '../text/words.js';
import { type DeEscalation, feltMood, receptionsOf } from './de-escalation.js';
import { saysInLikeWords, saysSomething } from './repeats.js';
import {
  botsTimes,
  customersTimes,
  fewestOfBot,
  mostOfYes,
  shortestReference,
} from './settings.js';

export interface Opening {
  /** Agent-side turns that make up the opening. */
  turns: number[];
  /** The customer had told the bot something that it could refer to. */
  toldBefore: number[];
  warm: boolean;
  /** "How can I help?", in so many words. */
  generic: boolean;
}

/** Stems of what an opening is compared with; null without an agent's transcript. */
export interface OpeningWords {
  agent: string[];
  /** What the customer had told the bot. */
  customer: string[];
  /** What the bot said from then on: it names the matter in its own words ("get a credit"), and agents read them. */
  bot: string[];
}

/** What openings share with the sessions before them by chance, and what because agents read those. */
export interface OpeningHabits {
  /** Stems that come in openings hardly more often where the customer had said them: "is it about the phone or the internet?" */
  byChance: ReadonlySet<string>;
  /** Stems that come in openings where the bot had said them, and hardly ever elsewhere. */
  fromBot: ReadonlySet<string>;
}

export function openingWordsOf(
  bot: BotReading,
  agent: AgentReading,
  tools: QuestionTools,
): OpeningWords {
  const told = toldTo(bot);
  const from = told[0]?.index ?? Infinity;
  const botSaid = bot.session.turns.flatMap((turn, index) =>
    turn.actor === 'bot' && index > from ? tools.readTurn(turn, index).content : [],
  );
  return {
    agent: stemsOf(agent.opening.flatMap(({ content }) => content)),
    customer: stemsOf(told.flatMap(({ content }) => content)),
    bot: stemsOf(botSaid),
  };
}

const stemsOf = (content: readonly string[]): string[] =>
  [...new Set(content.filter((word) => word.length >= shortestReference).map(stem))].sort();

const toldTo = ({ customer }: BotReading) =>
  customer.filter(
    ({ role, content, text }) =>
      role !== 'courtesy' && role !== 'human' && (content.length > 0 || text.includes('⟨')),
  );

export function learnHabits(all: readonly OpeningWords[]): OpeningHabits {
  const openings = count(all.map(({ agent }) => agent));
  const times = (side: 'customer' | 'bot') => {
    const said = count(all.map((one) => one[side]));
    const both = count(all.map((one) => one.agent.filter((word) => one[side].includes(word))));
    return [...both].map(([word, n]) => {
      const before = said.get(word) ?? 0;
      const whereSaid = (n + 1) / (before + 2);
      const elsewhere = ((openings.get(word) ?? 0) - n + 0.5) / (all.length - before + 10);
      return { word, n, times: whereSaid / elsewhere };
    });
  };
  const byChance = times('customer').filter((one) => one.times < customersTimes);
  const fromBot = times('bot').filter((one) => one.n >= fewestOfBot && one.times >= botsTimes);
  return {
    byChance: new Set(byChance.map(({ word }) => word)),
    fromBot: new Set(fromBot.map(({ word }) => word)),
  };
}

function count(all: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of all.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Stems by which an opening shows that the agent knows of the session. */
export const referencesIn = (
  { agent, customer, bot }: OpeningWords,
  habits: OpeningHabits,
): string[] =>
  agent.filter(
    (word) =>
      (customer.includes(word) && !habits.byChance.has(word)) ||
      (bot.includes(word) && habits.fromBot.has(word)),
  );

export function readOpening(
  bot: BotReading,
  agent: AgentReading,
  tools: QuestionTools,
  habits: OpeningHabits,
): Opening {
  const told = toldTo(bot);
  const hashes = new Set(told.flatMap(({ text }) => tokensIn(text).map(({ hash }) => hash)));
  const namesValue = agent.opening.some(({ text }) =>
    tokensIn(text).some(({ hash }) => hashes.has(hash)),
  );
  const refers = referencesIn(openingWordsOf(bot, agent, tools), habits).length > 0;
  const isSaid =
    agent.opening.some(({ marks }) => marks.has('context')) || isOnlyConfirmed(agent, tools);
  return {
    turns: agent.opening.map(({ index }) => index),
    toldBefore: told
      .filter((turn) => turn.content.length >= 2 || (turn.role === 'free' && saysSomething(turn)))
      .map(({ index }) => index),
    // Who tells it all again was not told what it is about, whatever the opening sounds like.
    warm: namesValue || refers || (isSaid && !tellsAgain(bot, agent, tools)),
    generic: agent.opening.some(({ marks }) => marks.has('generic')),
  };
}

/**
 * The customer's first words are a bare yes or no, or so few that they say nothing of any matter ("confirmed", "k"): the agent had said
 * what it is about.
 */
function isOnlyConfirmed({ customer, opening }: AgentReading, { matter }: QuestionTools): boolean {
  const [first] = customer;
  if (!first || !opening.some(({ index }) => index < first.index)) return false;
  const { text, content, marks, asksForPerson } = first;
  const isYes = marks.has('yes') || marks.has('no');
  if (content.length === 0) return isYes;
  const most = mostOfYes[isYes ? 'said' : 'unsaid'];
  const isBare = first.words.length <= most.words && content.length <= most.content;
  return (
    isBare &&
    // "Refund please" tells a matter.
    (isYes || !content.some((word) => matter.has(word))) &&
    !/[?\d⟨]/.test(text) &&
    !asksForPerson &&
    !opening.some((turn) => turn.marks.has('generic'))
  );
}

function tellsAgain(
  bot: BotReading,
  { customer, informative }: AgentReading,
  tools: QuestionTools,
): boolean {
  const first = customer.find(({ content }) => content.length > 0);
  return [first, informative].some(
    (turn) => turn !== undefined && saysInLikeWords(turn, bot, tools),
  );
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
  deEscalation: DeEscalation,
): Mood {
  const firstToBot = bot.customer.find(
    (turn) => turn.content.length > 0 && turn.role !== 'payload',
  );
  let worst: { turn: number; mood: number } | null = null;
  for (const reception of receptionsOf(agent, tools)) {
    const mood = feltMood(reception, deEscalation);
    if (!worst || mood < worst.mood) worst = { turn: reception.turn, mood };
  }
  return {
    toBot: firstToBot ? tools.sentiment(firstToBot.text) : null,
    toAgent: worst?.mood ?? null,
    ...(firstToBot && { botTurn: firstToBot.index }),
    ...(worst && { agentTurn: worst.turn }),
  };
}
