import { afterEach, describe, expect, it, vi } from 'vitest';
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
    const counts = { good: 3, suspect: 0, empty: 0, failed: 0, left: 0 };
    expect(events).toContainEqual({ kind: 'caught_up', ...counts });
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
    const counts = { good: 1, suspect: 0, empty: 0, failed: 1, left: 1 };
    expect(events).toContainEqual({ kind: 'caught_up', ...counts });
  });
});

describe('data that come late', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Whether each attempt of a night finds its data; the moments at which it is tried, in London. */
  async function attempts(arrives: string, waitUntil: string | null) {
    vi.useFakeTimers();
    vi.setSystemTime(new Date('2026-03-02T02:50:00Z'));
    const tried: string[] = [];
    const { tools, events } = harness('2026-02-28');
    const purged: number[] = [];
    const running = schedule({
      ...tools,
      cron: '0 3 * * *',
      waitUntil,
      retryMinutes: 30,
      now: () => Date.now(),
      lastGoodNight: async () => '2026-03-01',
      async runNight() {
        const time = new Date().toISOString().slice(11, 16);
        tried.push(time);
        return time < arrives ? 'suspect' : 'good';
      },
      async afterNights() {
        purged.push(Date.now());
      },
    });
    for (let minute = 0; minute < 600; minute++) await vi.advanceTimersByTimeAsync(60_000);
    await running.stop();
    return { tried, purged, kinds: events.map(({ kind }) => kind) };
  }

  it('are waited for until they are there', async () => {
    const { tried, kinds, purged } = await attempts('04:10', '06:00');
    expect(tried).toEqual(['03:00', '03:30', '04:00', '04:30']);
    expect(kinds).toContain('waiting_for_data');
    expect(purged).toHaveLength(1);
  });

  it('are waited for until the deadline, and then the night stands as it is', async () => {
    expect((await attempts('23:00', '04:15')).tried).toEqual(['03:00', '03:30', '04:00']);
  });

  it('are not waited for where no deadline is given', async () => {
    expect((await attempts('23:00', null)).tried).toEqual(['03:00']);
  });
});

describe('a schedule whose database cannot be opened', () => {
  it('says so and waits for the next time', async () => {
    const { events, tools } = harness('2026-02-26');
    const lastGoodNight = () => Promise.reject(new Error('no such disk'));
    const scheduled = schedule({ ...tools, lastGoodNight });
    await settled();
    await scheduled.stop();
    expect(events).toContainEqual({ kind: 'failed', message: 'no such disk' });
  });
});
