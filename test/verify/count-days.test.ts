import { describe, expect, it } from 'vitest';
import type { Finding, JourneyResult, SessionSummary } from '../../src/domain/journey.js';
import type { Incident } from '../../src/domain/report.js';
import { namedCauses } from '../../src/pipeline/stages/verify.js';
import { fingerprint } from '../../src/rank/fingerprint.js';
import { causeDays, countDays } from '../../src/verify/count-days.js';
import { result } from '../support/conversations.js';

const finding = (category: Finding['category'], intent?: string): Finding => ({
  category,
  ...(intent !== undefined && { intent }),
  confidence: 0.9,
  primary: true,
  turns: [],
  actual: '',
  expected: '',
});
const session = (day: string, intent: string, more: Partial<SessionSummary> = {}) => ({
  day,
  hour: 10,
  weekend: false,
  intent,
  outcome: 'escalated' as const,
  channel: 'chat' as const,
  backendError: false,
  ...more,
});
const journey = (day: string, findings: Finding[], more: Partial<JourneyResult> = {}) =>
  result({ day, findings, ...more });

const [monday, tuesday] = ['2026-03-02', '2026-03-03'];
const sessions = [
  session(monday, 'pay'),
  session(monday, 'pay'),
  session(monday, 'move', { outcome: 'contained' }),
  session(tuesday, 'pay', { hour: 20 }),
];
type More = Partial<Pick<Parameters<typeof countDays>[0], 'patterns'>> & { incidents?: Incident[] };
const count = (results: JourneyResult[], { incidents = [], patterns = [] }: More = {}) =>
  countDays({ results, sessions, causesIn: namedCauses(incidents, 'helper'), patterns });
const daysOf = (id: string, counts: ReturnType<typeof count>) =>
  causeDays(counts)
    .find((one) => one.id === id)
    ?.days.map(({ events, exposure }) => [events, exposure]);

describe('counting days', () => {
  it('counts a loop among the sessions of its intent, and a day without one as zero', () => {
    const id = fingerprint({ category: 'intent_loop', intent: 'pay' }, 'helper');
    expect(daysOf(id, count([journey(monday, [finding('intent_loop', 'pay')])]))).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });

  it('counts a misunderstood intent among all sessions, since its repair moves them', () => {
    const id = fingerprint({ category: 'misunderstood_intent', intent: 'pay' }, 'helper');
    const counts = count([journey(tuesday, [finding('misunderstood_intent', 'pay')])]);
    expect(daysOf(id, counts)).toEqual([
      [0, 3],
      [1, 1],
    ]);
  });

  it('counts a cold open among the handoffs whose contact is known', () => {
    const id = fingerprint({ category: 'cold_open' }, 'helper');
    const known = journey(monday, [finding('cold_open')]);
    const lost = journey(monday, [], { contact: null });
    expect(daysOf(id, count([known, lost]))).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it('counts a journey once, however often it has the same finding', () => {
    const id = fingerprint({ category: 'intent_loop', intent: 'pay' }, 'helper');
    const twice = journey(monday, [finding('intent_loop', 'pay'), finding('intent_loop', 'pay')]);
    expect(daysOf(id, count([twice]))?.[0]).toEqual([1, 2]);
  });

  it('leaves to an incident the backend errors that are part of it', () => {
    const id = fingerprint({ category: 'backend_error', intent: 'pay' }, 'helper');
    const error = journey(monday, [finding('backend_error', 'pay')], {
      hour: 10,
      botIntent: 'pay',
    });
    const incident = { day: monday, from: 9, to: 12, failed: 9, expected: 1, note: '' };
    expect(daysOf(id, count([error]))?.[0]).toEqual([1, 2]);
    expect(daysOf(id, count([error], { incidents: [incident] }))).toBeUndefined();
  });

  it('counts bad hours among the sessions of those hours, and no day on which nobody asked', () => {
    const window = { days: 'weekdays' as const, from: 18, to: 22 };
    const pattern = {
      id: 'hb-evening',
      category: 'time_of_day_failure' as const,
      owner: 'operations' as const,
      intent: 'pay',
      window,
    };
    const [first, second] = count([], { patterns: [pattern] });
    if (!first || !second) throw new Error('two days have sessions');
    expect(daysOf('hb-evening', [first, second])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(daysOf('hb-evening', [{ ...first, causes: [] }, second])).toEqual([[1, 1]]);
  });
});
