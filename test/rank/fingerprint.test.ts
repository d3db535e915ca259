import { describe, expect, it } from 'vitest';
import type { Window } from '../../src/domain/ticket.js';
import { fingerprint, fingerprints } from '../../src/rank/fingerprint.js';
import { causeOf } from './settings.js';

const cause = causeOf('missed_slot', [], { intent: 'loan', slot: 'income' });
const none = new Set<string>();

describe('fingerprint', () => {
  it('never changes: tickets of past nights are found by it', () => {
    expect(fingerprint(cause, 'helper')).toBe('hb-e8a86ab7cc');
  });

  it('is the same whatever the journeys, the title and the evidence', () => {
    const later = { ...cause, title: 'other words', sessions: ['a/b/c'], robust: false };
    expect(fingerprints([later], 'helper', none)).toEqual([fingerprint(cause, 'helper')]);
  });

  it('parts category, bot, intent, slot and cluster', () => {
    const ids = [
      fingerprint(cause, 'helper'),
      fingerprint(cause, 'other'),
      fingerprint({ ...cause, category: 'wrong_slot_value' }, 'helper'),
      fingerprint({ ...cause, intent: 'card' }, 'helper'),
      fingerprint({ ...cause, slot: 'name' }, 'helper'),
      fingerprint({ category: 'uncovered_intent', cluster: 'PETS' }, 'helper'),
      fingerprint({ category: 'uncovered_intent', cluster: 'VISA' }, 'helper'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('fingerprints of windows', () => {
  const at = (from: number, to: number, days: Window['days'] = 'weekdays') =>
    causeOf('time_of_day_failure', [], { intent: 'loan', window: { days, from, to } });

  it('stay when the ends of a window wander', () => {
    const [id = ''] = fingerprints([at(9, 12)], 'helper', none);
    expect(fingerprints([at(8, 12)], 'helper', none)).toEqual([id]);
    expect(fingerprints([at(11, 15)], 'helper', new Set([id]))).toEqual([id]);
    expect(fingerprints([at(11, 15)], 'helper', none)).not.toEqual([id]);
  });

  it('part morning and evening, and two windows of one quarter', () => {
    const windows = [at(7, 8), at(10, 11), at(19, 21), at(7, 8, 'weekend')];
    expect(new Set(fingerprints(windows, 'helper', none)).size).toBe(4);
  });

  it('follow a window over midnight', () => {
    expect(fingerprints([at(22, 1)], 'helper', none)).toEqual(
      fingerprints([at(21, 24)], 'helper', none),
    );
  });
});
