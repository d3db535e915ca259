import { describe, expect, it } from 'vitest';
import type { DirectContact, JourneyResult } from '../../src/domain/journey.js';
import { verdictOf } from '../../src/figures/csat.js';
import { figuresOf } from '../../src/figures/figures.js';
import { config, findingOf, journeyOf, sessionOf, times } from '../patterns/settings.js';
import { link } from '../support/conversations.js';

function directOf(more: Partial<DirectContact> = {}): DirectContact {
  return {
    day: '2026-03-02',
    hour: 10,
    channel: 'chat',
    secondsToSolving: 60,
    handleSeconds: 300,
    outcome: {},
    ...more,
  };
}
const figures = (
  results: readonly JourneyResult[],
  direct: readonly DirectContact[] = [],
  settings = config,
) => figuresOf({ results, direct, sessions: [], followed: [], deadEnds: [] }, settings);

describe('handoff tax', () => {
  it("is the mean way to solving less a direct contact's mean way", () => {
    const results = times(4, (i) => journeyOf(i, { day: `2026-03-0${2 + (i % 2)}` }));
    // 120 + 60 + 20 + 40 seconds, less the mean of 30, 60 and 90.
    const direct = [30, 60, 90].map((secondsToSolving) => directOf({ secondsToSolving }));
    const { handoffTaxMinutes, directMinutes } = figures(results, direct);
    expect(directMinutes).toBe(1);
    expect(handoffTaxMinutes).toMatchObject({ value: 3, n: 4 });
  });

  it('compares a journey with direct contacts for the same reason, where five are known', () => {
    const about = (reason: string) => ({ outcome: { reason } });
    const claims = times(5, () => directOf({ secondsToSolving: 180, ...about('claim') }));
    const cards = times(4, () => directOf({ secondsToSolving: 0, ...about('card') }));
    const direct = [...claims, ...cards];
    const claim = figures([journeyOf(1, about('claim')), journeyOf(2, about('claim'))], direct);
    expect(claim.directMinutes).toBe(3);
    expect(claim.handoffTaxMinutes?.value).toBeCloseTo(1, 9);
    const card = figures([journeyOf(1, about('card')), journeyOf(2)], direct);
    expect(card.directMinutes).toBeCloseTo((5 * 3) / 9, 9);
  });

  it('is as unsure as both sides are', () => {
    const results = times(4, (i) => journeyOf(i, { day: `2026-03-0${2 + (i % 2)}` }));
    const same = times(4, (i) => directOf({ day: `2026-03-0${2 + (i % 2)}` }));
    expect(figures(results, same).handoffTaxMinutes?.interval).toEqual([3, 3]);
    const scattered = same.map((one, i) => ({ ...one, secondsToSolving: i % 2 ? 90 : 30 }));
    const [low, high] = figures(results, scattered).handoffTaxMinutes?.interval ?? [0, 0];
    expect(low).toBeLessThan(3);
    expect(low + high).toBeCloseTo(6, 9);
  });

  it('leaves out journeys with an unknown stage, and is unknown without direct contacts', () => {
    const partly = { bot: 120, wait: null, identify: 20, explain: 40, solve: 300 };
    const results = [journeyOf(1), journeyOf(2), journeyOf(3, { effort: partly })];
    expect(figures(results, [directOf()]).handoffTaxMinutes?.n).toBe(2);
    expect(figures(results).handoffTaxMinutes).toBeNull();
    const wait = figures(results).stages.find(({ stage }) => stage === 'wait');
    expect(wait).toEqual({ stage: 'wait', medianSeconds: 60, meanSeconds: 60, n: 2 });
  });

  it('is the sum of its stages, whatever else is known of other journeys', () => {
    const partly = { bot: 600, wait: null, identify: 20, explain: 40, solve: 900 };
    const results = [journeyOf(1), journeyOf(2), journeyOf(3, { effort: partly })];
    const { stages, handoffTaxMinutes, directMinutes } = figures(results, [directOf()]);
    const way = stages.filter(({ stage }) => stage !== 'solve');
    const seconds = way.reduce((sum, { meanSeconds }) => sum + (meanSeconds ?? 0), 0);
    expect(seconds / 60 - (directMinutes ?? 0)).toBeCloseTo(handoffTaxMinutes?.value ?? 0, 9);
    expect(way.map(({ n }) => n)).toEqual([2, 2, 2, 2]);
    expect(stages.at(-1)).toMatchObject({ stage: 'solve', n: 3 });
  });

  it('has its stages where no journey has all of them', () => {
    const unheard = { bot: 120, wait: 60, identify: null, explain: null, solve: null };
    const { stages } = figures([journeyOf(1, { effort: unheard })], [directOf()]);
    expect(stages.map(({ meanSeconds }) => meanSeconds)).toEqual([120, 60, null, null, null]);
  });

  it('listens to sure links alone', () => {
    const possible = journeyOf(3, { repeats: 9, link: link({ status: 'possible' }) });
    expect(figures([journeyOf(1), journeyOf(2), possible]).repeatsPerJourney?.value).toBe(0);
  });
});

