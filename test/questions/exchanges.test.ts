import { describe, expect, it } from 'vitest';
import { exchangesOf } from '../../src/questions/exchanges.js';

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
