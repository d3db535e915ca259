/** What was tried and failed: words that the bot did not understand, questions that it repeated, what broke behind it. */
import { isFallback, isFallbackAction } from '../domain/no-intent.js';
import { isPayload } from '../domain/payload.js';
import type { EscalatingTurn, ScreenPop } from '../domain/screen-pop.js';
import { isAnswer } from './wish.js';

type Tried = ScreenPop['tried'][number];

/** @param low confidence below which the bot did not recognise an utterance */
export function tried(turns: readonly EscalatingTurn[], low: number): Tried[] {
  return [
    ...repeated(turns),
    ...turns.flatMap((turn, i) => [
      ...(turn.error ? [single('failed', turn.error, i)] : []),
      ...(isMissed(turns, i, low) ? [single('not_understood', turn.text ?? '', i)] : []),
    ]),
  ].sort((a, b) => (a.turns[0] ?? 0) - (b.turns[0] ?? 0));
}

const single = (kind: Tried['kind'], text: string, turn: number): Tried => ({
  kind,
  text,
  turns: [turn],
  times: 1,
});

/** Words of the customer that the bot took for nothing, or answered with its fallback. */
function isMissed(turns: readonly EscalatingTurn[], i: number, low: number): boolean {
  const turn = turns[i];
  if (turn?.actor !== 'customer' || !turn.text?.trim() || isPayload(turn.text)) return false;
  const next = turns.slice(i + 1).find(({ actor }) => actor !== 'system');
  if (next?.actor === 'bot' && isFallbackAction(next.action, undefined)) return true;
  if (!turn.intent || isAnswer(turn, turns[i - 1])) return false;
  return turn.intent.confidence < low || isFallback(turn.intent.name);
}

/** Questions for one slot count together, however they were worded; other messages by their words. */
function repeated(turns: readonly EscalatingTurn[]): Tried[] {
  const groups = new Map<string, Tried>();
  turns.forEach(({ actor, text, asksFor }, i) => {
    if (actor !== 'bot' || !text?.trim()) return;
    const kind = asksFor === undefined ? 'said_again' : 'asked_again';
    const key = `${kind} ${asksFor ?? text.trim()}`;
    const known = groups.get(key);
    if (known) {
      known.turns.push(i);
      known.times++;
    } else groups.set(key, { kind, text, turns: [i], times: 1 });
  });
  return [...groups.values()].filter(({ times }) => times > 1);
}
