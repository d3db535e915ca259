import { describe, expect, it } from 'vitest';
import { coveredCodes, type FiledContact } from '../../src/intents/covered-codes.js';

/** Contacts of a code: so many that are heard, and so many that are not. */
const filed = (code: string, heard: [number, string[]], others: [number, string[]]) =>
  [heard, others].flatMap(([count, said], i) =>
    Array.from({ length: count }, (): FiledContact => ({ code, isHeard: i === 0, said })),
  );
const elsewhere = filed('bills', [100, ['hello', 'tariff']], [100, ['hello', 'tariff']]);
const visit = ['hello', 'engineer', 'visit'];
const covered = (...contacts: FiledContact[]) => coveredCodes([...elsewhere, ...contacts]);

describe('a code under which nobody wants what the bot lacks', () => {
  it('is one whose agents say the same to those who are heard and to those who are not', () => {
    expect([...covered(...filed('repairs', [20, visit], [80, visit]))]).toEqual([
      'bills',
      'repairs',
    ]);
  });

  it('is none whose agents say something else to some who are not heard', () => {
    const lost = filed('repairs', [0, []], [20, ['hello', 'landlord', 'permission']]);
    expect(covered(...filed('repairs', [30, visit], [60, visit]), ...lost)).not.toContain(
      'repairs',
    );
  });

  it('may have agents who say something else only to those who are heard', () => {
    const plain = filed('repairs', [20, [...visit, 'noted']], [80, visit]);
    expect(covered(...plain)).toContain('repairs');
  });

  it('may have customers who are not heard of whom agents ask what they ask under every code', () => {
    const unheard = ['hello', 'matter'];
    const usual = filed('bills', [0, []], [100, unheard]);
    const repairs = filed('repairs', [20, visit], [80, visit]);
    const asked = filed('repairs', [0, []], [40, [...visit, 'matter']]);
    expect(covered(...usual, ...repairs, ...asked)).toContain('repairs');
  });

  it.each([
    [19, false],
    [20, true],
  ])('is not known by %i customers who are heard: %s', (count, isKnown) => {
    const few = filed('repairs', [count, visit], [80, visit]);
    expect(covered(...few).has('repairs')).toBe(isKnown);
  });

  it('is not known where agents say nothing of its own', () => {
    expect(covered(...filed('misc', [20, ['hello']], [80, ['hello']]))).not.toContain('misc');
  });

  it('is not there where there are no contacts', () => {
    expect(coveredCodes([]).size).toBe(0);
  });
});
