import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causesOf } from '../../src/causes/causes.js';
import type { JourneyResult } from '../../src/domain/journey.js';
import { findingOf, journeyOf, times } from '../patterns/settings.js';
import { link } from '../support/conversations.js';

const missed = (intent: string, slot: string) => findingOf('missed_slot', { intent, slot });
const causes = (results: readonly JourneyResult[]) => causesOf(results, [], []);

describe('causes', () => {
  it('parts slots by intent, and lost context by slot alone', () => {
    const results = [
      ...times(3, (i) => journeyOf(i, { findings: [missed('loan', 'income')] })),
      ...times(3, (i) => journeyOf(10 + i, { findings: [missed('card', 'income')] })),
      ...times(4, (i) =>
        journeyOf(20 + i, {
          findings: [findingOf('context_lost', { intent: i % 2 ? 'loan' : 'card', slot: 'email' })],
        }),
      ),
    ];
    const found = causes(results);
    expect(found.map((c) => [c.category, c.intent, c.slot, c.sessions.length])).toEqual([
      ['context_lost', undefined, 'email', 4],
      ['missed_slot', 'card', 'income', 3],
      ['missed_slot', 'loan', 'income', 3],
    ]);
    expect(found.map(({ owner }) => owner)).toEqual(['journey_owner', 'bot_team', 'bot_team']);
  });

  it('parts what no intent covers by what agents file it under', () => {
    const results = times(6, (i) =>
      journeyOf(i, {
        outcome: { reason: i % 2 ? 'PETS' : 'VISA' },
        findings: [findingOf('uncovered_intent', { turns: ['bot:0'] })],
      }),
    );
    expect(causes(results).map(({ cluster }) => cluster)).toEqual(['PETS', 'VISA']);
  });

  it('quotes of a wish without an intent first what most of its customers say', () => {
    const said = [
      'insure my cat please',
      'insure my old cat',
      'can you insure a cat',
      'what a day',
    ];
    const results = said.map((text, i) =>
      journeyOf(i, {
        outcome: { reason: 'PETS' },
        findings: [findingOf('uncovered_intent', { turns: ['bot:0'], confidence: i / 10 })],
        quotes: { 'bot:0': text },
      }),
    );
    const [cause] = causes(results);
    expect(cause?.evidence.map(({ quote }) => quote).at(-1)).toBe('what a day');
    expect(cause?.evidence[0]?.quote).toMatch(/cat/);
  });

  it('makes no ticket of what is unknown, nor of one journey among many', () => {
    const unknown = times(60, (i) => journeyOf(i, { findings: [findingOf('unknown')] }));
    const single = journeyOf(99, { findings: [missed('loan', 'income')] });
    expect(causes(unknown)).toEqual([]);
    expect(causes([...unknown, single])).toEqual([]);
    expect(causes([single])).toHaveLength(1);
  });

  it('quotes five unlike journeys word for word', () => {
    const results = times(30, (i) =>
      journeyOf(i, { day: `2026-03-${10 + (i % 10)}`, findings: [missed('loan', 'income')] }),
    );
    const [cause] = causes(results);
    expect(cause?.evidence).toHaveLength(5);
    expect(new Set(cause?.evidence.map(({ quote }) => quote)).size).toBe(5);
    for (const { sessionId, quote } of cause?.evidence ?? []) {
      const own = results.find((result) => result.sessionId === sessionId);
      expect(Object.values(own?.quotes ?? {})).toContain(quote);
    }
  });

  it('is robust while half of its journeys hang on sure links, and not below', () => {
    const weak = { method: 'scored', status: 'possible', probability: 0.6 } as const;
    const journeys = (sure: number, unsure: number, category: 'cold_open' | 'intent_loop') =>
      times(sure + unsure, (i) =>
        journeyOf(i, {
          findings: [findingOf(category)],
          ...(i >= sure && { link: link(weak) }),
        }),
      );
    expect(causes(journeys(3, 3, 'cold_open'))[0]?.robust).toBe(true);
    expect(causes(journeys(3, 4, 'cold_open'))[0]?.robust).toBe(false);
    expect(causes(journeys(1, 0, 'cold_open'))[0]?.robust).toBe(false);
    expect(causes(journeys(0, 4, 'intent_loop'))[0]?.robust).toBe(true);
  });

  it('counts a journey once, however many findings it has of a cause', () => {
    const twice = [missed('loan', 'income'), { ...missed('loan', 'income'), primary: false }];
    const [cause] = causes([journeyOf(1, { findings: twice })]);
    expect(cause?.sessions).toHaveLength(1);
    expect(cause?.primarySessions).toHaveLength(1);
  });

  it('does not hang on the order of the journeys', () => {
    const results = times(40, (i) =>
      journeyOf(i, {
        findings: [missed(i % 3 ? 'loan' : 'card', 'income'), findingOf('cold_open')],
      }),
    );
    const expected = causes(results);
    fc.assert(
      fc.property(fc.shuffledSubarray(results, { minLength: 40 }), (shuffled) => {
        expect(causes(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