describe('CSAT gap', () => {
  const rated = (reason: string, csat: number, n: number, from = 0) =>
    times(n, (i) => journeyOf(from + i, { outcome: { reason, csat: csat + (i % 2 ? 2 : -2) } }));
  const straight = (reason: string, csat: number, n: number) =>
    times(n, (i) => directOf({ outcome: { reason, csat: csat + (i % 2 ? 2 : -2) } }));

  it('is not fooled by what the contacts are about (Simpson)', () => {
    // Escalated customers are as content for either reason, but mostly come with the one that nobody likes.
    const results = [...rated('FRAUD', 40, 180), ...rated('BALANCE', 90, 20, 500)];
    const direct = [...straight('FRAUD', 40, 20), ...straight('BALANCE', 90, 180)];
    const { escalated, direct: plain, gap, verdict } = figures(results, direct).csat;
    expect((plain?.value ?? 0) - (escalated?.value ?? 0)).toBeGreaterThan(30);
    expect(gap?.value).toBeCloseTo(0, 6);
    expect(verdict).toBe('fine');
  });

  it('shows the gap that the mix of reasons hides', () => {
    const results = [...rated('FRAUD', 30, 20), ...rated('BALANCE', 75, 180, 500)];
    const direct = [...straight('FRAUD', 45, 180), ...straight('BALANCE', 90, 20)];
    const { escalated, direct: plain, gap, verdict } = figures(results, direct).csat;
    expect((plain?.value ?? 0) - (escalated?.value ?? 0)).toBeLessThan(0);
    expect(gap?.value).toBeCloseTo(15, 6);
    expect(verdict).toBe('handoff_problem');
  });

  it('has no gap without a common reason', () => {
    const { gap, verdict } = figures(rated('FRAUD', 40, 9), straight('BALANCE', 90, 9)).csat;
    expect(gap).toBeNull();
    expect(verdict).toBe('too_little_data');
  });

  it('judges by the limits, and only what the interval allows', () => {
    const verdict = (value: number, half: number) =>
      verdictOf({ value, interval: [value - half, value + half], n: 99 }, config.csatGap);
    expect(verdict(9.9, 2)).toBe('fine');
    expect(verdict(10, 2)).toBe('handoff_problem');
    expect(verdict(19.9, 5)).toBe('handoff_problem');
    expect(verdict(20, 5)).toBe('crisis');
    expect(verdict(15, 16)).toBe('too_little_data');
    expect(verdict(5, 16)).toBe('too_little_data');
  });
});

describe('complaints, context, agents, days', () => {
  it('compares complaint rates, among those who were asked', () => {
    const results = times(100, (i) =>
      journeyOf(i, i < 80 ? { outcome: { complaint: i % 10 === 0 } } : {}),
    );
    const direct = times(100, (i) => directOf({ outcome: { complaint: i % 20 === 0 } }));
    const { escalatedRate, directRate, ratio } = figures(results, direct).complaints;
    expect([escalatedRate, directRate]).toEqual([0.1, 0.05]);
    expect(ratio?.value).toBeCloseTo(2, 10);
    expect(ratio?.interval[0]).toBeLessThan(1);
  });

  it('makes no rate of a source that records complaints alone', () => {
    const results = times(5, (i) => journeyOf(i, { outcome: { complaint: true } }));
    expect(figures(results).complaints).toEqual({
      escalatedRate: null,
      directRate: null,
      ratio: null,
    });
  });

  it('tells full, partial, none and unknown context apart', () => {
    const levels = ['transcript', 'summary', 'flag', 'none', undefined] as const;
    const { context } = figures(
      levels.map((contextLevel, i) => journeyOf(i, contextLevel && { contextLevel })),
    );
    expect(context.full).toBeCloseTo(0.2, 10);
    expect(context.partial).toBeCloseTo(0.4, 10);
    expect(context.full + context.partial + context.none + context.unknown).toBeCloseTo(1, 10);
  });

  it('compares agents only where that is allowed, and draws the few towards the many', () => {
    const cold = [findingOf('cold_open')];
    const results = [
      ...times(60, (i) => journeyOf(i, { agentId: 'ann', findings: i % 2 ? cold : [] })),
      ...times(60, (i) => journeyOf(100 + i, { agentId: 'bob', findings: i % 2 ? [] : cold })),
      ...times(5, (i) => journeyOf(200 + i, { agentId: 'cleo' })),
      ...times(4, (i) => journeyOf(300 + i, { agentId: 'dora' })),
    ];
    expect(figures(results).agents).toEqual([]);
    const allowed = { ...config, agents: { compare: true, minimum: 5 } };
    const { agents } = figures(results, [], allowed);
    expect(agents.map(({ agentId }) => agentId).sort()).toEqual(['ann', 'bob', 'cleo']);
    const cleo = agents.find(({ agentId }) => agentId === 'cleo');
    expect(cleo?.shrunkShare).toBeLessThan(0.95);
  });

  it('has a row for every day, and null for what a day does not know', () => {
    const sessions = [
      sessionOf({ day: '2026-03-02', outcome: 'escalated' }),
      sessionOf({ day: '2026-03-02' }),
      sessionOf({ day: '2026-03-03' }),
    ];
    const input = {
      results: [journeyOf(1)],
      sessions,
      direct: times(5, () => directOf({ day: '2026-03-02' })),
      followed: [],
    };
    const { days } = figuresOf({ ...input, deadEnds: [] }, config);
    expect(days.map(({ day, escalationRate }) => [day, escalationRate])).toEqual([
      ['2026-03-02', 0.5],
      ['2026-03-03', 0],
    ]);
    expect(days[0]?.taxMinutes).toBe(3);
    expect(days[1]?.taxMinutes).toBeNull();
  });
});

