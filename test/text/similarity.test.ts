import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostSimilar, nearDuplicate, prepare, similarity } from '../../src/text/similarity.js';

const between = (a: string, b: string) => similarity(prepare(a), prepare(b));
const toBot = 'I want to move my repayment date from the first to the fifteenth of the month';

describe('similarity', () => {
  it('knows a shorter retelling in another order from another matter', () => {
    expect(between(toBot, 'like I said, my repayment date, to the fifteenth')).toBeGreaterThan(0.5);
    expect(between(toBot, 'my card was stolen and I need a new one')).toBeLessThan(0.3);
  });

  it('forgives spelling', () => {
    expect(between('my delivery never arrived', 'my delivry never arived')).toBeGreaterThan(0.5);
  });

  it('counts the same personal value told twice', () => {
    const [same, other] = ['it is ⟨phone:9f2c41⟩', 'it is ⟨phone:000000⟩'];
    expect(between('number ⟨phone:9f2c41⟩', same)).toBeGreaterThan(
      between('number ⟨phone:9f2c41⟩', other),
    );
  });

  it('makes nothing of one common word', () => {
    expect(between('yes', toBot)).toBeLessThan(0.2);
    expect(between('my', toBot)).toBeLessThan(0.3);
    expect(between('', toBot)).toBe(0);
  });

  it('is symmetric, between 0 and 1, and 1 for the same words in any order', () => {
    const text = fc
      .array(fc.constantFrom(...toBot.split(' '), 'card', '⟨phone:9f2c41⟩'), { minLength: 1 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(between(a, b)).toBeCloseTo(between(b, a), 10);
        expect(between(a, b)).toBeGreaterThanOrEqual(0);
        expect(between(a, b)).toBeLessThanOrEqual(mostSimilar(prepare(a), prepare(b)));
        expect(between(a, b)).toBeLessThanOrEqual(1 + 1e-9);
        expect(between(a, a.split(' ').reverse().join(' '))).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('nearDuplicate', () => {
  const near = (a: string, b: string) => nearDuplicate(prepare(a), prepare(b), 0.8);
  it('is true of the same phrase with another ending, and false of a part', () => {
    expect(near('I lost my bank card', 'i lost my bank cards!')).toBe(true);
    expect(near('I lost my bank card yesterday in town', 'lost card')).toBe(false);
  });
});
