import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { answerForms } from '../../src/questions/answer-form.js';
import {
  against,
  dayWordsOf,
  shapesGiven,
  shapesOf,
  withDays,
} from '../../src/questions/answer-shapes.js';
import { mostIdentity, shapeTrust } from '../../src/questions/settings.js';
import { unseenWording, type Wording } from '../../src/questions/wordings.js';
import { createTurnReader } from '../../src/transcript/turns.js';
import { lexicon, token } from '../detect/support.js';

const readTurn = createTurnReader(lexicon);
const givenIn = (text: string) => shapesGiven(answerForms([readTurn({ at: 0, text }, 0)], english));

describe('an answer', () => {
  it.each([
    ['the 5th of March', '#date'],
    ['45120', 'digits'],
    ['the 9th', 'few'],
    [token('phone', '0791234567'), '⟨phone'],
    [token('account', '104477'), '⟨account'],
    ['lovely weather today isnt it', ''],
  ])('%j is given as %j', (text, shape) => {
    expect(givenIn(text)).toBe(shape);
  });

  it('that is no value, or may be none, has no shape', () => {
    expect(givenIn('hang on')).toBeNull();
    expect(givenIn('the one by the sea')).toBeNull();
  });
});

const answered = (label: string, given: Record<string, number>): Wording => ({
  ...unseenWording(),
  label,
  given: new Map(Object.entries(given)),
});
const shapesBy = (given: Record<string, number>) =>
  shapesOf([answered('slot', given)], ['slot'])[0] ?? null;
const unlike = (given: Record<string, number>, seen: Record<string, number>) =>
  against(shapesBy(given), new Map(Object.entries(seen)), 1);

describe('a slot that is answered by dates', () => {
  const dates = { '#date': 40, '': 2 };

  it('is not asked for by what words or other figures answer', () => {
    expect(unlike(dates, { '': 1 })).toBe(shapeTrust);
    expect(unlike(dates, { digits: 1 })).toBe(shapeTrust);
    expect(unlike(dates, { digits: 1, '#date': 1 })).toBe(shapeTrust / 2);
  });

  it('may be asked for by what a date answers, with or without its month, or several values', () => {
    expect(unlike(dates, { '#date': 1 })).toBe(0);
    expect(unlike(dates, { few: 1 })).toBe(0);
    expect(unlike(dates, { '#date ⟨account': 1 })).toBe(0);
  });

  it('is hardly less likely for one answer of many, and never less than so much', () => {
    expect(unlike(dates, { '': 1, '#date': 9 })).toBeCloseTo(shapeTrust / 10);
    expect(against(new Set(['#date']), new Map([['', 1]]), 16)).toBe(mostIdentity);
  });
});

describe('a day that is named in words', () => {
  const dayWords = dayWordsOf(lexicon);
  const given = (text: string) => {
    const forms = answerForms([readTurn({ at: 0, text }, 0)], english);
    const plain = new Map([[shapesGiven(forms) ?? 'none', 1]]);
    return withDays(
      plain,
      forms.map((form) => [form, 1] as const),
      dayWords,
    );
  };

  it.each(['next tuesday', 'tomorrow', 'two weeks ago', 'yesterday'])('%s is a date', (text) => {
    expect(given(text).get('#date')).toBe(1);
    expect(given(text).get('')).toBe(0);
  });

  it('is not in other words, and figures stay what they are', () => {
    expect(given('lovely weather').get('')).toBe(1);
    expect(given('45120').get('digits')).toBe(1);
  });
});

describe('nothing is said against a slot', () => {
  it('of which too little is known, or whose values are words now and then', () => {
    expect(shapesBy({ '#date': 3 })).toBeNull();
    expect(shapesBy({ '#date': 20, '': 20 })).toBeNull();
  });

  it('of names by words, since not all names are redacted', () => {
    expect(unlike({ '⟨name': 30 }, { '': 1 })).toBe(0);
    expect(unlike({ '⟨name': 30 }, { digits: 1 })).toBe(shapeTrust);
  });

  it('where a shape of its values is rare but no slip', () => {
    expect(unlike({ '⟨account': 80, digits: 10 }, { digits: 1 })).toBe(0);
    expect(unlike({ '⟨account': 98, '#date': 2 }, { '#date': 1 })).toBe(shapeTrust);
  });
});

describe('a slot that is answered by codes of one shape', () => {
  const claims = { '⟨account:d6': 38, '⟨account:d5': 1, '⟨account': 1 };

  it('is not asked for by what a code of another shape answers', () => {
    expect(unlike(claims, { '⟨account:d12': 1 })).toBe(shapeTrust);
    expect(unlike(claims, { '⟨account:l3d4': 1 })).toBe(shapeTrust);
  });

  it('may be asked for by what a code of that shape answers, or of a shape that is not known', () => {
    expect(unlike(claims, { '⟨account:d6': 1 })).toBe(0);
    expect(unlike(claims, { '⟨account': 1 })).toBe(0);
  });

  it('is told by no shape where its codes have many', () => {
    const references = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`⟨account:d${i + 5}`, 1]),
    );
    expect(unlike(references, { '⟨account:d99': 1 })).toBe(0);
    expect(unlike(references, { '#date': 1 })).toBe(shapeTrust);
  });
});
