import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Category } from '../../src/domain/categories.js';
import type { JourneyResult } from '../../src/domain/journey.js';
import { addDays } from '../../src/lib/calendar.js';
import { type RankInput, rank } from '../../src/rank/rank.js';
import { findingOf, journeyOf, sessionOf, times } from '../patterns/settings.js';
import { seeded } from '../support/seeded.js';
import { causeOf, inputOf, unpriced } from './settings.js';

const dayOf = (i: number) => addDays('2026-03-02', i % 28);
const effort = (identify: number, explain = 40) => ({
  bot: 120,
  wait: 60,
  identify,
  explain,
  solve: 300,
});
const journeys = (from: number, n: number, more: (i: number) => Partial<JourneyResult>) =>
  times(n, (i) => journeyOf(from + i, { day: dayOf(i), ...more(i) }));

/** 56 journeys in which an agent asks for two minutes longer, and 112 like them without. */
const slow = journeys(0, 56, () => ({
  effort: effort(140),
  findings: [findingOf('missed_slot', { intent: 'loan', slot: 'income', primary: false })],
}));
const plain = journeys(1000, 112, () => ({ effort: effort(20) }));
const ofSlot = { intent: 'loan', slot: 'income', primarySessions: [] };
const missedSlot = causeOf('missed_slot', slow, ofSlot);

/** An estimate that cannot be negative is never quite the plain one. */
const digits = 3;

