import { describe, expect, it } from 'vitest';
import { deadEndIntent } from '../../src/patterns/detectors/dead_end_intent.js';
import { config, findingOf, journeyOf, sessionOf, times } from './settings.js';

const sessions = (intent: string, escalated: number, contained: number) => [
  ...times(escalated, () => sessionOf({ intent, outcome: 'escalated' })),
  ...times(contained, () => sessionOf({ intent })),
];
const others = [...sessions('opening_hours', 30, 170), ...sessions('card_lost', 60, 140)];
const found = (list: ReturnType<typeof sessions>) =>
  deadEndIntent.find({ results: [], sessions: [...list, ...others] }, config).patterns;

describe('dead_end_intent', () => {
  it('names an intent that nearly always escalates', () => {
    expect(found(sessions('close_account', 96, 4)).map(({ intent }) => intent)).toEqual([
      'close_account',
    ]);
  });

  it('does not name one that often does', () => {
    expect(found(sessions('close_account', 84, 16))).toEqual([]);
  });

  it('is not dissuaded by sessions that the customer left, nor persuaded', () => {
    const left = times(60, () => sessionOf({ intent: 'close_account', outcome: 'abandoned' }));
    expect(found([...sessions('close_account', 96, 4), ...left])).toHaveLength(1);
    expect(found([...sessions('close_account', 84, 16), ...left])).toEqual([]);
  });

  it('does not name one whose share could be chance, nor one with too few sessions', () => {
    expect(found(sessions('close_account', 22, 3))).toEqual([]);
    expect(found(sessions('close_account', 19, 0))).toEqual([]);
    expect(found(sessions('close_account', 20, 0))).toHaveLength(1);
  });

  it('does not call every intent a dead end where the data hold escalations alone', () => {
    const all = [...sessions('a', 100, 0), ...sessions('b', 100, 0)];
    expect(deadEndIntent.find({ results: [], sessions: all }, config).patterns).toEqual([]);
  });

  it('holds for journeys that were understood, not for those that wanted something else', () => {
    const [pattern] = found(sessions('close_account', 96, 4));
    const botIntent = 'close_account';
    const misunderstood = [findingOf('misunderstood_intent', { intent: 'card_lost' })];
    expect(pattern?.holds(journeyOf(1, { botIntent }))).toBe(true);
    expect(pattern?.holds(journeyOf(2, { botIntent, findings: misunderstood }))).toBe(false);
    expect(pattern?.holds(journeyOf(3, { botIntent: 'card_lost' }))).toBe(false);
  });
});
