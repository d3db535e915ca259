import { describe, expect, it } from 'vitest';
import type { TruthLine } from '../../src/domain/records.js';
import { calibrate } from '../../src/evaluate/calibration.js';
import { evaluate, type JourneyLine } from '../../src/evaluate/evaluate.js';

const journey = (
  session_id: string,
  contact_id: string | null,
  more: Partial<JourneyLine> = {},
): JourneyLine => ({
  session_id,
  contact_id,
  link: {
    method: contact_id ? 'scored' : 'none',
    probability: 0.95,
    status: contact_id ? 'linked' : 'none',
  },
  findings: [],
  ...more,
});
const truth = (
  session_id: string,
  contact_id: string | null,
  findings: TruthLine['findings'] = [],
): TruthLine => ({
  session_id,
  contact_id,
  true_intent: null,
  findings,
});

describe('links against a truth', () => {
  it('counts a wrong contact as a false claim and a missed one', () => {
    const { links } = evaluate(
      [
        journey('right', 'c-1'),
        journey('wrong', 'c-9'),
        journey('abstains', null),
        journey('alone', null),
      ],
      [
        truth('right', 'c-1'),
        truth('wrong', 'c-2'),
        truth('abstains', 'c-3'),
        truth('alone', null),
      ],
    );
    expect(links.accepted).toMatchObject({ hit: 1, false: 1, missed: 2 });
    expect(links.accepted.precision).toBe(0.5);
    expect(links.accepted.recall).toBeCloseTo(1 / 3);
  });

  it('does not take a possible link for an accepted one', () => {
    const possible = journey('s', 'c-1', {
      link: { method: 'scored', probability: 0.7, status: 'possible' },
    });
    expect(evaluate([possible], [truth('s', 'c-1')]).links.accepted).toMatchObject({
      hit: 0,
      missed: 1,
    });
  });
});

describe('findings against a truth', () => {
  const found = [
    journey('a', 'c', { findings: [{ category: 'missed_slot', slot: 'date', primary: true }] }),
    journey('b', 'd', { findings: [{ category: 'cold_open', primary: true }] }),
  ];
  const lines = [
    truth('a', 'c', [{ category: 'missed_slot', slot: 'amount' }]),
    truth('b', 'd', [{ category: 'cold_open' }, { category: 'context_lost', slot: 'date' }]),
  ];

  it('counts the category, and the slot where it is asked for', () => {
    const { categories, slots } = evaluate(found, lines);
    expect(categories.find((c) => c.category === 'missed_slot')?.score).toMatchObject({
      hit: 1,
      false: 0,
    });
    expect(slots.find((c) => c.category === 'missed_slot')?.score).toMatchObject({
      hit: 0,
      false: 1,
      missed: 1,
    });
    expect(categories.find((c) => c.category === 'context_lost')?.score.f1).toBe(0);
    expect(categories.find((c) => c.category === 'intent_loop')).toBeUndefined();
  });

  it('counts a session that the night never saw as missed', () => {
    const { sessions, categories } = evaluate([], lines);
    expect(sessions).toEqual({ both: 0, truthOnly: 2, journeysOnly: 0 });
    expect(categories.every(({ score }) => score.recall === 0)).toBe(true);
  });
});

describe('calibration', () => {
  it('is without error where claims hold, and off by how much they do not', () => {
    const claims = (probability: number, right: number, n: number) =>
      Array.from({ length: n }, (_, i) => ({ probability, right: i < right }));
    expect(calibrate(claims(0.75, 75, 100)).error).toBeCloseTo(0);
    expect(calibrate(claims(0.95, 75, 100)).error).toBeCloseTo(0.2);
    expect(calibrate([]).error).toBeNull();
  });
});
