import { describe, expect, it } from 'vitest';
import { yesNo, yesNoShare } from '../../src/questions/yes-or-no.js';

const shareOf = (answers: Record<string, number>, given: Record<string, number>) =>
  yesNoShare(new Map(Object.entries(answers)), new Map(Object.entries(given)));

describe('the share of answers that are a yes or no', () => {
  it('counts an answer of many words once', () => {
    expect(shareOf({ [yesNo]: 3, the: 1, one: 1, by: 1, sea: 1 }, { '': 1 })).toBe(3 / 4);
  });

  it('is all where nothing else answers, and none where none does', () => {
    expect(shareOf({ [yesNo]: 2, '~evasion': 2 }, {})).toBe(1);
    expect(shareOf({ spain: 4 }, { '': 4 })).toBe(0);
    expect(shareOf({}, {})).toBe(0);
  });
});
