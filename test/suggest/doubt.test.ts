import { describe, expect, it } from 'vitest';
import { trainShadow } from '../../src/nlu/shadow.js';
import { doubts } from '../../src/suggest/doubt.js';
import { libraryPhrases } from '../nlu/phrases.js';

const intents = [...new Set(libraryPhrases.map(({ intent }) => intent))];
const started = libraryPhrases.filter((_, i) => i % 2 === 0);
const later = libraryPhrases.filter((_, i) => i % 2 === 1);
const elsewhere = (intent: string | null) =>
  intents[(intents.indexOf(intent) + 1) % intents.length] ?? null;
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('doubt of a label', () => {
  it('falls on what the words contradict, more than on what they bear out', () => {
    const wrong = (i: number) => i % 4 === 0;
    const labelled = later.map(({ text, intent }, i) => ({
      text,
      intent: wrong(i) ? elsewhere(intent) : intent,
    }));
    const found = doubts(started, labelled, trainShadow);
    const [bad, good] = [true, false].map((is) => mean(found.filter((_, i) => wrong(i) === is)));
    expect(bad).toBeGreaterThan(2 * (good ?? 1));
  });

  it('is small where hardly a label is wrong', () => {
    expect(mean(doubts(started, later, trainShadow))).toBeLessThan(0.1);
  });

  it('is a probability, one for each label, and none of none', () => {
    const found = doubts(started, later.slice(0, 3), trainShadow);
    expect(found).toHaveLength(3);
    for (const one of found) expect(one >= 0 && one <= 1).toBe(true);
    expect(doubts(started, [], trainShadow)).toEqual([]);
  });

  it('says nothing where all bear the same label', () => {
    const same = [{ text: 'renew it', intent: 'renew_loan' }];
    expect(doubts([], same, trainShadow)).toEqual([0]);
  });
});
