import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyResult } from '../../src/domain/journey.js';
import type { Repair } from '../../src/domain/ticket.js';
import { attribute } from '../../src/rank/attribution.js';
import { findingOf, journeyOf } from '../patterns/settings.js';
import { causeOf } from './settings.js';

/** The journeys with what their causes are seen by. */
const journeys = (causes: readonly Repair[]) =>
  new Map(
    [...new Set(causes.flatMap(({ sessions }) => sessions))].map((session) => {
      const findings = causes
        .filter(({ sessions }) => sessions.includes(session))
        .map(({ category, intent, slot, primarySessions }) =>
          findingOf(category, {
            primary: primarySessions.includes(session),
            ...(intent !== undefined && { intent }),
            ...(slot !== undefined && { slot }),
          }),
        );
      return [session, { ...journeyOf(0), session, findings }];
    }),
  );
const attributed = (causes: readonly Repair[]) => attribute(causes, journeys(causes));
const cause = (sessions: string[], primarySessions: string[], intent = 'loan') =>
  causeOf('intent_loop', [], { sessions, primarySessions, intent });

describe('attribution', () => {
  it('gives a journey to its only cause, to the primary of several, and to all alike where none is known', () => {
    const held = attributed([
      cause(['a', 'b'], ['a', 'b']),
      cause(['b', 'c'], [], 'card'),
      cause(['b', 'c'], [], 'fee'),
    ]);
    expect([...(held.get('a')?.handoff ?? [])]).toEqual([[0, 1]]);
    expect([...(held.get('b')?.handoff ?? [])]).toEqual([[0, 1]]);
    expect([...(held.get('c')?.handoff.values() ?? [])]).toEqual([0.5, 0.5]);
  });

  it('gives it to slots only where one of them explains it, and then to all of its category', () => {
    const slots = (primarySessions: string[]) => [
      causeOf('missed_slot', [], { sessions: ['a'], slot: 'x', primarySessions }),
      causeOf('missed_slot', [], { sessions: ['a'], slot: 'y', primarySessions: [] }),
      causeOf('uncaptured_slot', [], { sessions: ['a'], slot: 'z', primarySessions: [] }),
    ];
    const own = attributed([cause(['a'], []), ...slots(['a'])]).get('a');
    expect([...(own?.handoff ?? [])]).toEqual([
      [1, 0.5],
      [2, 0.5],
    ]);
    const other = attributed([cause(['a'], []), ...slots([])]).get('a');
    expect([...(other?.handoff ?? [])]).toEqual([[0, 1]]);
    expect(attributed(slots([])).get('a')?.handoff.size).toBe(0);
  });

  it('gives it to a question that never came only where the bot handed over of its own accord', () => {
    const missed = causeOf('missed_slot', [], {
      sessions: ['a'],
      slot: 'x',
      primarySessions: ['a'],
    });
    const size = (reason: JourneyResult['handoff']['reason']) => {
      const [[session, result]] = [...journeys([missed])] as [[string, JourneyResult]];
      const asked = { ...result, handoff: { reason, inferred: false } };
      return attribute([missed], new Map([[session, asked]])).get(session)?.handoff.size;
    };
    expect(size('rule')).toBe(1);
    expect(size('user_request')).toBe(0);
  });

  it('knows what each cause is seen by', () => {
    const held = attributed([
      causeOf('missed_slot', [], { sessions: ['a'], slot: 'x' }),
      causeOf('missed_slot', [], { sessions: ['a'], slot: 'y' }),
    ]).get('a');
    expect(held?.findings.get(1)?.map(({ slot }) => slot)).toEqual(['y']);
  });

  it('shares out every journey exactly once', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.array(fc.subarray(names), { minLength: 1 }), (lists) => {
        const held = attributed(
          lists.map((list, i) => cause(list, list.slice(0, 1), `intent_${i}`)),
        );
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