describe('value', () => {
  it('is what matched journeys do not take: two minutes of customer and agent, fourteen times a week', () => {
    const [ticket] = rank([missedSlot], inputOf([...slow, ...plain]), unpriced);
    expect(ticket?.value.minutesPerWeek).toBeCloseTo(14 * 2 * 2, digits);
    const [low, high] = ticket?.value.interval ?? [0, 0];
    expect(low).toBeLessThan(56);
    expect(high).toBeGreaterThan(56);
    expect(ticket?.value.moneyPerWeek).toBeNull();
  });

  it('matches within the same reason: slow work is no failure', () => {
    const reason = (one: JourneyResult, code: string) => ({ ...one, outcome: { reason: code } });
    const hard = journeys(3000, 60, () => ({ effort: effort(140), outcome: { reason: 'HARD' } }));
    const results = [
      ...slow.map((one) => reason(one, 'HARD')),
      ...plain.map((one) => reason(one, 'EASY')),
      ...hard,
    ];
    const [ticket] = rank([missedSlot], inputOf(results), unpriced);
    const [, high] = ticket?.value.interval ?? [];
    expect(ticket?.value.minutesPerWeek).toBeCloseTo(0, digits);
    expect(high).toBeLessThan(1);
  });

  it('shrinks what seems to save time to a little more than nothing, and does not cut it to 0', () => {
    // The agents of these ask for a minute less, or two, by chance.
    const quick = journeys(6000, 20, (i) => ({
      effort: effort(20 - (i % 3), 0),
      findings: slow[0]?.findings ?? [],
    }));
    const [ticket] = rank(
      [causeOf('missed_slot', quick, ofSlot)],
      inputOf([...quick, ...plain]),
      unpriced,
    );
    const { minutesPerWeek = 0, interval: [low, high] = [0, 0] } = ticket?.value ?? {};
    expect(low).toBeGreaterThan(0);
    expect(minutesPerWeek).toBeGreaterThan(low);
    expect(high).toBeGreaterThan(minutesPerWeek);
    expect(high).toBeLessThan(2);
  });

  it('is what was visibly spent, where the turns show it, however long matched journeys took', () => {
    const shown = slow.map((one) => ({
      ...one,
      findings: one.findings.map((finding) => ({ ...finding, spent: { bot: 10, agent: 25 } })),
    }));
    const slower = plain.map((one) => ({ ...one, effort: effort(500) }));
    const [ticket] = rank([missedSlot], inputOf([...shown, ...slower]), unpriced);
    // The customer's 35 s and the agent's 25 s, fourteen times a week.
    expect(ticket?.value.minutesPerWeek).toBeCloseTo(14, digits);
    expect(ticket?.value.parts[0]?.note).toMatch(/visibly spent/);
  });

  it('counts what was visibly spent once, and the contact for what explains the handoff', () => {
    const held = slow.map((one) => ({
      ...one,
      handling: { waited: 60, handled: 600 },
      findings: [
        findingOf('missed_slot', { ...ofSlot, primary: false, spent: { bot: 0, agent: 60 } }),
        findingOf('uncaptured_slot', { intent: 'loan', slot: 'date', primary: true }),
        findingOf('intent_loop', { intent: 'loan', primary: false }),
      ],
    }));
    const loop = causeOf('intent_loop', held, { intent: 'loan', primarySessions: [] });
    const heard = causeOf('uncaptured_slot', held, { intent: 'loan', slot: 'date' });
    const tickets = rank([loop, heard, missedSlot], inputOf([...held, ...plain]), unpriced);
    const minutes = (category: string) =>
      tickets.find((one) => one.category === category)?.value.minutesPerWeek;
    // 660 and 600 s, of which a minute of each is the missed slot's.
    expect(minutes('uncaptured_slot')).toBeCloseTo((14 * (600 + 540)) / 60, digits);
    expect(minutes('missed_slot')).toBeCloseTo(14 * 2, digits);
    expect(minutes('intent_loop')).toBe(0);
  });

  it('shares a contact among slots that were missed together, and gives none to those of other handoffs', () => {
    const list = (primary: boolean) =>
      journeys(primary ? 0 : 5000, 28, () => ({
        handling: { waited: 0, handled: 600 },
        findings: ['income', 'date'].map((slot) =>
          findingOf('missed_slot', {
            slot,
            primary: primary && slot === 'date',
            spent: { bot: 0, agent: 30 },
          }),
        ),
      }));
    const of = (slot: string, primary: boolean) => {
      const results = list(primary);
      const causes = ['income', 'date'].map((name) =>
        causeOf('missed_slot', results, {
          slot: name,
          ...((!primary || name === 'income') && { primarySessions: [] }),
        }),
      );
      return rank(causes, inputOf(results), unpriced).find((one) => one.slot === slot)?.value
        .minutesPerWeek;
    };
    // Twenty minutes of both, seven a week: one minute of each is visibly each slot's, the rest is shared.
    expect(of('income', true)).toBeCloseTo(7 * (1 + 18 / 2), digits);
    expect(of('date', true)).toBeCloseTo(7 * (1 + 18 / 2), digits);
    expect(of('income', false)).toBeCloseTo(7, digits);
  });

  it('takes sessions that customers left to have failed as often as those handed over', () => {
    const loops = journeys(0, 28, () => ({
      botIntent: 'loan',
      findings: [findingOf('intent_loop', { intent: 'loan' })],
    }));
    const others = journeys(5000, 28, () => ({ botIntent: 'loan', findings: [] }));
    const sessions = [
      ...times(60, () => sessionOf({ intent: 'loan' })),
      ...times(56, () => sessionOf({ intent: 'loan', outcome: 'escalated' })),
      ...times(24, () => sessionOf({ intent: 'loan', outcome: 'abandoned' })),
    ];
    const cause = causeOf('intent_loop', loops, { intent: 'loan' });
    const [ticket] = rank([cause], inputOf([...loops, ...others], { sessions }), unpriced);
    // Half of the handoffs have a cause, so twelve of those who left: 60 of 60 + 28 + 12 are finished.
    expect(ticket?.value.parts[0]?.note).toMatch(/finishes 60 % of its sessions/);
  });

  it('does not blame a finding for its companion', () => {
    // Agents ask for two minutes longer, and half of these openings are cold ones, too, which cost four.
    const both = slow.map((one, i) =>
      i % 2
        ? one
        : {
            ...one,
            effort: effort(140, 280),
            findings: [...one.findings, findingOf('cold_open', { primary: false })],
          },
    );
    const cold = journeys(5000, 56, () => ({
      effort: effort(20, 280),
      findings: [findingOf('cold_open')],
    }));
    const results = [...both, ...cold, ...plain];
    const all = results.filter(({ findings }) =>
      findings.some(({ category }) => category === 'cold_open'),
    );
    const tickets = rank([causeOf('cold_open', all), missedSlot], inputOf(results), unpriced);
    // Nothing of the 84 x 4 minutes is lost, and nothing of them is the slot's.
    expect(tickets.map(({ value }) => Math.round(value.minutesPerWeek))).toEqual([168, 56]);
  });

  it('does not promise twice what goes with the handoff', () => {
    const held = slow.map((one) => ({
      ...one,
      findings: [...one.findings, findingOf('intent_loop', { intent: 'loan' })],
    }));
    const alone = journeys(5000, 56, () => ({
      effort: effort(20),
      findings: [findingOf('intent_loop', { intent: 'loan' })],
    }));
    const loop = causeOf('intent_loop', [...held, ...alone], { intent: 'loan' });
    const slot = { ...missedSlot, primarySessions: [] };
    const tickets = rank([loop, slot], inputOf([...held, ...alone, ...plain]), unpriced);
    // Agent side 540 and 480 s, or 420 and 360, fourteen a week each; of the slot's 56 minutes each cause has half.
    const whole = (14 * (540 + 480 + 420 + 360)) / 60;
    expect(tickets[0]?.value.minutesPerWeek).toBeCloseTo(whole - 28, 0);
    expect(tickets[1]?.value.minutesPerWeek).toBeCloseTo(28, 0);
  });

  it('is not lowered by what is unknown', () => {
    const blind = { bot: 120, wait: null, identify: null, explain: null, solve: null };
    const unknown = journeys(4000, 56, () => ({
      effort: blind,
      findings: slow[0]?.findings ?? [],
    }));
    const cause = causeOf('missed_slot', [...slow, ...unknown], { primarySessions: [] });
    const [ticket] = rank([cause], inputOf([...slow, ...unknown, ...plain]), unpriced);
    // Those of which nothing is known had their agent, too, and cost as much.
    expect(ticket?.value.minutesPerWeek).toBeCloseTo(112, digits);
    expect(ticket?.value.parts[0]?.note).toMatch(/known for 56 of 112 journeys/);
    const lost = unknown.map((one) => ({
      ...one,
      contact: null,
      link: { ...one.link, contact: null, probability: 0.75 },
    }));
    const [some] = rank([cause], inputOf([...slow, ...lost, ...plain]), unpriced);
    expect(some?.value.minutesPerWeek).toBeCloseTo(70, digits);
    const [dark] = rank([causeOf('missed_slot', unknown)], inputOf(unknown), unpriced);
    expect(dark?.value).toEqual({
      minutesPerWeek: 0,
      interval: [0, 0],
      moneyPerWeek: null,
      surelyPerWeek: null,
      parts: [],
    });
  });

  it('counts the whole agent side of a handoff that need not be, as often as the bot can avoid it', () => {
    const dead = journeys(0, 28, () => ({ findings: [findingOf('dead_end_intent')] }));
    const cause = causeOf('dead_end_intent', dead, { intent: 'close_account' });
    const sessions = [
      ...times(60, () => sessionOf({ intent: 'hours' })),
      ...times(40, () => sessionOf({ intent: 'hours', outcome: 'escalated' })),
      ...times(28, () => sessionOf({ intent: 'close_account', outcome: 'escalated' })),
    ];
    // Customer 60 + 20 + 40 + 300 s, agent 20 + 40 + 300 s: 13 minutes, seven a week.
    const [all] = rank([cause], inputOf(dead), unpriced);
    expect(all?.value.minutesPerWeek).toBeCloseTo(7 * 13, digits);
    const [some] = rank([cause], inputOf(dead, { sessions }), unpriced);
    expect(some?.value.minutesPerWeek).toBeCloseTo(7 * 13 * 0.6, digits);
    expect(some?.value.parts[0]?.note).toMatch(/finishes 60 % of its sessions/);
  });

  it('counts of a bad window what is beyond the other hours', () => {
    const night = journeys(0, 28, () => ({ findings: [findingOf('time_of_day_failure')] }));
    const window = { days: 'all', from: 9, to: 12 } as const;
    const cause = causeOf('time_of_day_failure', night, { intent: 'loan', window });
    const at = (hour: number, failed: number, fine: number) => [
      ...times(failed, () => sessionOf({ intent: 'loan', hour, outcome: 'escalated' })),
      ...times(fine, () => sessionOf({ intent: 'loan', hour })),
    ];
    const sessions = [...at(10, 80, 20), ...at(15, 40, 60)];
    const [ticket] = rank([cause], inputOf(night, { sessions }), unpriced);
    expect(ticket?.value.minutesPerWeek).toBeCloseTo((7 * 13) / 2, digits);
  });

  it('keeps its parts: those of one unit add up to the total', () => {
    const prices = {
      currency: 'GBP',
      minutePrice: 0.8,
      csatPointPrice: 0.1,
      complaintPrice: 20,
      repeatContactPrice: 6,
    };
    const rated = (list: JourneyResult[], csat: number, odd: boolean) =>
      list.map((one, i) => ({
        ...one,
        outcome: { csat, complaint: odd && i % 4 === 0, resolved: !odd || i % 2 === 0 },
      }));
    const results = [...rated(slow, 50, true), ...rated(plain, 80, false)];
    const [ticket] = rank([missedSlot], inputOf(results), prices);
    const add = (unit: string) =>
      ticket?.value.parts.reduce((sum, part) => sum + (part.unit === unit ? part.amount : 0), 0);
    expect(add('minutes')).toBeCloseTo(ticket?.value.minutesPerWeek ?? -1, 8);
    expect(add('money')).toBeCloseTo(ticket?.value.moneyPerWeek ?? -1, 8);
    // A week: 28 agent minutes, 14 x 30 points, 3.5 complaints, 7 contacts that follow.
    expect(ticket?.value.moneyPerWeek).toBeCloseTo(28 * 0.8 + 420 * 0.1 + 3.5 * 20 + 7 * 6, 0);
  });

  it('does not take the scatter of rare complaints for what a cause brings', () => {
    const prices = { ...unpriced, minutePrice: 1, complaintPrice: 25 };
    const random = seeded(5);
    const rare = (list: JourneyResult[]) =>
      list.map((one) => ({ ...one, outcome: { complaint: random() < 0.07 } }));
    const categories = [
      'missed_slot',
      'uncaptured_slot',
      'context_lost',
      'cold_open',
      'intent_loop',
      'hostile_arrival',
    ] as const;
    const causes = categories.map((category, k) =>
      rare(
        journeys(10_000 * (k + 1), 120, () => ({
          findings: [findingOf(category, { primary: false })],
        })),
      ),
    );
    const tickets = rank(
      causes.map((list, k) => causeOf(categories[k] ?? 'unknown', list, { primarySessions: [] })),
      inputOf([...causes.flat(), ...rare(journeys(500_000, 600, () => ({})))]),
      prices,
    );
    const complaints = tickets.flatMap(({ value }) =>
      value.parts.flatMap(({ factor, amount }) => (factor === 'complaints' ? [amount / 25] : [])),
    );
    // They have some 12 complaints a week, as many as others would have. Each category by itself would be charged with six in all.
    expect(complaints.reduce((a, b) => a + b, 0)).toBeLessThan(4.5);
  });

  it('never adds up to more than all journeys took', () => {
    const names = ['missed_slot', 'intent_loop', 'context_lost', 'cold_open'] as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = seeded(seed);
        const results = times(60, (i) => {
          const held = names.filter(() => random() < 0.4);
          return journeyOf(i, {
            day: dayOf(Math.floor(random() * 28)),
            effort: { ...effort(random() * 300, random() * 300), solve: random() * 900 },
            findings: held.map((category, k) => findingOf(category, { primary: k === 0 })),
          });
        });
        const has = (category: Category, primary: boolean) =>
          results.filter(({ findings }) =>
            findings.some((one) => one.category === category && (!primary || one.primary)),
          );
        const causes = names.map((category) =>
          causeOf(category, has(category, false), {
            primarySessions: has(category, true).map(({ session }) => session),
          }),
        );
        const tickets = rank(causes, inputOf(results), unpriced);
        const days = results.map(({ day }) => day).sort()[0] ?? '';
        const seen = 29 - Number(days.slice(8)) + 1;
        const whole = results.reduce((sum, { effort: e }) => {
          const customer = (e.bot ?? 0) + (e.wait ?? 0);
          return (
            sum + (customer + 2 * ((e.identify ?? 0) + (e.explain ?? 0) + (e.solve ?? 0))) / 60
          );
        }, 0);
        const sum = tickets.reduce((total, { value }) => total + value.minutesPerWeek, 0);
        // An estimate that chance has put near 0 counts for a little, since none is negative.
        expect(sum).toBeLessThanOrEqual((1.05 * whole * 7) / seen);
      }),
      { numRuns: 40 },
    );
  });
});

