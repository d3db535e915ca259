import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCalendar } from '../../src/lib/calendar.js';
import { type ScheduleEvent, schedule } from '../../src/pipeline/schedule.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The nights that a schedule runs, with the moment of each in local time. */
async function nightsOf(timeZone: string, cron: string, from: string, hours: number) {
  vi.setSystemTime(new Date(from));
  const calendar = createCalendar(timeZone);
  const ran: { night: string; at: string }[] = [];
  const events: ScheduleEvent[] = [];
  let good = calendar.local(Date.parse(from)).day;
  good = new Date(Date.parse(good) - 86_400_000).toISOString().slice(0, 10);
  const running = schedule({
    cron,
    timeZone,
    calendar,
    now: () => Date.now(),
    lastGoodNight: async () => good,
    runNight: async (night) => {
      const { day, hour } = calendar.local(Date.now());
      ran.push({ night, at: `${day} ${hour}` });
      good = night;
      return 'good';
    },
    onEvent: (event) => events.push(event),
  });
  for (let minute = 0; minute < hours * 60; minute++) await vi.advanceTimersByTimeAsync(60_000);
  await running.stop();
  return ran;
}

const zones: [zone: string, spring: string, autumn: string][] = [
  ['Europe/London', '2026-03-27T12:00:00Z', '2026-10-23T12:00:00Z'],
  ['America/New_York', '2026-03-06T12:00:00Z', '2026-10-30T12:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-02T12:00:00Z', '2026-04-03T12:00:00Z'],
];

describe.each(zones)('in %s', (zone, spring, autumn) => {
  for (const [season, from] of [
    ['spring', spring],
    ['autumn', autumn],
  ] as const)
    for (const cron of ['0 3 * * *', '30 1 * * *', '15 2 * * *', '0 0 * * *'])
      it(`runs each night once by "${cron}" over the change in ${season}`, async () => {
        const ran = await nightsOf(zone, cron, from, 24 * 4);
        const nights = ran.map(({ night }) => night);
        expect(new Set(nights).size, JSON.stringify(ran)).toBe(nights.length);
        expect(nights).toEqual([...nights].sort());
        expect(nights.length).toBeGreaterThanOrEqual(3);
        expect(nights.length).toBeLessThanOrEqual(4);
      });
});
