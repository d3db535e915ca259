import { describe, expect, it } from 'vitest';
import { says } from '../../src/questions/answers.js';
import { isToldAgain, misheard, tellTheSame, toldAs } from '../../src/questions/told-before.js';
import { tools as createTools, digestValue, token } from '../detect/support.js';

const tools = createTools();

const turn = (text: string) => tools.readTurn({ at: Date.parse('2026-03-02T10:00:00Z'), text }, 0);
const digestOf = (value: string) => digestValue(value) ?? '';

describe('what was told before', () => {
  it.each([
    ['it is 44556677', '4455 6677'],
    [`sure ${token('account', 'K26434024')}`, token('account', 'K26434024')],
    ['on sep 26th', '9/26 I think'],
    ['um the reading room at mill road', 'reading room mill road'],
  ])('is told again: %s, %s', (one, other) => {
    expect(tellTheSame(turn(one), turn(other), tools)).toBe(true);
  });

  it.each([
    ['it is 44556677', '44556688'],
    ['on sep 26th', 'sep 27th'],
    ['the reading room at mill road', 'the garden room'],
    ['no', 'no'],
    ['the reading room at mill road', 'is the reading room free?'],
  ])('is not: %s, %s', (one, other) => {
    expect(tellTheSame(turn(one), turn(other), tools)).toBe(false);
  });
});

describe('what was told before, beside something else', () => {
  it.each([
    ['victor oscar nine', 'third time now victor oscar nine and the date is open', true],
    ['victor oscar nine', 'victor seven oscar nine', false],
    ['mill road', 'the reading room at mill road then', false],
  ])('%s, %s: %s', (one, other, expected) => {
    expect(isToldAgain(turn(one), turn(other), tools)).toBe(expected);
  });
});

describe('a held value that is not found in what was told', () => {
  const verbatimRates = (token: number, words: number) =>
    new Map([
      [toldAs('room', 'token'), token],
      [toldAs('room', 'words'), words],
    ]);

  it('was misheard where the bot keeps values as they are told', () => {
    expect(misheard('room', 'token', verbatimRates(0.6, 0.6))).toBe(1);
  });

  it('is the same in another form where values told so are mostly written in another way', () => {
    expect(misheard('room', 'words', verbatimRates(0.95, 0.4))).toBeCloseTo(0.05 / 0.6);
  });

  it('says nothing where hardly any value is found', () => {
    expect(misheard('room', 'words', verbatimRates(0.2, 0.2))).toBe(0);
    expect(misheard('other', 'words', verbatimRates(0.9, 0.9))).toBe(0);
  });
});

describe('a held value is said', () => {
  it.each([
    ['2024 Reading Room', 'reading room 2024', true],
    ['2024 Reading Room', 'the 2024 reading room please', true],
    ['2024 Reading Room', 'reading room 2023', false],
  ])('%s: %s', (value, text, expected) => {
    expect(says(turn(text), { digest: digestOf(value), tails: [] }, tools)).toBe(expected);
  });

  it('by its last digits where the first are left out', () => {
    const value = { digest: digestOf('K26434024'), tails: [digestOf('434024')] };
    expect(says(turn(token('account', '434024')), value, tools)).toBe(true);
    expect(says(turn(token('account', '434025')), value, tools)).toBe(false);
  });
});
