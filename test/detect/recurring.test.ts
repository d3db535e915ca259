import { describe, expect, it } from 'vitest';
import { verbatimRatesOf } from '../../src/detect/recurring.js';
import type { Trace } from '../../src/detect/trace.js';
import { misheard, type ToldShape, toldAs } from '../../src/questions/told-before.js';

const told = (shape: ToldShape, found: number, all: number) =>
  Array.from({ length: all }, (_, i) => ({ slot: 'site', shape, said: i < found }));
const ratesOf = (...ownWords: ReturnType<typeof told>[]) =>
  verbatimRatesOf([{ ownWords: ownWords.flat() } as unknown as Trace]);

describe('how often a value is the words of the customer', () => {
  it('is told of few samples of a shape by the usual, too, so that they do not make the rest misheard the less', () => {
    const rates = ratesOf(told('words', 94, 100), told('figures', 10, 10));
    expect(rates.get(toldAs('site', 'figures'))).toBeLessThan(0.97);
    expect(misheard('site', 'words', rates)).toBeGreaterThan(0.5);
  });

  it('is told of many by themselves: what is found less often in words is written in another way', () => {
    const rates = ratesOf(told('words', 60, 100), told('figures', 98, 100));
    expect(misheard('site', 'words', rates)).toBeLessThan(0.5);
  });

  it('is not told of a shape that was hardly seen', () => {
    expect(
      ratesOf(told('words', 50, 50), told('figures', 1, 2)).has(toldAs('site', 'figures')),
    ).toBe(false);
  });
});
