import { describe, expect, it } from 'vitest';
import { dayMs } from '../../src/lib/calendar.js';
import { type Aging, stands } from '../../src/pipeline/kept/age.js';

const tonight = { night: '2026-03-20', until: 100 * dayMs, learnedFrom: 1000 };
const kept = (more: Partial<Aging> = {}): Aging => ({
  night: '2026-03-19',
  learnedFrom: 1000,
  at: tonight.until - 1.5 * dayMs,
  ...more,
});

describe('evidence of an earlier night', () => {
  it('stands the night after', () => {
    expect(stands(kept(), tonight)).toBe(true);
  });

  it('is not taken from the same night or a later one, which may run again', () => {
    expect(stands(kept({ night: '2026-03-20' }), tonight)).toBe(false);
    expect(stands(kept({ night: '2026-03-21' }), tonight)).toBe(false);
  });

  it('is worked out once more a week later, and not on the days around', () => {
    const aged = (days: number) => stands(kept({ at: tonight.until - days * dayMs }), tonight);
    expect([5.5, 6.5, 7.5].map(aged)).toEqual([true, false, true]);
  });

  it('falls when half as many journeys again teach, or a third fewer', () => {
    const learned = (learnedFrom: number) => stands(kept({ learnedFrom }), tonight);
    expect([660, 670, 1490, 1510].map(learned)).toEqual([false, true, true, false]);
  });
});
