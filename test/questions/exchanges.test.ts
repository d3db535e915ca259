import { describe, expect, it } from 'vitest';
import { exchangesOf, type ReadExchange, withPostponed } from '../../src/questions/exchanges.js';

const turns = (actors: string) =>
  Array.from(actors, (one, at) => ({
    at,
    text: 'x',
    actor:
      one === 'a' ? ('agent' as const) : one === 'c' ? ('customer' as const) : ('system' as const),
  }));

describe('exchanges', () => {
  it('run from the agent until the agent speaks again after the customer', () => {
    expect(exchangesOf({ turns: turns('caacca') })).toEqual([
      { agent: [1, 2], customer: [3, 4] },
      { agent: [5], customer: [] },
    ]);
  });

  it('pass over what the system says', () => {
    expect(exchangesOf({ turns: turns('asac') })).toEqual([{ agent: [0, 2], customer: [3] }]);
  });
});

const heard = (agent: number, more: Partial<ReadExchange> = {}): ReadExchange => ({
  agent: [agent],
  answers: [agent + 1],
  given: [],
  answer: [],
  isPlain: false,
  isOpen: false,
  ...more,
});
const waits = { isOpen: true, answer: ['~evasion'] };

const tells = { isPlain: true, answer: ['d4'] };
const answersOf = (exchanges: readonly ReadExchange[], aside: readonly number[]) =>
  withPostponed(exchanges, ({ agent }) => aside.includes(agent[0] ?? -1)).map(
    ({ answers }) => answers,
  );

describe('an answer', () => {
  it('that comes after "no rush" is one to the question before', () => {
    expect(answersOf([heard(0, waits), heard(2, tells)], [2])).toEqual([[3], []]);
  });

  it('may be put off more than once', () => {
    const twice = [heard(0, waits), heard(2, waits), heard(4, tells)];
    expect(answersOf(twice, [2, 4])).toEqual([[5], [], []]);
  });

  it('stays with what asks for it, and where the question before has one', () => {
    expect(answersOf([heard(0, waits), heard(2, tells)], [])).toEqual([[1], [3]]);
    expect(answersOf([heard(0, tells), heard(2, tells)], [2])).toEqual([[1], [3]]);
  });

  it('that is no value is not moved', () => {
    expect(answersOf([heard(0, waits), heard(2, waits)], [2])).toEqual([[1], [3]]);
  });
});
