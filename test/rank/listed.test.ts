import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/domain/ticket.js';
import { withListed } from '../../src/rank/listed.js';
import { ticket } from '../publish/fixture.js';

const worth = (low: number): Ticket['value'] => ({
  minutesPerWeek: low + 1,
  interval: [low, low + 2],
  moneyPerWeek: null,
  surelyPerWeek: null,
  parts: [],
});
const good = (more: Partial<Ticket> = {}) => ticket({ value: worth(30), journeys: 40, ...more });
const low = ({ value }: Ticket): number => value.interval[0];
const isListed = (one: Ticket, days = 10) => withListed([one], () => days, low)[0]?.listed;

describe('what is listed', () => {
  it('is surely worth ten minutes a month, on enough journeys and days', () => {
    expect(isListed(good())).toBe(true);
    expect(isListed(good({ value: worth(2.4) }))).toBe(true);
    expect(isListed(good({ value: worth(2.2) }))).toBe(false);
    expect(isListed(good({ journeys: 4 }))).toBe(false);
    expect(isListed(good(), 2)).toBe(false);
  });

  it('is not what fails no more often than is usual, nor what somebody laid aside', () => {
    expect(isListed(good({ beyondUsual: false }))).toBe(false);
    expect(isListed(good({ status: 'dismissed' }))).toBe(false);
  });

  it('is no more than people can read, the best first', () => {
    const many = Array.from({ length: 40 }, (_, i) => good({ id: `t-${i}`, rank: i + 1 }));
    const listed = withListed(many, () => 10, low).filter((one) => one.listed);
    expect(listed.map(({ rank }) => rank)).toEqual(many.slice(0, 25).map(({ rank }) => rank));
  });

  it('keeps by its claim what deserves a place and would lose it by chance', () => {
    const many = Array.from({ length: 26 }, (_, i) => good({ id: `t-${i}` }));
    const claims = (kept: string) => (one: Ticket) => (one.id === kept ? 40 : 30);
    const without = (kept: string) =>
      withListed(many, () => 10, claims(kept))
        .filter(({ listed }) => !listed)
        .map(({ id }) => id);
    expect(without('t-0')).toEqual(['t-25']);
    expect(without('t-25')).toEqual(['t-24']);
  });
});
