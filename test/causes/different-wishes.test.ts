import { describe, expect, it } from 'vitest';
import { areDifferent } from '../../src/causes/different-wishes.js';
import type { JourneyResult } from '../../src/domain/journey.js';
import { journeyOf, times } from '../patterns/settings.js';

const things = ['bins', 'parking', 'trees', 'passports', 'noise', 'taxis', 'schools', 'grants'];
const places = ['here', 'today', 'in town', 'by the river', 'at night'];
/** Forty texts that share hardly a word. */
const many = things.flatMap((thing) => places.map((place) => `${thing} ${place}`));
const one = places.flatMap((place) =>
  times(4, (i) => `my late father had an account ${place} ${things[i]}`),
);

function journeysOf(texts: readonly string[]): Map<string, JourneyResult> {
  const results = texts.map((text, i) => ({
    ...journeyOf(i, {}),
    utterance: { turn: 1, text, entities: [] },
  }));
  return new Map(results.map((result) => [result.link.session, result]));
}

describe('what agents file under one code', () => {
  const results = journeysOf([...many, ...one]);
  const sessions = [...results.keys()];

  it('is several wishes where the words have no more in common than any', () => {
    expect(areDifferent(sessions.slice(0, many.length), results)).toBe(true);
  });

  it('is one where they have', () => {
    expect(areDifferent(sessions.slice(many.length), results)).toBe(false);
  });

  it('is not called several by a few texts', () => {
    expect(areDifferent(sessions.slice(0, 14), results)).toBe(false);
  });
});
