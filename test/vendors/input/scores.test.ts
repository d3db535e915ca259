import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../src/vendors/input/scores.js';

describe('a score', () => {
  it.each([
    ['4', 4],
    ['4 - Good', 4],
    ['4 – Good', 4],
    ['3: Okay', 3],
    ['1 = Poor', 1],
    ['5 (Excellent)', 5],
    ['Good (4)', 4],
    ['Good - 4', 4],
    ['Good -4', 4],
    ['Good \u2013 4', 4],
    ['Bad (-2)', -2],
    ['Bad: -2', -2],
    ['-2 (Bad)', -2],
    ['4 out of 5 stars', 4],
    ['4/5 - Good', 4],
    ['Very good (5/5)', 5],
    ['Very good: 5 out of 5', 5],
    ['Good (4 stars)', 4],
    ['5 stars', 5],
    ['\u2605\u2605\u2605\u2606\u2606', 3],
    ['\u2b50\u2b50\ufe0f', 2],
    ['4/5', 4],
    ['4 out of 5', 4],
    ['4,5', 4.5],
    ['4.50', 4.5],
  ])('is read from %s', (text, score) => {
    expect(scoreOf(text, { max: 5 })).toBe(score);
  });

  it.each([
    ['Bad (-2)', -2],
    ['Bad: -2', -2],
    ['Bad - -2', -2],
    ['Bad \u2013 -2', -2],
    ['-2 - Bad', -2],
    ['2 - Good', 2],
    ['Good 2', 2],
    ['Good (2)', 2],
    ['-1', -1],
  ])('is read on a scale that goes below 0 from %s', (text, score) => {
    expect(scoreOf(text, { min: -2, max: 2 })).toBe(score);
  });

  it.each(['Very bad -2', 'Bad - 2', 'Bad-2', 'Bad \u2013 2', 'Bad (- 2)', '- 2', 'Bad \u2212 2'])(
    'is not guessed on a scale that goes below 0 from %s',
    (text) => {
      expect(scoreOf(text, { min: -2, max: 2 })).toEqual({
        fault: expect.stringMatching(/^a dash before a number/),
      });
    },
  );

  it('is read as its decimal sign says, where the other sign parts thousands', () => {
    expect(scoreOf('1.234,5', { max: 5, decimal: ',' })).toBe(1234.5);
    expect(scoreOf('4.5', { max: 5, decimal: ',' })).toBe(4.5);
    expect(scoreOf('1,234', { max: 5 })).toBe(1234);
  });

  it.each(['', ' ', 'N/A', '-', '\u2014', 'null'])(
    'is absent where nobody answered: %j',
    (text) => {
      expect(scoreOf(text, { max: 5 })).toBeUndefined();
    },
  );

  it('is a share of a hundred only on a scale of a hundred', () => {
    expect(scoreOf('80 %', { max: 100 })).toBe(80);
    expect(scoreOf('80%', { max: 5 })).toEqual({ fault: expect.stringMatching(/percentage/) });
  });

  it.each([
    'Very satisfied',
    'waited 4 hours',
    '4 hours',
    '8/10',
    'Good (8/10)',
    '4 out of 5 agents',
    '4/5/2026',
    '4 - 5',
    '2026-03-02',
  ])('is not read from %s', (text) => {
    expect(scoreOf(text, { max: 5 })).toEqual({ fault: expect.any(String) });
  });
});
