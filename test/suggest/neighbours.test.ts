import { describe, expect, it } from 'vitest';
import { createNeighbours } from '../../src/suggest/neighbours.js';

const neighbours = createNeighbours(
  [
    ['please take it from my checking account', 'payment'],
    ['take it from my checking account now', 'payment'],
    ['does my library card work here', null],
  ].map(([text, intent], i) => ({ text: text ?? '', intent: intent ?? null, sessionId: `s${i}` })),
);

describe('customers who said nearly the same', () => {
  const text = 'take it from my checking account from now on';
  it('speak for their own label and against another', () => {
    expect(neighbours.agree(text, 'payment', 'new')).toBe(true);
    expect(neighbours.agree(text, 'login', 'new')).toBe(false);
    expect(neighbours.agree(text, null, 'new')).toBe(false);
  });
  it('are others, and may be nobody', () => {
    expect(neighbours.agree('where does my library card work', null, 'new')).toBe(true);
    expect(neighbours.agree('where does my library card work', 'login', 'new')).toBe(false);
    expect(neighbours.agree('where does my library card work', 'login', 's2')).toBe(true);
    expect(neighbours.agree('colourless green ideas', 'login', 'new')).toBe(true);
  });

  it('are the nearest few, whatever comes first', () => {
    const far = Array.from({ length: 30 }, (_, i) => ({
      text: `take it from my savings account ${'again '.repeat(i % 7)}`,
      intent: 'savings',
      sessionId: `far-${i}`,
    }));
    const near = Array.from({ length: 5 }, (_, i) => ({
      text: 'take it from my checking account',
      intent: 'payment',
      sessionId: `near-${i}`,
    }));
    for (const all of [
      [...far, ...near],
      [...near, ...far],
    ]) {
      const neighbours = createNeighbours(all);
      expect(neighbours.agree('take it from my checking account', 'payment', 'new')).toBe(true);
      expect(neighbours.agree('take it from my checking account', 'savings', 'new')).toBe(false);
    }
  });
});
