/** How well the agents of a night were read, by what can be seen without knowing the truth. */
import type { AskReading } from '../domain/ask-reading.js';
import type { Estimate } from '../domain/estimate.js';
import { wilsonInterval } from '../stats/wilson-interval.js';
import type { AgentAsk } from './agent-side.js';
import { isPlainValue } from './answer-form.js';
import type { Question } from './questions.js';

/** Fewer than this say nothing. */
const fewest = 20;

export interface ReadContact {
  questions: readonly Question[];
  asks: readonly AgentAsk[];
}

/**
 * @param expected what the definition lets expect of agents, and what of it was seen (`Needs.expected`)
 * @param known slots of the definition, and those that every contact centre has
 * @param sure the confidence from which an ask counts
 */
export function askReading(
  contacts: readonly ReadContact[],
  expected: { seen: number; all: number },
  known: ReadonlySet<string>,
  sure: number,
): Omit<AskReading, 'codes'> {
  const values = { all: 0, unexplained: 0 };
  const slots = { all: 0, invented: 0 };
  for (const { questions, asks } of contacts) {
    const surely = asks.filter(({ confidence }) => confidence >= sure);
    const explained = new Set(surely.flatMap(({ answers }) => answers));
    for (const { answer, answers, generic, first } of questions) {
      if (generic || first || !isPlainValue(answer)) continue;
      values.all += 1;
      if (!answers.some((turn) => explained.has(turn))) values.unexplained += 1;
    }
    for (const { slot, kind } of surely) {
      if (kind !== 'request') continue;
      slots.all += 1;
      if (!known.has(slot)) slots.invented += 1;
    }
  }
  return {
    read: estimate(expected.seen, expected.all),
    unexplained: estimate(values.unexplained, values.all),
    invented: estimate(slots.invented, slots.all),
  };
}

const estimate = (part: number, whole: number): Estimate | null =>
  whole < fewest
    ? null
    : { value: part / whole, interval: wilsonInterval(part, whole), n: Math.round(whole) };
