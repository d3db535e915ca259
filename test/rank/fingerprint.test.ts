import { describe, expect, it } from 'vitest';
import type { Window } from '../../src/domain/ticket.js';
import { fingerprint, repairIds } from '../../src/rank/fingerprint.js';
import { causeOf } from './settings.js';

const cause = causeOf('missed_slot', [], { intent: 'loan', slot: 'income' });
const none = new Map<string, { rank?: number }>();

describe('fingerprint', () => {
  it('never changes: tickets of past nights are found by it', () => {
    expect(fingerprint(cause, 'helper')).toBe('hb-e8a86ab7cc');
  });

  it('is the same whatever the journeys, the title and the evidence', () => {
    const later = { ...cause, title: 'other words', sessions: ['a/b/c'], robust: false };
    expect(repairIds([later], 'helper', none)).toEqual(repairIds([cause], 'helper', none));
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
    const [id = ''] = repairIds([at(9, 12)], 'helper', none);
    expect(repairIds([at(8, 12)], 'helper', none)).toEqual([id]);
    expect(repairIds([at(11, 15)], 'helper', new Map([[id, {}]]))).toEqual([id]);
    expect(repairIds([at(11, 15)], 'helper', none)).not.toEqual([id]);
  });

  it('part morning and evening, and two windows of one quarter', () => {
    const windows = [at(7, 8), at(10, 11), at(19, 21), at(7, 8, 'weekend')];
    expect(new Set(repairIds(windows, 'helper', none)).size).toBe(4);
  });

  it('go on as they were called last night, and never swap', () => {
    const [morning = '', evening = ''] = repairIds([at(9, 14), at(16, 19)], 'helper', none);
    const last = new Map([
      [morning, { rank: 3 }],
      [evening, { rank: 1 }],
    ]);
    // The morning's middle is past noon now, which is the quarter that the afternoon goes by.
    expect(repairIds([at(11, 15), at(17, 19)], 'helper', last)).toEqual([morning, evening]);
    expect(repairIds([at(17, 19), at(11, 15)], 'helper', last)).toEqual([evening, morning]);
    // Long ago there was a ticket of noon, too: the one of last night goes on.
    const [noon = ''] = repairIds([at(12, 15)], 'helper', none);
    const before = new Map([[noon, {}], [morning, { rank: 3 }] as const]);
    expect(repairIds([at(11, 15)], 'helper', before)).toEqual([morning]);
  });

  it('stay where weekdays and the weekend share a quarter', () => {
    const both = [at(13, 16), at(13, 16, 'weekend')];
    const ids = repairIds(both, 'helper', none);
    const last = new Map(ids.map((id) => [id, { rank: 1 }]));
    expect(new Set(ids).size).toBe(2);
    expect(repairIds([at(13, 17), at(14, 16, 'weekend')], 'helper', last)).toEqual(ids);
  });

  it('follow a window over midnight', () => {
    expect(repairIds([at(22, 1)], 'helper', none)).toEqual(repairIds([at(21, 24)], 'helper', none));
  });
});
