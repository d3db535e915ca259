import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  createCalendar,
  daysBetween,
  isoWeekOf,
  mondayOf,
} from '../../src/lib/calendar.js';

const london = createCalendar('Europe/London');
const sydney = createCalendar('Australia/Sydney');

describe('local time', () => {
  it('knows summer time in London', () => {
    expect(london.local(Date.parse('2026-07-01T23:30:00Z'))).toEqual({
      day: '2026-07-02',
      hour: 0,
      weekend: false,
    });
    expect(london.local(Date.parse('2026-12-01T23:30:00Z'))).toMatchObject({
      day: '2026-12-01',
      hour: 23,
    });
  });

  it('shows the hour twice when the clocks go back, and never the one that is skipped', () => {
    const hours = (day: string) =>
      Array.from({ length: 26 }, (_, i) =>
        london.local(Date.parse(`${day}T00:00:00Z`) + (i - 1) * 3_600_000),
      )
        .filter((local) => local.day === day)
        .map(({ hour }) => hour);
    expect(hours('2026-10-25')).toHaveLength(25);
    expect(hours('2026-10-25').filter((hour) => hour === 1)).toHaveLength(2);
    expect(hours('2026-03-29')).toHaveLength(23);
    expect(hours('2026-03-29')).not.toContain(1);
  });

  it('knows the weekend of the place', () => {
    expect(sydney.local(Date.parse('2026-11-20T13:30:00Z'))).toMatchObject({
      day: '2026-11-21',
      weekend: true,
    });
    expect(london.local(Date.parse('2026-11-20T13:30:00Z')).weekend).toBe(false);
  });

  it('finds the first moment of every day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom(london, sydney),
        (days, calendar) => {
          const day = addDays('2020-01-01', days);
          const at = calendar.startOf(day);
          expect(calendar.local(at).day).toBe(day);
          expect(calendar.local(at - 1).day).toBe(addDays(day, -1));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('adds days and counts them back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (n) => {
        expect(daysBetween('2026-02-28', addDays('2026-02-28', n))).toBe(n);
      }),
    );
  });
});

describe('ISO weeks', () => {
  it.each([
    ['2026-11-21', '2026-W47'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2026-01-05', '2026-W02'],
  ])('%s lies in %s', (day, week) => {
    expect(isoWeekOf(day)).toBe(week);
  });

  it('begin on Monday and have seven days', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (days) => {
        const day = addDays('2000-01-01', days);
        const monday = mondayOf(day);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(isoWeekOf(addDays(monday, 6))).toBe(isoWeekOf(day));
        expect(isoWeekOf(addDays(monday, 7))).not.toBe(isoWeekOf(day));
      }),
    );
  });
});
