import { describe, expect, it } from 'vitest';
import type { JourneyResult, SessionSummary } from '../../src/domain/journey.js';
import { timeOfDayFailure } from '../../src/patterns/detectors/time_of_day_failure.js';
import { seeded } from '../support/seeded.js';
import { config, journeyOf, sessionOf } from './settings.js';
import { type TrafficOptions, traffic } from './traffic.js';

/** The fourth-largest intent stops in three hours of weekdays, so seldom that its failures alone show nothing. */
const isShut = ({ intent, hour, day }: SessionSummary): boolean =>
  intent === 'intent_3' && hour >= 14 && hour < 17 && isWeekday(day);
const none = sessionOf({ hour: 0 });
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay());

const usual = ['Moving you to a colleague.', 'One moment, please.', 'Somebody will be with you.'];
const shut = ['I cannot get to that at this hour, sorry.'];

interface Said {
  lines: readonly string[];
  action?: string;
}

/** Handoffs of the sessions that failed, each with a line of its own in front of the line of every handoff. */
function handoffs(
  sessions: readonly SessionSummary[],
  said: (session: SessionSummary, n: number) => Said,
): JourneyResult[] {
  return sessions.flatMap((session, n) => {
    if (session.outcome === 'contained') return [];
    const { lines, action } = said(session, n);
    const text = lines[n % lines.length] ?? '';
    const first = { text, ...(action !== undefined && { action }) };
    const closing = [first, { text: 'Hold on.', action: 'action_handoff' }];
    return [
      journeyOf(n, {
        session: `s/${n}`,
        day: session.day,
        hour: session.hour,
        botIntent: session.intent ?? '',
        handoff: { reason: 'rule', inferred: false, closing },
      }),
    ];
  });
}

const small = (more: Partial<TrafficOptions> = {}) =>
  traffic({ random: seeded(11), sessions: 8_400, intents: 30, ...more });

/** A quarter of the sessions of the shut hours fail through the line. */
function withShut(lines: readonly string[] = shut, action?: string) {
  const random = seeded(12);
  const stopped = new Set<number>();
  const sessions = small().map((session, n): SessionSummary => {
    if (!isShut(session) || random() > 0.27) return session;
    stopped.add(n);
    return { ...session, outcome: 'escalated' };
  });
  const results = handoffs(sessions, (_, n) =>
    stopped.has(n) ? { lines, ...(action !== undefined && { action }) } : { lines: usual },
  );
  return { sessions, results, stopped };
}

const find = (input: { sessions: SessionSummary[]; results: JourneyResult[] }) =>
  timeOfDayFailure.find(input, config).patterns;

describe('bad hours that show in how the bot ends', () => {
  it('are found by the line, with the handoffs of their hours', () => {
    const { sessions, results, stopped } = withShut();
    expect(find({ sessions, results: [] })).toEqual([]);
    const [pattern, ...others] = find({ sessions, results });
    expect(others).toEqual([]);
    expect(pattern).toMatchObject({
      intent: 'intent_3',
      window: { days: 'weekdays', from: 14, to: 17 },
      windowCause: 'rule',
    });
    expect(pattern?.why).toContain(`${stopped.size} of the ${stopped.size} handoffs`);
    expect(pattern?.why).toContain(shut[0]);
    const held = results.filter((one) => pattern?.holds(one)).map(({ session }) => session);
    const there = results.filter(({ session }) =>
      isShut(sessions[Number(session.slice(2))] ?? none),
    );
    expect(held).toEqual(there.map(({ session }) => session));
    expect(stopped.size).toBeLessThan(held.length);
  });

  it('are found by the action where each line is another', () => {
    const { sessions, results } = withShut(
      Array.from({ length: 40 }, (_, i) => `Not now (${'x'.repeat(i + 1)}).`),
      'utter_unavailable',
    );
    expect(find({ sessions, results })).toMatchObject([{ intent: 'intent_3' }]);
  });

  it('are those of the action where one of its lines has hours of its own', () => {
    const { sessions, results, stopped } = withShut(shut, 'utter_unavailable');
    // Its two lines part the hours: each is surer of its own.
    const parted = results.map((one) => {
      const [first, ...rest] = one.handoff.closing ?? [];
      if (!first || !stopped.has(Number(one.session.slice(2)))) return one;
      const text = one.hour < 16 ? 'Our diary is shut.' : first.text;
      return { ...one, handoff: { ...one.handoff, closing: [{ ...first, text }, ...rest] } };
    });
    expect(find({ sessions, results: parted })).toMatchObject([
      { window: { days: 'weekdays', from: 14, to: 17 } },
    ]);
  });

  it('quote no whole page of a bot that says one', () => {
    const long = `I cannot get to that at this hour, ${'sorry '.repeat(400)}`;
    const { sessions, results } = withShut([long]);
    const [pattern] = find({ sessions, results });
    expect(pattern?.why).toContain('I cannot get to that at this hour');
    expect(pattern?.why.length).toBeLessThan(1_000);
  });

  it('are none where another line is said, but no more fails', () => {
    const sessions = small();
    const results = handoffs(sessions, (session) => ({ lines: isShut(session) ? shut : usual }));
    expect(find({ sessions, results })).toEqual([]);
  });

  it('are none where all of it is one day, however many', () => {
    const day = '2026-03-11';
    const sessions = small().map(
      (session): SessionSummary =>
        session.day === day && session.hour >= 14 && session.hour < 17
          ? { ...session, outcome: 'escalated' }
          : session,
    );
    const results = handoffs(sessions, (session) => ({
      lines: session.day === day && session.hour >= 14 && session.hour < 17 ? shut : usual,
    }));
    expect(find({ sessions, results })).toEqual([]);
  });

  it('are the whole bot where all intents end so', () => {
    const random = seeded(14);
    const sessions = small().map(
      (session): SessionSummary =>
        session.hour === 22 && random() < 0.4 ? { ...session, outcome: 'escalated' } : session,
    );
    const results = handoffs(sessions, ({ hour }, n) => ({
      lines: hour === 22 && n % 2 ? shut : usual,
    }));
    const patterns = find({ sessions, results });
    expect(patterns).toHaveLength(1);
    expect(patterns[0]?.intent).toBeUndefined();
    expect(patterns[0]?.window).toEqual({ days: 'all', from: 22, to: 23 });
  });

  it('are none by chance', () => {
    const nights = Array.from({ length: 3 }, (_, i) => {
      const sessions = small({ random: seeded(30 + i), dayNoise: 0.4, runNoise: 0.4 });
      const random = seeded(60 + i);
      const lines = Array.from({ length: 60 }, (_, n) => `Line ${'abcdefgh'[n % 8]}${n}`);
      const results = handoffs(sessions, ({ intent }) => ({
        lines: [`${intent} ${lines[Math.floor(random() * lines.length)]?.slice(0, 6)}`],
      }));
      return find({ sessions, results });
    });
    expect(nights).toEqual([[], [], []]);
  });
});
