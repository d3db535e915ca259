import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/lib/calendar.js';
import { standingOf, stands } from '../../src/pipeline/kept/lessons.js';

const tonight = { night: '2026-03-20', common: 'as now', learnedFrom: 1000 };
const kept = { night: '2026-03-19', source: 'as now', learnedFrom: 1000 };

describe('lessons of an earlier night', () => {
  it('stand for six nights, and are chosen anew in the seventh', () => {
    expect(stands(kept, tonight)).toBe(true);
    expect(stands({ ...kept, night: '2026-03-14' }, tonight)).toBe(true);
    expect(stands({ ...kept, night: '2026-03-13' }, tonight)).toBe(false);
  });

  it('fall with the training data, the config or the code', () => {
    expect(stands({ ...kept, source: 'as before' }, tonight)).toBe(false);
  });

  it('fall when half as many journeys again teach, or a third fewer', () => {
    const learned = (learnedFrom: number) => stands({ ...kept, learnedFrom }, tonight);
    expect([660, 670, 1490, 1510].map(learned)).toEqual([false, true, true, false]);
  });

  it('know the journeys that were there by the end of their night', () => {
    const at = new Map([
      ['before', Date.parse('2026-03-19T23:59:00Z')],
      ['after', Date.parse('2026-03-20T00:01:00Z')],
    ]);
    const { wasThere } = standingOf({ ...kept, lessons: [] }, at, createCalendar('UTC'));
    expect(['before', 'after', 'unknown'].map(wasThere)).toEqual([true, false, false]);
  });
});
