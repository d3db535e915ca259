import { describe, expect, it } from 'vitest';
import { isCommon, isDay } from '../../src/questions/few-values.js';
import { digestValue, tools } from '../detect/support.js';

const made = tools();
const digestOf = (value: unknown) => digestValue(value) ?? '';
const at = Date.UTC(2026, 2, 3);
const isDayOf = (value: unknown) =>
  isDay({ digest: digestOf(value), tails: [], turn: 0, at }, made);

describe('a held value', () => {
  it.each(['2026-03-10', '5 May 2027', 'the 29th of February', '3 March'])(
    'is a day: %s',
    (value) => {
      expect(isDayOf(value)).toBe(true);
    },
  );

  it.each(['2036-03-10', '44556677', 'Mill Road', '12'])('is none: %s', (value) => {
    expect(isDayOf(value)).toBe(false);
  });

  it('is common where many an answer says it', () => {
    expect(['yes', '7', '44'].map((value) => isCommon(digestOf(value), made))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['Mill Road', '446'].map((value) => isCommon(digestOf(value), made))).toEqual([
      false,
      false,
    ]);
  });
});
