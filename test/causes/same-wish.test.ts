import { describe, expect, it } from 'vitest';
import { joinedCodes } from '../../src/causes/same-wish.js';
import type { JourneyResult } from '../../src/domain/journey.js';
import { journeyOf, times } from '../patterns/settings.js';

const things = ['bins', 'parking', 'trees', 'passports', 'noise', 'taxis', 'schools', 'grants'];
const places = ['here', 'today', 'in town', 'by the river', 'at night'];
/** Forty texts that share hardly a word, and wordings of two wishes. */
const any = things.flatMap((thing) => places.map((place) => `${thing} ${place}`));
const bereaved = places.flatMap((place) =>
  times(8, (i) => `my late father had an account ${place} ${things[i]}`),
);
const lost = times(6, (i) => `a wallet was left behind on your tram near ${things[i]}`);

function joinedOf(codes: Record<string, readonly string[]>): ReadonlyMap<string, string> {
  const results = new Map<string, JourneyResult>();
  const causes = Object.entries({ any, ...codes }).map(([cluster, texts]) => {
    const sessions = texts.map((text) => {
      const result = {
        ...journeyOf(results.size, {}),
        utterance: { turn: 1, text, entities: [] },
      };
      results.set(result.link.session, result);
      return result.link.session;
    });
    return { cluster, sessions };
  });
  return joinedCodes(causes.slice(1), results);
}

describe('codes that hold some of a wish', () => {
  it('are joined to the code that most of it is filed under', () => {
    const joined = joinedOf({ DEATH: bereaved, OTHER: bereaved.slice(0, 6) });
    expect([...joined]).toEqual([['OTHER', 'DEATH']]);
  });

  it('stay where they hold another wish', () => {
    expect(joinedOf({ DEATH: bereaved, LOST: lost }).size).toBe(0);
  });

  it('stay where the other code is no single wish, or hardly larger', () => {
    expect(joinedOf({ MIXED: [...any, ...lost], OTHER: lost }).size).toBe(0);
    expect(joinedOf({ DEATH: bereaved.slice(0, 20), OTHER: bereaved.slice(20) }).size).toBe(0);
    expect(joinedOf({ DEATH: bereaved, OTHER: bereaved.slice(0, 4) }).size).toBe(0);
  });
});
