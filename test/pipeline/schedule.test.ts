import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/lib/calendar.js';
import { dueNights, type ScheduleEvent, schedule } from '../../src/pipeline/schedule.js';

describe('due nights', () => {
  it('is yesterday on a first start', () => {
    expect(dueNights(null, '2026-03-02')).toEqual(['2026-03-01']);
  });

  it('is every missed one in order, and none that is not over', () => {
    expect(dueNights('2026-02-26', '2026-03-02')).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  it('is yesterday again when nothing was missed', () => {
    expect(dueNights('2026-03-01', '2026-03-02')).toEqual(['2026-03-01']);
    expect(dueNights('2026-03-05', '2026-03-02')).toEqual(['2026-03-01']);
  });
});

const never = '0 0 29 2 *';
const at = (time: string) => () => Date.parse(time);

function harness(lastGood: string | null, fail: string[] = []) {
  const ran: string[] = [];
  const events: ScheduleEvent[] = [];
  let good = lastGood;
  return {
    ran,
    events,
    tools: {
      cron: never,
      timeZone: 'Europe/London',
      calendar: createCalendar('Europe/London'),
      now: at('2026-03-02T12:00:00Z'),
      lastGoodNight: async () => good,
      runNight: async (night: string) => {
        if (fail.includes(night)) throw new Error('disk full');
        ran.push(night);
        good = night;
        return 'good' as const;
      },
      onEvent: (event: ScheduleEvent) => events.push(event),
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('catching up at the start', () => {
  it('runs three missed nights in order before it waits', async () => {
    const { ran, events, tools } = harness('2026-02-26');
    const scheduled = schedule(tools);
    await settled();
    await scheduled.stop();
    expect(ran).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(events.map(({ kind }) => kind)).toContain('catching_up');
    expect(events.at(-1)).toEqual({ kind: 'stopped' });
  });

  it('does nothing when yesterday is done, or nothing ever ran', async () => {
    for (const lastGood of ['2026-03-01', null]) {
      const { ran, tools } = harness(lastGood);
      const scheduled = schedule(tools);
      await settled();
      await scheduled.stop();
      expect(ran).toEqual([]);
    }
  });

  it('stops at a night that fails, so that none is left out', async () => {
    const { ran, events, tools } = harness('2026-02-26', ['2026-02-28']);
    const scheduled = schedule(tools);
    await settled();
    await scheduled.stop();
    expect(ran).toEqual(['2026-02-27']);
    expect(events).toContainEqual({
      kind: 'night_failed',
      night: '2026-02-28',
      message: 'disk full',
    });
  });
});
