import { describe, expect, it } from 'vitest';
import type { DayFigures, StatedFigures, WeekFigures } from '../../src/domain/report.js';
import { trendsOf } from '../../src/night/trends.js';

const figures: Omit<DayFigures, 'day'> = {
  sessions: 100,
  handoffs: 40,
  escalationRate: 0.4,
  taxMinutes: 3,
  repeatsPerJourney: 1,
  fullContextShare: null,
  csatEscalated: 60,
  csatDirect: null,
  returnShare: 0.1,
  score: 50,
};
const day = (name: string, more: Partial<DayFigures> = {}): DayFigures => ({
  day: name,
  ...figures,
  ...more,
});
const week = (name: string, days: number, more: Partial<WeekFigures> = {}): WeekFigures => ({
  week: name,
  monday: '2026-03-02',
  days,
  ...figures,
  ...more,
});
const said = (
  period: string,
  more: Partial<Record<string, number | null>> = {},
): StatedFigures => ({
  night: '2026-03-08',
  period,
  figures: { ...figures, ...more } as StatedFigures['figures'],
});

describe('trends', () => {
  it('show what a late survey changed, and on which night it was said otherwise', () => {
    const { restated } = trendsOf({ days: [day('2026-03-06', { csatEscalated: 55 })], weeks: [] }, [
      said('2026-03-06'),
    ]);
    expect(restated).toEqual([
      { period: '2026-03-06', figure: 'csatEscalated', was: 60, night: '2026-03-08', now: 55 },
    ]);
  });

  it('restate nothing that was not known before, that is not known now, or that hardly moved', () => {
    const now = day('2026-03-06', {
      csatDirect: 70,
      score: null,
      csatEscalated: 60.5,
      returnShare: 0.2,
    });
    expect(trendsOf({ days: [now], weeks: [] }, [said('2026-03-06')]).restated).toEqual([]);
    expect(trendsOf({ days: [now], weeks: [] }, []).restated).toEqual([]);
  });

  it('do not restate a week that had more days to come, and do one that was over', () => {
    const grown = week('2026-W10', 7, { handoffs: 90 });
    const running = trendsOf({ days: [], weeks: [grown] }, [said('2026-W10', { days: 6 })]);
    expect(running.restated).toEqual([]);
    const over = trendsOf({ days: [], weeks: [grown] }, [said('2026-W10', { days: 7 })]);
    expect(over.restated.map(({ figure }) => figure)).toEqual(['handoffs']);
  });

  it('keep the weeks that have left the window as they were said last', () => {
    const { weeks, stated } = trendsOf({ days: [], weeks: [week('2026-W10', 7)] }, [
      said('2026-W01', { days: 7, handoffs: 11 }),
      said('2026-W10', { days: 7, handoffs: 12 }),
    ]);
    expect(weeks.map((one) => [one.week, one.monday, one.handoffs])).toEqual([
      ['2026-W01', '2025-12-29', 11],
      ['2026-W10', '2026-03-02', 40],
    ]);
    expect(stated.map(({ period }) => period)).toEqual(['2026-W10']);
  });
});
