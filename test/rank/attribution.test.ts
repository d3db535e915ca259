import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../src/rank/attribution.js';
import { causeOf } from './settings.js';

const cause = (sessions: string[], primarySessions: string[]) =>
  causeOf('intent_loop', [], { sessions, primarySessions });

describe('attribution', () => {
  it('gives a journey to its only cause, and half of it to the primary of several', () => {
    const [first, second, third] = attribute([
      cause(['a', 'b'], ['a', 'b']),
      cause(['b', 'c'], []),
      cause(['b', 'c'], []),
    ]);
    expect([first?.get('a'), first?.get('b')]).toEqual([1, 0.5]);
    expect([second?.get('b'), third?.get('b')]).toEqual([0.25, 0.25]);
    expect([second?.get('c'), third?.get('c')]).toEqual([0.5, 0.5]);
  });

  it('shares out every journey exactly once', () => {
    const journeys = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.array(fc.subarray(journeys), { minLength: 1 }), (lists) => {
        const shares = attribute(lists.map((list) => cause(list, list.slice(0, 1))));
        for (const journey of new Set(lists.flat())) {
          const sum = shares.reduce((total, share) => total + (share.get(journey) ?? 0), 0);
          // Two causes that both claim to be primary cannot make more than one journey of it.
          expect(sum).toBeCloseTo(1, 10);
        }
      }),
    );
  });
});
