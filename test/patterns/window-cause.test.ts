import { describe, expect, it } from 'vitest';
import type { JourneyResult, SessionSummary } from '../../src/domain/journey.js';
import { readWindow } from '../../src/patterns/window-cause.js';
import { link } from '../support/conversations.js';
import { config, findingOf, journeyOf, sessionOf, times } from './settings.js';

const window = { days: 'all' as const, from: 18, to: 21 };
const place = { intent: 'pay', window };
let n = 0;
const journey = (hour: number, more: Partial<JourneyResult> = {}) =>
  journeyOf(n++, { day: '2026-03-03', hour, botIntent: 'pay', ...more });
const failed = (hour: number, backendError = false): SessionSummary =>
  sessionOf({ day: '2026-03-03', hour, intent: 'pay', outcome: 'escalated', backendError });
const plain = [...times(20, () => journey(19)), ...times(40, () => journey(11))];
const quiet = [...times(20, () => failed(19)), ...times(40, () => failed(11))];
const read = (
  results: JourneyResult[],
  sessions: SessionSummary[] = quiet,
  more: Partial<typeof config> = {},
) => readWindow(place, { results, sessions }, { ...config, ...more });

describe('what stands behind bad hours', () => {
  it("is the bot's systems where their errors come in these hours", () => {
    const errors = [
      ...times(20, (i) => failed(19, i < 12)),
      ...times(40, (i) => failed(11, i < 2)),
    ];
    const { cause, sentences } = read(plain, errors);
    expect(cause).toBe('backend');
    expect(sentences[0]).toContain('60 % of its failed sessions have a backend error, against 5 %');
  });

  it('is not, where errors come at all hours alike', () => {
    const errors = [
      ...times(20, (i) => failed(19, i < 8)),
      ...times(40, (i) => failed(11, i < 16)),
    ];
    expect(read(plain, errors).cause).toBe('unknown');
  });

  it.each([
    [{ from: 8, to: 18 }, 'opening_hours'],
    [{ from: 8, to: 19 }, 'opening_hours'],
    [{ from: 8, to: 20 }, 'unknown'],
    [null, 'unknown'],
  ] as const)('with agents there in %j: %s', (weekdays, cause) => {
    const opening = { openingHours: { weekdays, weekend: null } };
    expect(read(plain, quiet, opening).cause).toBe(cause);
  });

  it('is that agents are missing where nobody takes the handoffs, or they take long', () => {
    const nobody = (hour: number) => journey(hour, { link: link({ status: 'none' }) });
    const lost = [
      ...times(8, () => nobody(19)),
      ...times(12, () => journey(19)),
      ...times(40, () => journey(11)),
    ];
    expect(read(lost).cause).toBe('opening_hours');
    const waiting = (hour: number, wait: number) =>
      journey(hour, { effort: { bot: 1, wait, identify: 1, explain: 1, solve: 1 } });
    const slow = [...times(20, () => waiting(19, 300)), ...times(40, () => waiting(11, 60))];
    expect(read(slow).cause).toBe('opening_hours');
    const always = [...times(20, () => waiting(19, 300)), ...times(40, () => waiting(11, 280))];
    expect(read(always).cause).toBe('unknown');
  });

  it('is the bot where its own failures fill the hours and nothing else does', () => {
    const missed = { findings: [findingOf('missed_slot')] };
    const own = [...times(16, () => journey(19, missed)), ...times(4, () => journey(19))];
    expect(read([...own, ...times(40, () => journey(11))]).cause).toBe('bot');
    const few = [...times(10, () => journey(19, missed)), ...times(10, () => journey(19))];
    expect(read([...few, ...times(40, () => journey(11))]).cause).toBe('unknown');
  });

  it('is the line with which the bot stops where it says it hardly at other hours', () => {
    const missed = [findingOf('missed_slot')];
    const stopped = (text: string, hour: number) =>
      journey(hour, {
        findings: missed,
        handoff: { reason: 'rule', inferred: false, closing: [{ text }] },
      });
    const closed = 'Card payments of £12.50 cannot be taken right now.';
    const usual = 'I will pass you to a colleague.';
    const inside = (n: number) => [
      ...times(n, () => stopped(closed, 19)),
      ...times(20 - n, () => stopped(usual, 19)),
    ];
    const elsewhere = times(40, () => stopped(usual, 11));
    const found = read([...inside(12), ...elsewhere]);
    expect(found.cause).toBe('rule');
    expect(found.sentences[0]).toContain('ends 60 % of these handoffs with one line, against 0 %');
    expect(read([...inside(11), ...elsewhere]).cause).toBe('bot');
    const always = times(40, (i) => stopped(i < 20 ? closed : usual, 11));
    expect(read([...inside(18), ...always]).cause).toBe('bot');
  });

  it('looks at no other intent', () => {
    const other = times(30, () =>
      sessionOf({ hour: 19, intent: 'other', outcome: 'escalated', backendError: true }),
    );
    expect(read(plain, [...quiet, ...other]).cause).toBe('unknown');
  });
});

describe('the customers of bad hours', () => {
  const angry = { findings: [findingOf('hostile_arrival')] };
  const mood = (inside: number, outside: number) =>
    read([
      ...times(40, (i) => journey(19, i < inside ? angry : {})),
      ...times(80, (i) => journey(11, i < outside ? angry : {})),
    ]).sentences[1];

  it('are angrier where that is more than chance', () => {
    expect(mood(20, 8)).toMatch(/^Its customers are angrier: 50 % .* against 10 %/);
    expect(mood(6, 8)).toMatch(/^Its customers are not seen to be angrier: 15 %/);
  });

  it('are not spoken of where there are few', () => {
    expect(
      read([...times(5, () => journey(19)), ...times(40, () => journey(11))]).sentences,
    ).toHaveLength(1);
  });
});
