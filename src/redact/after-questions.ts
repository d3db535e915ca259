import { anything } from './asked.js';
import type { Redactor } from './redact.js';
import { longestOpenAnswer } from './settings.js';

interface Said {
  actor: string;
  text?: string | undefined;
  /** The slot that the turn asks for, where the platform says so. */
  asks_for?: string | undefined;
}

/**
 * Works through turns in order; each of the customer's comes with the kinds of personal value that the other side asked
 * for since the customer's last words before. Further words of the customer's may still be the answer. What directly follows
 * the other side's words may answer a question that was not understood, unless the platform says what was asked for.
 */
export function afterQuestions<T extends Said, R>(
  turns: readonly T[],
  redactor: Redactor,
  work: (turn: T, asked: readonly string[]) => R,
): R[] {
  let asked: readonly string[] = [];
  let answered = false;
  let isOpen = false;
  return turns.map((turn) => {
    if (turn.actor === 'customer') {
      const isShort = (turn.text ?? '').length <= longestOpenAnswer;
      const kinds = isOpen && !answered && isShort ? [...asked, anything] : asked;
      answered = true;
      return work(turn, kinds);
    }
    if (turn.actor !== 'system') {
      const questions = [turn.asks_for ?? '', turn.text ?? ''].filter((words) => words !== '');
      const named = turn.asks_for === undefined ? undefined : redactor.kindOfSlot(turn.asks_for);
      const now = [
        ...(named === undefined ? [] : [named]),
        ...questions.flatMap((question) => redactor.kindsAskedBy(question)),
      ];
      asked = answered ? now : [...new Set([...asked, ...now])];
      isOpen = turn.asks_for === undefined || named !== undefined;
      answered = false;
    }
    return work(turn, []);
  });
}
