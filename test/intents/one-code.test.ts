import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubted, filedHere } from '../../src/intents/one-code.js';

/** Of codes with a hundred contacts each, by how many are of each intent. */
const filed = (codes: readonly (readonly [string, readonly number[]])[]) =>
  filedHere(codes.map(([code, own]) => [code, 100, own.map((n) => n / 100)]));

/** Two intents that have a code of their own each. */
const usual = [
  ['A', [40, 0, 0]],
  ['B', [0, 60, 0]],
] as const;
const certaintyIn = (code: string, ...more: (readonly [string, readonly number[]])[]) =>
  filed([...usual, ...more]).get(code);

describe('filedHere', () => {
  it('doubts nothing of an intent that has one code', () => {
    expect(certaintyIn('A', ['C', [0, 0, 30]])).toEqual([1, 1, 1]);
    expect(certaintyIn('C', ['C', [0, 0, 30]])).toEqual([1, 1, 1]);
  });

  it('doubts an intent that is spread over codes in each by the share of the others', () => {
    const more = [
      ['C', [0, 0, 30]],
      ['D', [0, 0, 10]],
    ] as const;
    // 100 of 140 contacts are of intents that have one code.
    expect(certaintyIn('C', ...more)?.[2]).toBeCloseTo(1 - (100 / 140) * 0.25);
    expect(certaintyIn('D', ...more)?.[2]).toBeCloseTo(1 - (100 / 140) * 0.75);
  });

  it('believes the code that has nearly all of an intent, and doubts the rest', () => {
    const [here, elsewhere] = [17, 3];
    const more = [
      ['C', [0, 0, here]],
      ['D', [0, 0, elsewhere]],
    ] as const;
    expect(certaintyIn('C', ...more)?.[2]).toBe(1);
    expect(certaintyIn('D', ...more)?.[2]).toBeLessThan(0.2);
    expect(certaintyIn('C', ['C', [0, 0, here - 1]], ['D', [0, 0, elsewhere]])?.[2]).toBeLessThan(
      1,
    );
  });

  it('doubts nothing where every intent has several codes', () => {
    const codes = ['A', 'B', 'C'].map((code) => [code, [10, 20]] as const);
    expect([...filed(codes).values()]).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('says nothing of no codes', () => {
    expect(filedHere([]).size).toBe(0);
  });
});

describe('doubted', () => {
  it("gives what is doubted to the code's other intents, and nothing to none of them", () => {
    const [first = 0, second = 0, third = 0, none] = doubted(
      [0.8, 0.05, 0.05, 0.1],
      [0.5, 0.4, 0.01, 0.09],
      [0.25, 1, 1],
    );
    expect(none).toBe(0.1);
    expect(first).toBeLessThan(0.4);
    expect(second).toBeGreaterThan(0.4);
    expect(third).toBeGreaterThan(0.05);
  });

  it('leaves what is certain as it is', () => {
    const posterior = [0.7, 0.2, 0.1];
    expect(doubted(posterior, [0.5, 0.4, 0.1], [1, 1])).toBe(posterior);
  });

  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  it('stays a distribution', () => {
    fc.assert(
      fc.property(
        fc.tuple(share, share, share),
        fc.tuple(share, share, share),
        fc.tuple(share, share),
        (weights, means, here) => {
          const all = weights.reduce((a, b) => a + b);
          const found = doubted(
            weights.map((w) => w / all),
            means,
            here,
          );
          expect(found.reduce((a, b) => a + b)).toBeCloseTo(1);
          expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
