import { describe, expect, it } from 'vitest';
import {
  type DayFigures,
  flatFigures,
  nestedFigures,
  type PeriodFigures,
  type StatedFigures,
  type WeekFigures,
} from '../../src/domain/trend.js';
import { trendsOf } from '../../src/figures/trends.js';

const figures: PeriodFigures = nestedFigures({
  sessions: 100,
  handoffs: 40,
  escalationRate: 0.4,
  taxMinutes: 3,
  repeatsPerJourney: 1,
  csatEscalated: 60,
  returnShare: 0.1,
  score: 50,
  'stages.wait': 2,
  'categories.missed_slot': 0.25,
});
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
const said = (period: string, more: StatedFigures['figures'] = {}): StatedFigures => ({
  night: '2026-03-08',
  period,
  figures: { ...flatFigures(figures), ...more },
});
const restatedOn = (more: Partial<DayFigures>, before: StatedFigures['figures'] = {}) =>
  trendsOf({ days: [day('2026-03-06', more)], weeks: [] }, [said('2026-03-06', before)]).restated;

describe('trends', () => {
  it('show what a late survey changed, and on which night it was said otherwise', () => {
    expect(restatedOn({ csatEscalated: 55 })).toEqual([
      {
        period: '2026-03-06',
        figure: 'csatEscalated',
        was: 60,
        night: '2026-03-08',
        now: 55,
        because: 'records',
      },
    ]);
  });

  it('restate nothing that was not known before, that is not known now, or that hardly moved', () => {
    const now = { csatDirect: 70, score: null, csatEscalated: 60.5 };
    expect(restatedOn(now)).toEqual([]);
    expect(trendsOf({ days: [day('2026-03-06', now)], weeks: [] }, []).restated).toEqual([]);
  });

  it('follow the stages and the share of each category', () => {
    const { stages, categories } = figures;
    const moved = restatedOn({
      stages: { ...stages, wait: 2.5 },
      categories: { ...categories, missed_slot: 0.3 },
    });
    expect(moved.map(({ figure, was, now }) => [figure, was, now])).toEqual([
      ['stages.wait', 2, 2.5],
      ['categories.missed_slot', 0.25, 0.3],
    ]);
  });

  it('do not restate the share of a category by one journey', () => {
    const { categories } = figures;
    const shareOf = (share: number) =>
      restatedOn({ categories: { ...categories, missed_slot: share } });
    expect(shareOf(11 / 40)).toEqual([]);
    expect(shareOf(12 / 40)).toHaveLength(1);
  });

  it('blame no late record for what is only read otherwise', () => {
    const becauseOf = (more: Partial<DayFigures>, before: StatedFigures['figures'] = {}) =>
      restatedOn(more, before).map(({ figure, because }) => [figure, because]);
    const { categories } = figures;
    const lessMissed = { ...categories, missed_slot: 0.1 };
    expect(becauseOf({ repeatsPerJourney: 2 })).toEqual([['repeatsPerJourney', 'reading']]);
    // The first survey of the day: its figure was unknown. It says nothing of what the handoffs were about.
    expect(becauseOf({ score: 60, csatDirect: 70, categories: lessMissed })).toEqual([
      ['score', 'records'],
      ['categories.missed_slot', 'reading'],
    ]);
    // A contact that came late says everything anew.
    expect(becauseOf({ linked: 1001, categories: lessMissed }, { linked: 1000 })).toEqual([
      ['categories.missed_slot', 'records'],
    ]);
    // Days that are over by now are no late record, nor is a figure that the night before did not keep.
    expect(becauseOf({ score: 60 }, { returnShare: null })).toEqual([['score', 'reading']]);
    const { csatGap: _, ...withoutGap } = flatFigures(figures);
    const { restated } = trendsOf(
      { days: [day('2026-03-06', { score: 60, csatGap: 9 })], weeks: [] },
      [{ ...said('2026-03-06'), figures: withoutGap }],
    );
    expect(restated.map(({ figure, because }) => [figure, because])).toEqual([
      ['score', 'reading'],
    ]);
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

  it('read weeks that a night kept before it knew all figures', () => {
    const old: StatedFigures = {
      night: '2026-01-05',
      period: '2026-W01',
      figures: { days: 7, sessions: 70, handoffs: 11, taxMinutes: 2 },
    };
    const [first] = trendsOf({ days: [], weeks: [week('2026-W10', 7)] }, [old]).weeks;
    expect(first).toMatchObject({ sessions: 70, taxMinutes: 2, csatGap: null });
    expect(first?.stages.wait).toBeNull();
    expect(first?.categories.missed_slot).toBeNull();
  });
});
