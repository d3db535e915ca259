import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '../../src/domain/journey.js';
import { addDays } from '../../src/lib/calendar.js';
import { incidents } from '../../src/patterns/incidents.js';
import { cohorts } from '../../src/pipeline/stages/cohorts.js';
import { seeded } from '../support/seeded.js';
import { config, findingOf, journeyOf, sessionOf, times } from './settings.js';
import { traffic } from './traffic.js';

function withErrors(
  seed: number,
  rate: (session: SessionSummary) => number,
  intents = 10,
): SessionSummary[] {
  const random = seeded(seed);
  return traffic({ random, sessions: 12_000, intents }).map((session) => ({
    ...session,
    backendError: random() < rate(session),
  }));
}
const bad = { day: '2026-03-11', from: 11, to: 15 };
const isBad = ({ day, hour }: { day: string; hour: number }) =>
  day === bad.day && hour >= bad.from && hour < bad.to;

describe('incidents', () => {
  it('dates an outage, by day and hours', () => {
    const found = incidents(withErrors(1, (session) => (isBad(session) ? 0.85 : 0.02)));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(bad);
    expect(found[0]?.failed).toBeGreaterThan(5 * (found[0]?.expected ?? 0));
    expect(found[0]?.note).toMatch(/backend error/);
  });

  it('sees none where errors come as they always do', () => {
    for (const seed of [2, 3, 4]) expect(incidents(withErrors(seed, () => 0.03))).toEqual([]);
  });

  it('sees none in the same hours of every day: that is a pattern', () => {
    const daily = withErrors(5, ({ hour }) => (hour >= 11 && hour < 15 ? 0.6 : 0.02));
    expect(incidents(daily)).toEqual([]);
  });

  it('dates several outages of one month, where half of the sessions fail anyway', () => {
    // Sixty sessions an evening; what a day fails beyond a half is given by its number.
    const month = (extra: Record<number, number>) =>
      times(28 * 60, (i) => {
        const day = Math.floor(i / 60);
        const fails = i % 60 < 28 + (day % 5) + (extra[day] ?? 0);
        return sessionOf({
          day: addDays('2026-03-02', day),
          hour: 20,
          outcome: fails ? 'abandoned' : 'contained',
        });
      });
    const dated = (extra: Record<number, number>) => incidents(month(extra)).map(({ day }) => day);
    expect(dated({ 3: 28, 9: 28, 16: 28 })).toEqual(['2026-03-05', '2026-03-11', '2026-03-18']);
    expect(dated({ 3: 8, 9: 8, 16: 8 })).toEqual([]);
    expect(incidents(month({ 3: 28 }))[0]).toMatchObject({ from: 20, to: 21 });
  });

  it('names the one intent that carries it', () => {
    const found = incidents(
      withErrors(6, (session) => (isBad(session) && session.intent === 'intent_1' ? 0.95 : 0.01)),
    );
    expect(found.map(({ day, intent }) => [day, intent])).toEqual([[bad.day, 'intent_1']]);
  });

  it('sees a burst of escalations without any error', () => {
    const sessions = traffic({
      random: seeded(7),
      logit: () => -1.4,
      effect: (rate, { day, hour }) => (day === 9 && hour >= 11 && hour < 15 ? 0.95 : rate),
    });
    const found = incidents(sessions);
    expect(found.map(({ day }) => day)).toEqual(['2026-03-11']);
    expect(found[0]?.note).toMatch(/escalate/);
  });

  it('takes its backend errors out of the tickets, and leaves those of other days', () => {
    const sessions = withErrors(8, (session) => (isBad(session) ? 0.85 : 0.02));
    const findings = [findingOf('backend_error', { turns: ['bot:1'] })];
    const during = times(60, (i) => journeyOf(i, { ...bad, hour: 12, findings }));
    const besides = times(60, (i) => journeyOf(100 + i, { day: '2026-03-04', hour: 12, findings }));
    const input = { sessions, direct: [], flows: [], visits: [], until: 0, definition: null };
    const ticketed = (results: typeof during) =>
      cohorts({ ...input, results }, config).repairs.filter((c) => c.category === 'backend_error');
    expect(ticketed(during)).toEqual([]);
    expect(ticketed([...during, ...besides]).map((c) => c.sessions.length)).toEqual([60]);
  });
});
