/** However the records of some days are delivered, the night comes to the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.js';
import {
  type Company,
  claimsOf,
  company,
  days,
  last,
  late,
  lateCompany,
  lender,
  saidOf,
  sameDay,
  wholeCompany,
  withoutChances,
} from '../support/deliveries.js';

describe('the last of some nights', () => {
  const companies: Company[] = [];
  const found = async (options: Parameters<typeof company>[0]) => {
    const one = await company(options);
    companies.push(one);
    return one;
  };
  let whole: Company;

  beforeAll(async () => {
    whole = await wholeCompany();
    companies.push(whole);
    expect(saidOf(whole, last).tickets.length).toBeGreaterThan(5);
  }, 240_000);
  afterAll(() => {
    for (const { project } of companies) project.remove();
  });

  it('is the same from several files in another order, with half of the records delivered twice', async () => {
    const one = await found(lender);
    const random = createRandom('deliveries');
    const mixed = [...one.all, ...one.all.filter(() => random.chance(0.5))]
      .map((record) => ({ record, place: random.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ record }) => record);
    for (const part of [0, 1, 2])
      one.deliver(
        `part-${part}`,
        mixed.filter((_, i) => i % 3 === part),
      );
    await one.night(last);
    expect(one.project.files(`out/${last}`)).toEqual(whole.project.files(`out/${last}`));
  }, 240_000);

  it('links the same, and worked out anew is the same, when records came nights late', async () => {
    const one = await lateCompany(1);
    companies.push(one);
    expect(claimsOf(one)).toEqual(claimsOf(whole));
    await one.night(last, '--anew');
    expect(saidOf(one, last)).toEqual(saidOf(whole, last));
  }, 480_000);

  it('is the same when one night runs again with each delivery, the newest first', async () => {
    const one = await found(lender);
    for (const [i, part] of late(one.all, 4).reverse().entries()) {
      one.deliver(`part-${i}`, part);
      await one.night(last);
    }
    expect(withoutChances(one, last)).toEqual(withoutChances(whole, last));
  }, 240_000);

  it('says of every night of its window, backfilled, what these nights done at once say', async () => {
    const parcels = { ...lender, world: 'parcels', seed: 3, keys: true };
    const [live, later] = [await found(parcels), await found(parcels)];
    for (const [i, part] of sameDay(live.all).entries()) {
      live.deliver(`day-${i}`, part);
      await live.night(days[i] ?? last);
    }
    later.deliver('all', later.all);
    for (const day of days) await later.night(day);
    const before = days.map((day) => saidOf(live, day).journeys);
    for (const day of days) await live.night(day);
    expect(before).not.toEqual(days.map((day) => saidOf(live, day).journeys));
    for (const day of days) expect(withoutChances(live, day)).toEqual(withoutChances(later, day));
  }, 480_000);
});
