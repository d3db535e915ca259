import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.js';
import { hearValue, makeValue, mistype, spellValue } from '../../src/simulate/values.js';
import type { ValueKind } from '../../src/simulate/world.js';

const now = Date.parse('2026-10-10T12:00:00Z');
const digits: ValueKind = { type: 'digits', length: 8, groups: 4 };
const date: ValueKind = { type: 'date', from: 1, to: 60 };
const american: ValueKind = { type: 'date', from: 1, to: 60, monthFirst: true };
const amount: ValueKind = { type: 'amount', low: 20, high: 2000 };
const phone: ValueKind = { type: 'phone' };

describe('values', () => {
  it('spells a phone number in at least six ways', () => {
    const random = createRandom('phones');
    const ways = Array.from({ length: 200 }, () => spellValue(phone, '+447712345678', random));
    expect(new Set(ways).size).toBeGreaterThanOrEqual(6);
    expect(ways).toContain('07712 345678');
    expect(ways).toContain('00447712345678');
  });

  it('hears what is spelled plainly', () => {
    expect(hearValue(digits, 'it is 12345678', true)).toBe('12345678');
    expect(hearValue(date, '14/03/2027', true)).toBe('2027-03-14');
    expect(hearValue(date, '14 March 2027', true)).toBe('2027-03-14');
    expect(hearValue(amount, 'about £1,250.50 i think', false)).toBe('1250.50');
    expect(hearValue(phone, '+44 7712 345678', true)).toBe('+447712345678');
  });

  it('misses and mistakes what real extractors miss and mistake', () => {
    expect(hearValue(digits, '1234 5678', true)).toBeNull();
    expect(hearValue(date, '14th of march 2027', true)).toBeNull();
    expect(hearValue(amount, '45 pounds 20', true)).toBe('45.00');
    expect(hearValue(american, '03/04/2027', true)).toBe('2027-03-04');
    expect(hearValue(digits, '12345687 sorry i mean 12345678', true)).toBe('12345687');
  });

  it('takes a bare number for an amount only when asked for one', () => {
    expect(hearValue(amount, 'i paid 3 times', false)).toBeNull();
    expect(hearValue(amount, '300', true)).toBe('300.00');
  });

  it('never hears a value other than the one made when it is spelled canonically', () => {
    const kinds = [digits, date, amount, { type: 'postcode' }, { type: 'email' }] as const;
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...kinds), (seed, kind) => {
        const value = makeValue(kind, createRandom('made', seed), now);
        const written = kind.type === 'date' ? value.split('-').reverse().join('/') : value;
        expect(hearValue(kind, written, true)).toBe(value);
      }),
    );
  });

  it('a slip of the keyboard always changes a number and keeps its length', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom('slip', seed);
        const value = makeValue(digits, random, now);
        expect(mistype(value, random)).not.toBe(value);
        expect(mistype(value, random)).toHaveLength(value.length);
      }),
    );
  });
});
