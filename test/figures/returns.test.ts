import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Visit } from '../../src/domain/journey.js';
import { returnFigures } from '../../src/figures/return-rates.js';
import { followedVisits, notFollowed, sameMatter } from '../../src/figures/returns.js';

const dayMs = 24 * 3_600_000;
const visit = (id: string, day: number, more: Partial<Visit> = {}): Visit => ({
  id,
  customer: { phone: 'a' },
  from: day * dayMs,
  to: day * dayMs + 600_000,
  day: `2026-03-${String(1 + Math.floor(day)).padStart(2, '0')}`,
  kind: 'escalated',
  linked: true,
  ...more,
});
const long = 60 * dayMs;
const none = { tooYoung: 0, unknownCustomer: 0 };
const backOf = (visits: Visit[], until = long) =>
  followedVisits(visits, until).map(({ visit: { id }, again }) => [id, again?.id ?? null]);

describe('who came back', () => {
  it('is the same customer within seven days after the end, and not later', () => {
    expect(backOf([visit('1', 0), visit('2', 6.9), visit('3', 20)])).toEqual([
      ['1', '2'],
      ['2', null],
      ['3', null],
    ]);
    expect(backOf([visit('1', 0), visit('2', 7.01)])[0]).toEqual(['1', null]);
  });

  it('is known by any identity that both sides share, and nobody else is', () => {
    const both = visit('1', 0, { customer: { phone: 'a', email: 'm' } });
    expect(backOf([both, visit('2', 1, { customer: { email: 'm' } })])[0]).toEqual(['1', '2']);
    expect(backOf([both, visit('2', 1, { customer: { email: 'a' } })])[0]).toEqual(['1', null]);
  });

  it('is not asked of customers without an identity, nor before the seven days are over', () => {
    expect(backOf([visit('1', 0, { customer: {} })])).toEqual([]);
    expect(backOf([visit('1', 0), visit('2', 1)], 7.5 * dayMs)).toEqual([['1', '2']]);
  });

  it('does not depend on how often one number calls', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 30 }),
        (days) => {
          const visits = days.sort((a, b) => a - b).map((day, i) => visit(String(i), day));
          for (const { visit: one, again } of followedVisits(visits, long)) {
            const slow = visits.find(({ from }) => from > one.to && from <= one.to + 7 * dayMs);
            expect(again?.from).toBe(slow?.from);
          }
        },
      ),
    );
  });

  it('came for the same matter by the code, else by the intent, else nobody knows', () => {
    const one = visit('1', 0, { code: 'FINE', intent: 'pay' });
    expect(sameMatter(one, visit('2', 1, { code: 'FINE', intent: 'renew' }))).toBe(true);
    expect(sameMatter(one, visit('2', 1, { intent: 'renew' }))).toBe(false);
    expect(sameMatter(one, visit('2', 1))).toBeNull();
  });
});

describe('for the same matter', () => {
  const sameOf = (...visits: Visit[]) => followedVisits(visits, long).map(({ same }) => same);
  const fine = visit('1', 0, { code: 'FINE' });

  it('counts a later visit within the days too, and no visit after them', () => {
    const other = visit('2', 1, { code: 'FEE' });
    expect(sameOf(fine, other, visit('3', 6, { code: 'FINE' }))[0]).toBe(true);
    expect(sameOf(fine, other, visit('3', 8, { code: 'FINE' }))[0]).toBe(false);
  });

  it('is no return where nobody came, and unknown where either matter is', () => {
    expect(sameOf(fine)).toEqual([false]);
    expect(sameOf(visit('1', 0))).toEqual([null]);
    expect(sameOf(fine, visit('2', 1))[0]).toBeNull();
  });

  it('is counted apart from coming back at all', () => {
    const visits = Array.from({ length: 4 }, (_, i) => {
      const customer = { phone: `p-${i}` };
      return [
        visit(`${i}`, 0, { customer, code: 'FINE' }),
        visit(`${i}b`, 1, { customer, code: i === 0 ? 'FINE' : 'FEE', kind: 'abandoned' }),
      ];
    }).flat();
    const { escalated, same } = returnFigures(followedVisits(visits, long), none);
    expect(escalated).toMatchObject({ value: 1, n: 4 });
    expect(same.escalated).toMatchObject({ value: 0.25, n: 4 });
    expect(same.direct).toBeNull();
  });
});

describe('what is not counted', () => {
  it('is said: visits whose days are not over, and those of nobody', () => {
    const visits = [visit('1', 0), visit('2', 3), visit('3', 4, { customer: {} })];
    expect(notFollowed(visits, 8 * dayMs)).toEqual({ tooYoung: 1, unknownCustomer: 1 });
    expect(followedVisits(visits, 8 * dayMs)).toHaveLength(1);
    expect(notFollowed(visits, long)).toEqual({ tooYoung: 0, unknownCustomer: 1 });
  });
});

describe('the figures', () => {
  it('are of each way of being served, and their ratio', () => {
    const people = (kind: Visit['kind'], back: number, of: number) =>
      Array.from({ length: of }, (_, i) => {
        const customer = { phone: `${kind}-${i}` };
        const first = visit(`${kind}-${i}`, i % 5, { customer, kind });
        return [
          first,
          ...(i < back ? [visit(`${kind}-${i}b`, 5, { customer, kind: 'abandoned' })] : []),
        ];
      }).flat();
    const visits = [...people('escalated', 6, 20), ...people('direct', 2, 20)];
    const found = returnFigures(
      followedVisits(
        visits.sort((a, b) => a.from - b.from),
        long,
      ),
      none,
    );
    expect(found.escalated?.value).toBeCloseTo(0.3);
    expect(found.direct?.value).toBeCloseTo(0.1);
    expect(found.contained).toBeNull();
    expect(found.ratio?.value).toBeCloseTo(3);
    expect(found.sameMatter).toBeNull();
  });
});
