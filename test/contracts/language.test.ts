/** What every language must do, whatever its words are. A new one is a folder and a line in `src/language/languages.ts`. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { languageCodes, languageOf } from '../../src/language/languages.js';

const root = resolve(import.meta.dirname, '../..');

it('has every language in the list, under the code of its folder', () => {
  const entries = readdirSync(resolve(root, 'src/language'), { withFileTypes: true });
  const folders = entries.filter((one) => one.isDirectory()).map(({ name }) => name);
  expect([...languageCodes].sort()).toEqual(folders.sort());
});

describe.each(languageCodes)('%s', (code) => {
  const language = languageOf(code);
  const { numbers, dates, sums, spelling, signs, canonical } = language;
  const form = (value: string) => canonical(value, { region: 'GB' });

  it('has the words of its customers and agents in config/', () => {
    const lexicon = readLexicon(code, root);
    expect(lexicon.language).toBe(code);
    expect(lexicon.requestCues).not.toEqual([]);
    expect(lexicon.stopWords).not.toEqual([]);
  });

  it('gives patterns for larger ones: without groups, and not matching nothing', () => {
    const { digitPattern, smallPattern, wordPattern } = numbers;
    const { monthPattern, weekdayPattern, betweenPattern } = dates;
    const patterns = [digitPattern, smallPattern, wordPattern, monthPattern, weekdayPattern];
    for (const pattern of [
      ...patterns,
      betweenPattern,
      spelling.radioWordPattern,
      spelling.signPattern,
    ]) {
      expect(new RegExp(`(?:${pattern})|`, 'giu').exec('')).toHaveLength(1);
      expect(new RegExp(`^(?:${pattern})$`, 'iu').test('')).toBe(false);
    }
  });

  it('looks for sums and dates wherever they stand', () => {
    const found = [sums.any, sums.inTwoNumbers, ...dates.patternsIn('3/5/1985')];
    for (const pattern of found) expect(pattern.flags).toContain('g');
  });

  it('reads what is the same in every language', () => {
    expect(language.webAddressesIn('a.example.com, b')).toEqual([{ start: 0, end: 13 }]);
    expect(form('jane.doe@example.com')).toBe('jane.doe@example.com');
    expect(form('+44 7700 900123')).toBe(form('07700 900123'));
    expect(form('1985-03-05')).toBe('1985-03-05');
    expect(dates.form('1985-03-05', 'GB')).toBe('1985-03-05');
    expect(dates.monthNumber(undefined)).toBe('0');
    expect(numbers.toDigits('40 and 2')).toContain('40');
  });

  it('gives a form of which the form is the same', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.nat().map(String));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const once = form(pieces.join(' '));
        if (once !== null) expect(form(once)).toBe(once);
      }),
    );
  });

  it('says where the words and the parts of a text stand', () => {
    const texts = fc.array(fc.constantFrom('80522121', ' ', ', ', 'X', 'alpha', '12', 'é', '-'));
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        for (const { start, end } of spelling.words(text))
          expect(text.slice(start, end).trim()).not.toBe('');
        const parts = language.answerParts(text, 'GB');
        expect(parts.length).toBeGreaterThan(0);
        for (const { said, start } of parts)
          expect(text.slice(start, start + said.length)).toBe(said);
      }),
    );
    expect(spelling.spelledOut('')).toBeNull();
    expect(spelling.hasLetters(spelling.words(''))).toBe(false);
    expect(spelling.hasLetters(spelling.words('q x'))).toBe(true);
  });

  it('lists words in lower case with one blank between', () => {
    for (const list of Object.values(signs)) {
      expect(list).toBe(list.toLowerCase());
      expect(list).toBe(list.trim().replace(/\s+/g, ' '));
    }
  });

  it('judges a mood between furious and delighted, and nothing as neither', () => {
    const sentiment = language.createSentiment(readLexicon(code, root));
    expect(sentiment('')).toBe(0);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(Math.abs(sentiment(text))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
