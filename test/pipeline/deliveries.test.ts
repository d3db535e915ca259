/** However the records of some days are delivered, the night comes to the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createRandom } from '../../src/lib/random.js';
import { type Company, company, type Delivered } from '../support/deliveries.js';

const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'] as const;
const last = days[3];

/** Each record or survey to the night of a random day: its own in three of four cases, else a later one. */
function late(all: readonly Delivered[], seed: number): Delivered[][] {
  const random = createRandom(`late ${seed}`);
  const parts: Delivered[][] = days.map(() => []);
  for (const one of all) {
    const own = days.findIndex((day) => day >= one.day);
    const first = own === -1 ? days.length - 1 : own;
    const delay = random.chance(0.75) ? 0 : Math.floor(random.next() * (days.length - first));
    parts[first + delay]?.push(one);
  }
  return parts;
}

const sameDay = (all: readonly Delivered[]): Delivered[][] =>
  days.map((day, i) => all.filter((one) => one.day === day || (i === 3 && one.day > day)));

interface Journey {
  session_id: string;
  contact_id: string | null;
  link: { status: string; legs?: string[] };
}

const journeysOf = (company: Company, night: string): Journey[] =>
  saidOf(company, night)
    .journeys.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Journey);

/** What a night says of journeys, and of tickets but for what their history says: since when, and in which of the first places. */
function saidOf({ project }: Company, night: string) {
  const files = project.files(`out/${night}`);
  const read = (name: string) => files.get(name) ?? '';
  const { tickets } = parse(read('tickets.yaml')) as { tickets: Record<string, unknown>[] };
  const figures = JSON.parse(read('metrics.json')) as Record<string, unknown>;
  return {
    journeys: read('journeys.ndjson'),
    tickets: tickets
      .map(({ rank: _, status: __, since: ___, ...ticket }) => ticket)
      .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    figures: [figures.findings, figures.figures, figures.weeks, figures.losses, figures.reading],
  };
}

const chances = new Set(['probability', 'confidence', 'score']);
/** A journey is not judged again for a probability that moved by little. */
const withoutChances = (company: Company, night: string) =>
  journeysOf(company, night).map(
    (journey) =>
      JSON.parse(
        JSON.stringify(journey, (name, value) => (chances.has(name) ? undefined : value)),
      ) as unknown,
  );

describe('the last of some nights', () => {
  const companies: Company[] = [];
  const found = async (options: Parameters<typeof company>[0]) => {
    const one = await company(options);
    companies.push(one);
    return one;
  };
  const lender = { world: 'lender', journeys: 60, from: days[0], days: 4, seed: 5, keys: false };
  let whole: Company;

  beforeAll(async () => {
    whole = await found(lender);
    whole.deliver('all', whole.all);
    await whole.night(last, '--anew');
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

  it.each([1, 2, 3])(
    'links the same, and worked out anew is the same, when records came nights late (%i)',
    async (seed) => {
      const one = await found(lender);
      for (const [i, part] of late(one.all, seed).entries()) {
        one.deliver(`night-${i}`, part);
        await one.night(days[i] ?? last);
      }
      const claims = (company: Company) =>
        journeysOf(company, last).map(
          ({ session_id, contact_id, link: { status, legs } }) =>
            [session_id, contact_id, status, legs] as const,
        );
      expect(claims(one)).toEqual(claims(whole));
      await one.night(last, '--anew');
      expect(saidOf(one, last)).toEqual(saidOf(whole, last));
    },
    480_000,
  );

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