describe('a period', () => {
  const dayOf = (
    name: string,
    results: readonly JourneyResult[],
    direct: readonly DirectContact[],
  ) => figures(results, direct).days.find(({ day }) => day === name);
  const slow = (day: string, secondsToSolving: number) =>
    times(5, () => directOf({ day, secondsToSolving }));

  it('does not move with what happens in others', () => {
    const monday = [journeyOf(1), journeyOf(2)];
    const alone = dayOf('2026-03-02', monday, slow('2026-03-02', 60));
    const tuesday = times(9, (i) =>
      journeyOf(10 + i, { day: '2026-03-03', repeats: 5, outcome: { csat: 10 } }),
    );
    const beside = dayOf(
      '2026-03-02',
      [...monday, ...tuesday],
      [...slow('2026-03-02', 60), ...slow('2026-03-03', 600)],
    );
    expect(alone?.taxMinutes).toBe(3);
    expect(beside).toEqual(alone);
  });

  it('takes no tax off a handful of direct contacts', () => {
    const direct = slow('2026-03-02', 60);
    expect(dayOf('2026-03-02', [journeyOf(1)], direct.slice(1))?.taxMinutes).toBeNull();
  });

  it('has the stages in minutes, and each category as a share of the handoffs', () => {
    const results = [
      journeyOf(1, { findings: [findingOf('missed_slot')] }),
      journeyOf(2, {
        findings: [findingOf('cold_open'), findingOf('missed_slot', { primary: false })],
      }),
    ];
    const found = dayOf('2026-03-02', results, []);
    expect(found?.stages).toMatchObject({ bot: 2, wait: 1 });
    expect(found?.categories).toMatchObject({ missed_slot: 0.5, cold_open: 0.5, unknown: 0 });
  });

  it('compares satisfaction and complaints where enough was told, else not', () => {
    const told = (n: number) => ({
      results: times(n, (i) =>
        journeyOf(i, { outcome: { reason: 'FEE', csat: 50 + (i % 2), complaint: i % 2 === 0 } }),
      ),
      direct: times(n, (i) =>
        directOf({ outcome: { reason: 'FEE', csat: 60 + (i % 2), complaint: i % 4 === 0 } }),
      ),
    });
    const [many, few] = [told(20), told(8)].map(({ results, direct }) =>
      dayOf('2026-03-02', results, direct),
    );
    expect(many?.csatGap).toBeCloseTo(10, 6);
    expect(many?.complaintRatio).toBeCloseTo(2, 6);
    expect(few).toMatchObject({ csatGap: null, complaintRatio: null });
    expect(few?.csatEscalated).toBeCloseTo(50.5, 6);
  });

  it('says who came back only when the seven days are over for all', () => {
    const back = (day: string) => journeyOf(Number(day.slice(-2)), { day, returned: true });
    const days = ['2026-03-02', '2026-03-03', '2026-03-10'];
    const found = figures(days.map(back)).days.map(({ returnShare }) => returnShare);
    expect(found).toEqual([1, null, null]);
  });
});

describe('weeks', () => {
  it('begin on Monday, leave out one that the data begin within, and count the days so far', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09', '2026-03-10'];
    const sessions = days.map((day) => sessionOf({ day }));
    const { weeks } = figuresOf(
      { results: [], sessions, direct: [], followed: [], deadEnds: [] },
      config,
    );
    expect(weeks.map(({ week, monday, days: n, sessions: of }) => [week, monday, n, of])).toEqual([
      ['2026-W10', '2026-03-02', 7, 2],
      ['2026-W11', '2026-03-09', 2, 2],
    ]);
  });
});

describe('queues', () => {
  it('show what became of the journeys that are surely theirs, and nothing that is not known', () => {
    const of = (n: number, more: Partial<JourneyResult>) =>
      journeyOf(n, { queue: 'loans', ...more });
    const results = [
      of(1, { outcome: { transferred: true, csat: 50 } }),
      of(2, { outcome: { transferred: false, csat: 100 } }),
      of(3, { outcome: {} }),
      journeyOf(4, { queue: 'fines' }),
      of(5, { link: { ...journeyOf(5).link, status: 'possible' } }),
    ];
    const [first, second] = figures(results).queues;
    expect(first).toMatchObject({
      queue: 'loans',
      journeys: 3,
      transferredShare: 0.5,
      resolvedShare: null,
      csat: 75,
    });
    expect(second).toMatchObject({ queue: 'fines', journeys: 1 });
  });
});
