/**
 * What the customer wants, in their own words: the first thing that they said of their own accord, at some length. An answer to
 * a question of the bot is none, and neither is a greeting; where there is nothing else, the longest of what they said.
 */
import { isPayload } from '../domain/payload.js';
import type { EscalatingTurn, PopLine } from '../domain/screen-pop.js';

/** "I want to pay" has four; a greeting or a yes has fewer. */
const fewestWords = 3;

export function wish(turns: readonly EscalatingTurn[]): PopLine | null {
  const said = turns.flatMap((turn, i) =>
    turn.actor === 'customer' && turn.text?.trim() && !isPayload(turn.text)
      ? [{ text: turn.text, i, isAnswer: isAnswer(turn, turns[i - 1]) }]
      : [],
  );
  const own = said.filter(({ isAnswer: answer }) => !answer);
  const first = own.find(({ text }) => wordsIn(text) >= fewestWords);
  const found = first ?? longest(own) ?? longest(said);
  return found ? { text: found.text, turns: [found.i] } : null;
}

/** The bot asked for a slot just before, or a value was heard in it. */
export const isAnswer = (turn: EscalatingTurn, before: EscalatingTurn | undefined): boolean =>
  before?.actor === 'bot' && before.asksFor !== undefined && wordsIn(turn.text ?? '') <= longAnswer;

/** Whoever says more than this where a value was asked for says something else as well. */
const longAnswer = 8;

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

function longest<T extends { text: string }>(said: readonly T[]): T | undefined {
  return said.reduce<T | undefined>(
    (most, one) => (most === undefined || one.text.length > most.text.length ? one : most),
    undefined,
  );
}
