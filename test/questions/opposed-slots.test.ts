import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../src/questions/asked-by-words.js';
import { createAskReader } from '../../src/questions/asks.js';
import { isOfOtherSide, sidesOf } from '../../src/questions/opposed-slots.js';
import { lexicon } from '../detect/support.js';
import { slot } from '../support/slots.js';

const sides = sidesOf([slot('from_station'), slot('to_station'), slot('ticket')], lexicon);
const isOther = (name: string, text: string) => {
  const [sentence] = createAskReader([], lexicon).sentences(text);
  const its = sides.get(name);
  return its && sentence && isOfOtherSide(its, wordingOf(sentence.clause));
};

describe('slots that are opposites', () => {
  it('are two of like names, each of its side', () => {
    expect([...sides.keys()].sort()).toEqual(['from_station', 'to_station']);
    expect(sidesOf([slot('from_station'), slot('to_account')], lexicon).size).toBe(0);
    expect(sidesOf([slot('from_station')], lexicon).size).toBe(0);
  });

  it('are told apart by a question that names one side', () => {
    expect(isOther('from_station', 'Could I check the arrival station?')).toBe(true);
    expect(isOther('to_station', 'Could I check the arrival station?')).toBe(false);
    expect(isOther('to_station', 'Which station are you leaving from?')).toBe(true);
  });

  it('are left open by one that names both sides, or none', () => {
    expect(isOther('from_station', 'The departure and the arrival station?')).toBe(false);
    expect(isOther('from_station', 'I would like to ask which station')).toBe(false);
  });
});
