import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '../../src/domain/journey.js';
import { flowCounts, hourCounts, reasonCounts } from '../../src/figures/counts.js';
import { intervalsOf } from '../../src/figures/intervals.js';
import { journeyOf } from '../patterns/settings.js';

const sessionAt = (
  day: string,
  hour: number,
  outcome: SessionSummary['outcome'],
): SessionSummary => ({ day, hour, outcome, channel: 'chat', backendError: false });

describe('sessions by hour of the week', () => {
  it('start the week on Monday, and count what the bot did not end as failed', () => {
    expect(
      hourCounts([
        sessionAt('2026-11-22', 23, 'escalated'),
        sessionAt('2026-11-23', 0, 'contained'),
        sessionAt('2026-11-16', 0, 'abandoned'),
      ]),
    ).toEqual([
      { weekday: 0, hour: 0, sessions: 2, failed: 1 },
      { weekday: 6, hour: 23, sessions: 1, failed: 1 },
    ]);
  });

  it('lose none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 23 })), (hours) => {
        const counted = hourCounts(hours.map((hour) => sessionAt('2026-11-20', hour, 'contained')));
        expect(counted.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(hours.length);
      }),
    );
  });
});

describe('the ways of journeys', () => {
  const way = (i: number, intent: string | undefined, queue: string, resolved?: boolean) =>
    journeyOf(i, {
      ...(intent !== undefined && { botIntent: intent }),
      queue,
      outcome: resolved === undefined ? {} : { resolved },
    });

  it('add up to all linked journeys, the rest of the names in one', () => {
    const many = Array.from({ length: 30 }, (_, i) => way(i, `intent_${i % 10}`, 'q', i % 2 === 0));
    const counted = flowCounts(many);
    expect(counted.reduce((sum, { journeys }) => sum + journeys, 0)).toBe(30);
    expect(new Set(counted.map(({ intent }) => intent)).size).toBe(8);
    expect(counted.some(({ intent }) => intent === null)).toBe(true);
  });

  it('say what is not known, and that a contact was passed on before whether it was resolved', () => {
    expect(flowCounts([way(1, undefined, 'q')])[0]).toMatchObject({
      intent: null,
      outcome: 'unknown',
    });
    const passed = journeyOf(2, { queue: 'q', outcome: { transferred: true, resolved: true } });
    expect(flowCounts([passed])[0]?.outcome).toBe('passed_on');
  });
});

it('reasons come the most frequent first', () => {
  const because = (i: number, reason: 'rule' | 'error') =>
    journeyOf(i, { handoff: { reason, inferred: false } });
  expect(reasonCounts([because(1, 'error'), because(2, 'rule'), because(3, 'rule')])).toEqual([
    { reason: 'rule', journeys: 2 },
    { reason: 'error', journeys: 1 },
  ]);
});

describe('intervals of a week', () => {
  it('of a share are as Wilson gives them, and of what is unknown there are none', () => {
    const sessions = Array.from({ length: 10 }, (_, i) =>
      sessionAt('2026-11-16', 9, i < 8 ? 'escalated' : 'contained'),
    );
    const found = intervalsOf({ sessions, results: [], direct: [] });
    expect(Object.keys(found)).toEqual(['escalationRate']);
    // Known answer: Wilson, 8 of 10.
    expect(found.escalationRate?.map((end) => end.toFixed(4))).toEqual(['0.4902', '0.9433']);
  });

  it('hold the figure between them', () => {
    const results = Array.from({ length: 20 }, (_, i) =>
      journeyOf(i, { day: `2026-11-${16 + (i % 5)}`, repeats: i % 3 }),
    );
    const [low = 1, high = 0] =
      intervalsOf({ results, sessions: [], direct: [] }).repeatsPerJourney ?? [];
    expect(low).toBeLessThan(0.95);
    expect(high).toBeGreaterThan(0.95);
  });
});
