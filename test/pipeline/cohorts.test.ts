import { afterEach, describe, expect, it, vi } from 'vitest';
import { deadEndIntent } from '../../src/patterns/detectors/dead_end_intent.js';
import { registry } from '../../src/patterns/detectors/index.js';
import { cohorts } from '../../src/pipeline/stages/cohorts.js';
import { config, findingOf, journeyOf, sessionOf, times } from '../patterns/settings.js';

afterEach(() => vi.restoreAllMocks());

const sessions = [
  ...times(50, () => sessionOf({ intent: 'close_account', outcome: 'escalated' })),
  ...times(100, () => sessionOf({ intent: 'opening_hours' })),
];
const results = times(50, (i) =>
  journeyOf(i, {
    botIntent: 'close_account',
    utterance: { turn: 2, text: `close it, number ${i}`, entities: [] },
    findings:
      i < 20
        ? [findingOf('unknown', { turns: [] })]
        : i < 40
          ? [findingOf('context_lost', { slot: 'email' })]
          : [findingOf('intent_loop', { turns: ['bot:3'] })],
  }),
);
const input = { results, sessions, direct: [], flows: [], visits: [], until: 0, definition: null };

describe('cohorts', () => {
  it('gives the pattern to its journeys, with one primary finding each', () => {
    const outcome = cohorts(input, config);
    expect(outcome.cohortFindings.size).toBe(50);
    for (const { findings } of outcome.results)
      expect(findings.filter(({ primary }) => primary)).toHaveLength(1);
    const first = outcome.results[0];
    expect(first?.findings.map(({ category }) => category)).toEqual(['dead_end_intent']);
    expect(first?.quotes['bot:2']).toBe('close it, number 0');
    expect(results[0]?.findings[0]?.category).toBe('unknown');
  });

  it('takes over from what a handoff leads to, not from what led to it', () => {
    const primaries = cohorts(input, config).results.map(
      ({ findings }) => findings.find(({ primary }) => primary)?.category,
    );
    expect(primaries[25]).toBe('dead_end_intent');
    expect(primaries[45]).toBe('intent_loop');
  });

  it('makes one cause of the pattern, with quotes of the customers', () => {
    const cause = cohorts(input, config).repairs.find((c) => c.category === 'dead_end_intent');
    expect(cause).toMatchObject({ intent: 'close_account', owner: 'bot_team', robust: true });
    expect(cause?.sessions).toHaveLength(50);
    expect(cause?.primarySessions).toHaveLength(40);
    expect(cause?.why).toMatch(/50 of 50 sessions/);
    for (const { quote } of cause?.evidence ?? []) expect(quote).toMatch(/^close it, number/);
  });

  it('reports a cohort that throws, and runs the others', () => {
    vi.spyOn(deadEndIntent, 'find').mockImplementation(() => {
      throw new Error('out of luck');
    });
    const faults: string[] = [];
    const outcome = cohorts(
      { ...input, onFault: (plugin, message) => faults.push(`${plugin}: ${message}`) },
      config,
    );
    expect(faults).toEqual(['dead_end_intent: out of luck']);
    expect(outcome.timeOfDay.windowsTested).toBeGreaterThanOrEqual(0);
    expect(outcome.repairs.map(({ category }) => category)).not.toContain('dead_end_intent');
  });

  it('has something to say of an empty night', () => {
    const empty = cohorts(
      { results: [], sessions: [], direct: [], flows: [], visits: [], until: 0, definition: null },
      config,
    );
    expect(empty.repairs).toEqual([]);
    expect(empty.figures.handoffTaxMinutes).toBeNull();
    expect(empty.figures.csat.verdict).toBe('too_little_data');
    expect(empty.timeOfDay.note).not.toBeNull();
  });

  it('names every plug-in as its category', () => {
    expect(registry.map(({ id }) => id)).toEqual(['dead_end_intent', 'time_of_day_failure']);
  });
});