describe('order', () => {
  it('numbers what is listed first, so that no number is missing from the list', () => {
    const slower = journeys(2000, 56, () => ({
      effort: effort(900),
      findings: [findingOf('missed_slot', { intent: 'card', slot: 'income', primary: false })],
    }));
    const dear = causeOf('missed_slot', slower, { ...ofSlot, intent: 'card' });
    const ranked = (history: RankInput['history']) =>
      rank([dear, missedSlot], inputOf([...slower, ...slow, ...plain], { history }), unpriced);
    const [first] = ranked([]);
    expect(first?.intent).toBe('card');
    const past = {
      id: first?.id ?? '',
      since: '2026-03-28',
      rank: 1,
      status: 'dismissed',
    } as const;
    expect(
      ranked([past]).map(({ rank: place, listed, intent }) => [place, listed, intent]),
    ).toEqual([
      [1, true, 'loan'],
      [2, false, 'card'],
    ]);
  });

  const loop = (from: number, n: number, solve: number, intent: string) => {
    const list = journeys(from, n, () => ({
      effort: { ...effort(20), solve },
      findings: [findingOf('intent_loop', { intent })],
    }));
    return { list, cause: causeOf('intent_loop', list, { intent }) };
  };

  it('prefers the sure win to the large one that may be chance', () => {
    const sure = loop(0, 60, 300, 'loan');
    const chance = loop(500, 1, 14_000, 'card');
    const tickets = rank(
      [chance.cause, sure.cause],
      inputOf([...sure.list, ...chance.list]),
      unpriced,
    );
    expect(tickets.map(({ intent, rank: place }) => [intent, place])).toEqual([
      ['loan', 1],
      ['card', 2],
    ]);
  });

  it("counts all that has a price, at what an agent's minute costs", () => {
    const angry = loop(0, 60, 300, 'loan');
    const long = loop(500, 60, 360, 'card');
    const rated = (list: readonly JourneyResult[], csat: number) =>
      list.map((one) => ({ ...one, outcome: { csat } }));
    const rest = rated(plain, 90);
    const results = [...rated(angry.list, 10), ...rated(long.list, 90), ...rest];
    const order = (csatPointPrice: number | null) =>
      rank([angry.cause, long.cause], inputOf(results), {
        ...unpriced,
        minutePrice: 0.6,
        csatPointPrice,
      }).map(({ intent }) => intent);
    expect(order(null)).toEqual(['card', 'loan']);
    expect(order(0.1)).toEqual(['loan', 'card']);
  });

  it('keeps the first ten until others are surely worth more', () => {
    const night = (last: number, before?: { id: string; rank: number }) => {
      const sizes = [...times(10, (i) => 60 + i), last];
      const groups = sizes.map((n, i) => loop(i * 200, n, 300, `intent_${i}`));
      const history = before ? [{ ...before, since: '2026-03-20', status: 'open' as const }] : [];
      const results = groups.flatMap(({ list }) => list);
      return rank(
        groups.map(({ cause }) => cause),
        inputOf(results, { history }),
        unpriced,
      );
    };
    const tenth = (tickets: ReturnType<typeof night>) => tickets[9]?.intent;
    const id = night(58).find(({ intent }) => intent === 'intent_10')?.id ?? '';
    expect(tenth(night(58))).toBe('intent_0');
    // It was in, and is worth nearly as much: no reason to go. Out of the first ten it has no such claim.
    expect(tenth(night(58, { id, rank: 10 }))).toBe('intent_10');
    expect(tenth(night(58, { id, rank: 11 }))).toBe('intent_0');
    // 130 minutes, and up to 164: the lower end of the next, 154, does not surely beat it.
    expect(tenth(night(40, { id, rank: 10 }))).toBe('intent_10');
    expect(tenth(night(30, { id, rank: 10 }))).toBe('intent_0');
  });

  it('is the same for any order of causes and journeys, to the last digit', () => {
    const groups = times(5, (i) => loop(i * 100, 10 + i, 200 + 37 * i, `intent_${i}`));
    const results = groups.flatMap(({ list }) => list);
    const causes = groups.map(({ cause }) => cause);
    const expected = rank(causes, inputOf(results), unpriced);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(causes, { minLength: causes.length }),
        fc.shuffledSubarray(results, { minLength: results.length }),
        (some, list) => {
          expect(rank(some, inputOf(list), unpriced)).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('life of a ticket', () => {
  const results = [...slow, ...plain];
  const ticketOf = (more: Parameters<typeof inputOf>[1] = {}) =>
    rank([missedSlot], inputOf(results, more), unpriced)[0];
  const id = ticketOf()?.id ?? '';

  it('is new on its first night, also when that night is run again', () => {
    expect(ticketOf()).toMatchObject({ status: 'new', since: '2026-03-29' });
    const same = { id, since: '2026-03-29', status: 'new' } as const;
    expect(ticketOf({ history: [same] })).toMatchObject({ status: 'new', since: '2026-03-29' });
  });

  it('is open from the second night on, and keeps what a person decided', () => {
    const before = { id, since: '2026-03-20', status: 'new' } as const;
    expect(ticketOf({ history: [before] })).toMatchObject({ status: 'open', since: '2026-03-20' });
    const dismissed = { ...before, status: 'dismissed' } as const;
    expect(ticketOf({ history: [dismissed] })?.status).toBe('dismissed');
  });

  it('shows this week against last', () => {
    const rising = [
      ...times(6, (i) => journeyOf(i, { day: '2026-03-25', findings: slow[0]?.findings ?? [] })),
      ...times(4, (i) => journeyOf(50 + i, { day: '2026-03-22' })),
    ];
    const trend = (list: readonly JourneyResult[]) =>
      rank([causeOf('missed_slot', list)], inputOf(list), unpriced)[0]?.trend;
    expect(trend(rising)).toEqual({ thisWeek: 6, lastWeek: 4, change: 0.5 });
    expect(trend(rising.slice(0, 6))).toEqual({ thisWeek: 6, lastWeek: 0, change: 1 });
  });

  it("is a share of its intent's handoffs, or of all", () => {
    const own = slow.map((one, i) => ({ ...one, botIntent: i % 2 ? 'loan' : 'card' }));
    const others = plain.map((one) => ({ ...one, botIntent: 'loan' }));
    const cause = causeOf('missed_slot', own, { intent: 'loan' });
    const input = inputOf([...own, ...others]);
    expect(rank([cause], input, unpriced)[0]?.share).toBeCloseTo(56 / 168, 10);
    expect(rank([causeOf('cold_open', own)], input, unpriced)[0]?.share).toBeCloseTo(56 / 168, 10);
  });

  it('has nothing to rank in an empty night', () => {
    expect(rank([], inputOf([]), unpriced)).toEqual([]);
  });
});
