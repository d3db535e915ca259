/** Which customer turn of the bot session carries the intent: free language, the first that says most. */
import type { SessionTurn } from '../domain/conversation.js';
import type { JourneyResult, Utterance } from '../domain/journey.js';
import { isFallback } from '../domain/no-intent.js';
import type { BotReading } from '../questions/bot-side.js';
import { tellingWords } from './settings.js';

export function carryingUtterance(bot: BotReading): JourneyResult['utterance'] {
  let best: { turn: number; weight: number } | null = null;
  bot.customer.forEach(({ role, content, index }, order) => {
    if (role !== 'free' || content.length === 0) return;
    const weight = Math.min(tellingWords, content.length) / (1 + 0.5 * Math.min(order, 4));
    if (!best || weight > best.weight) best = { turn: index, weight };
  });
  const chosen: { turn: number } | null = best;
  if (!chosen) return undefined;
  const { turn } = chosen as { turn: number };
  return utteranceAt(bot.session.turns, turn);
}

export function utteranceAt(turns: readonly SessionTurn[], turn: number): Utterance {
  const { text = '', slots = {}, intent } = turns[turn] ?? {};
  const entities = Object.entries(slots)
    .flatMap(([slot, { span }]) => (span ? [{ slot, start: span[0], end: span[1] }] : []))
    .sort((a, b) => a.start - b.start);
  const guess = intent && [intent, ...intent.ranking].find(({ name }) => !isFallback(name));
  return {
    turn,
    text,
    entities,
    ...(guess && { guess: { intent: guess.name, confidence: guess.confidence } }),
  };
}
