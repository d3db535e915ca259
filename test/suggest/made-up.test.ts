import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherDigits } from '../../src/suggest/made-up.js';

describe('other digits', () => {
  it.each(['26/10/2026', '1.2.26', '2026-10-26'])('make a date that exists of %s', (text) => {
    for (const seed of [0, 7, 11, 4_000_000_000]) {
      const [, ...parts] = /^(\d+)[/.-](\d+)[/.-](\d+)$/.exec(otherDigits(text, seed)) ?? [];
      expect(parts.length).toBe(3);
      for (const part of parts.slice(1, 2)) expect(Number(part)).toBeLessThanOrEqual(12);
      expect(Number(parts[1])).toBeGreaterThan(0);
    }
  });

  it.each(['16:41', '9:05'])('make a time that exists of %s', (text) => {
    for (const seed of [0, 7, 11, 4_000_000_000])
      expect(otherDigits(text, seed)).toMatch(/^1\d:[0-5]\d$/);
  });

  it('make a day that exists of one without its year', () => {
    for (const seed of [0, 7, 11]) expect(otherDigits('24/10', seed)).toMatch(/^(1?\d)\/\1$/);
    expect(otherDigits('24.10', 3)).not.toMatch(/\//);
  });

  it.each(['29/2', '10/24', '31/12'])('make a day of %s, in either order', (text) => {
    for (const seed of [0, 7, 11]) expect(otherDigits(text, seed)).toMatch(/^(1?\d)\/\1$/);
  });

  it.each(['31/2', '45/60', '0/10', '13/13'])('make no day of %s, which is none', (text) => {
    for (const seed of [0, 7, 11]) {
      const other = otherDigits(text, seed);
      expect(other).not.toBe(text);
      expect(other.replace(/\d/g, '0')).toBe(text.replace(/\d/g, '0'));
      expect(other).not.toMatch(/^(\d+)\/\1$/);
    }
  });

  it('make another part of a half, which is a day as well', () => {
    for (const seed of [0, 7, 11])
      expect(otherDigits('1/2', seed)).toMatch(/^(?:[12]\/3|[13]\/4)$/);
  });

  it('leave "24/7" as it is', () => {
    for (const seed of [0, 7, 11]) expect(otherDigits('24/7', seed)).toBe('24/7');
    expect(otherDigits('24/8', 3)).not.toBe('24/8');
  });

  it('keep the shape and never the digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{0,2}-?\d{3,12}$/), fc.nat(), (text, seed) => {
        const other = otherDigits(text, seed);
        expect(other).not.toBe(text);
        expect(other.replace(/\d/g, '0')).toBe(text.replace(/\d/g, '0'));
      }),
    );
  });
});
