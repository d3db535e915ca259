import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../src/rank/attribution.js';
import { causeOf } from './settings.js';

const cause = (sessions: string[], primarySessions: string[]) =>
  causeOf('intent_loop', [], { sessions, primarySessions });

describe('attribution', () => {
  it('gives a journey to its only cause, and half of it to the primary of several', () => {
    const held = attribute([
      cause(['a', 'b'], ['a', 'b']),
      cause(['b', 'c'], []),
      cause(['b', 'c'], []),
    ]);
    expect([...(held.get('a')?.handoff ?? [])]).toEqual([[0, 1]]);
    expect([...(held.get('b')?.handoff.values() ?? [])]).toEqual([0.5, 0.25, 0.25]);
    expect([...(held.get('c')?.handoff.values() ?? [])]).toEqual([0.5, 0.5]);
  });

  it('keeps causes of effort apart from those that bring the handoff', () => {
    const held = attribute([
      cause(['a'], ['a']),
      causeOf('missed_slot', [], { sessions: ['a'], slot: 'x' }),
      causeOf('missed_slot', [], { sessions: ['a'], slot: 'y' }),
    ]).get('a');
    expect([...(held?.handoff ?? [])]).toEqual([[0, 1]]);
    expect(held?.effort).toEqual(['missed_slot']);
    expect(held?.alike.get('missed_slot')).toBe(2);
  });

  it('shares out every journey exactly once', () => {
    const journeys = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.array(fc.subarray(journeys), { minLength: 1 }), (lists) => {
        const held = attribute(lists.map((list) => cause(list, list.slice(0, 1))));
        for (const journey of new Set(lists.flat())) {
          const shares = [...(held.get(journey)?.handoff.values() ?? [])];
          const sum = shares.reduce((total, share) => total + share, 0);
          // Two causes that both claim to be primary cannot make more than one journey of it.
          expect(sum).toBeCloseTo(1, 10);
        }
      }),
    );
  });
});
