/** Statistics by simulation: each part in its own block, with the naive method beside it. */
import { describe, expect, it } from 'vitest';
import { timeOfDayFailure } from '../../src/patterns/detectors/time_of_day_failure.js';
import { incidents } from '../../src/patterns/incidents.js';
import { config } from '../patterns/settings.js';
import { seeded } from '../support/seeded.js';
import { hasShared } from '../support/shared-data.js';
import { createRandom } from './statistics/chance.js';
import { contentRows } from './statistics/content-rows.js';
import { type Choice, type Followed, replay, type World } from './statistics/fix.js';
import { naiveHours } from './statistics/hours.js';
import { announcements, doublings, falseAlarms } from './statistics/hours-rows.js';
import { nightRows } from './statistics/nights.js';
import { letsGoReports, sessionsOf, starSessions } from './statistics/public.js';
import { orders } from './statistics/ranking-rows.js';

/** Two hundred replays of every row take longer than other measurements. */
const patience = 3 * 60 * 60_000;
const replays = Number(process.env.HANDBACK_REPLAYS ?? 200);

describe('proof of fix', () => {
  const usual: World = {
    sessions: 1500,
    intents: 12,
    rate: 0.06,
    apart: 0.8,
    common: 0.1,
    own: 0.3,
    lasting: 0,
  };
  const worlds: Record<string, World> = {
    usual,
    'causes alike': { ...usual, apart: 0 },
    'few sessions': { ...usual, sessions: 300 },
    'few, alike': { ...usual, sessions: 300, apart: 0 },
    'bad days last': { ...usual, lasting: 0.7 },
  };
  const chosenBy: Choice[] = ['findings', 'rate', 'rise'];

  const share = (list: readonly Followed[], holds: (one: Followed) => boolean): string =>
    `${((100 * list.filter(holds).length) / Math.max(1, list.length)).toFixed(1)} %`;

  const run = (world: World, choice: Choice, effect: number, seed: number): Followed[] => {
    const random = createRandom(seeded(seed));
    const plan = { world, choice, effect, history: 35, released: 5 };
    return Array.from({ length: replays }, () => replay(plan, random)).flat();
  };

  it(
    'is seldom wrong where nothing was repaired, and sees a halved rate in the days that it announced',
    () => {
      const rows: Record<string, unknown>[] = [];
      for (const [name, world] of Object.entries(worlds)) {
        for (const choice of chosenBy) {
          const same = run(world, choice, 1, 11);
          const half = run(world, choice, 0.5, 12);
          const announced = half.filter((one) => one.announced !== null);
          const days = announced.map((one) => one.announced ?? 0).sort((a, b) => a - b);
          rows.push({
            world: name,
            'chosen by': choice,
            'A/A verified': share(same, (one) => one.verified !== null),
            'A/A regressed': share(same, (one) => one.regressed !== null),
            'naive z, 60 nights': share(same, (one) => one.naive !== null),
            covers: share(same, (one) => one.covered !== false),
            'days announced': days[Math.floor(days.length / 2)],
            'none announced': share(half, (one) => one.announced === null),
            'halved: verified in time': share(
              announced.filter((one) => (one.announced ?? 99) <= 60),
              (one) => one.verified !== null && one.verified <= (one.announced ?? 0),
            ),
            'covers halved': share(half, (one) => one.covered !== false),
          });
        }
      }
      console.table(rows);
      expect(rows).toHaveLength(Object.keys(worlds).length * chosenBy.length);
    },
    patience,
  );

  it(
    'announces a fall of 72 % within four weeks where 300 sessions a day have 28 days behind them',
    () => {
      const few = { ...usual, sessions: 300, intents: 14, rate: 0.05 };
      const settings: Record<string, World> = {
        'days differ by chance': { ...few, common: 0, own: 0 },
        'days differ more': few,
      };
      const rows = Object.entries(settings).map(([name, world]) => {
        const follow = (effect: number, seed: number) => {
          const random = createRandom(seeded(seed));
          const plan = { world, choice: 'usual' as const, effect, history: 28, released: 3 };
          return Array.from({ length: replays }, () => replay(plan, random)).flat();
        };
        const [fallen, same] = [follow(0.28, 31), follow(1, 32)];
        const [worse] = [follow(2.5, 33)];
        const announced = fallen.filter(({ first }) => first !== null);
        return {
          world: name,
          'announced within 28 days': share(fallen, ({ first }) => first !== null && first <= 28),
          announced: share(fallen, ({ first }) => first !== null),
          'of these, verified in time': share(
            announced,
            ({ first, verified }) => verified !== null && verified <= (first ?? 0),
          ),
          'verified within 28 days': share(fallen, ({ verified }) => (verified ?? 99) <= 28),
          'A/A verified': share(same, ({ verified }) => verified !== null),
          'A/A regressed': share(same, ({ regressed }) => regressed !== null),
          '2.5 times as many: regressed': share(worse, ({ regressed }) => regressed !== null),
          'no effect': share(worse, ({ noEffect }) => noEffect !== null),
        };
      });
      console.table(rows);
      expect(rows).toHaveLength(2);
    },
    patience,
  );
});

describe('time of day', () => {
  it(
    'makes no ticket of chance, of bad days or of an outage',
    () => {
      const rows = falseAlarms(replays);
      console.table(rows);
      expect(rows.length).toBeGreaterThan(0);
    },
    patience,
  );

  it(
    'finds a doubling in three hours of the fourth-largest intent',
    () => {
      const rows = doublings(replays);
      console.table(rows);
      expect(rows.length).toBeGreaterThan(0);
    },
    patience,
  );

  it(
    'announces the smallest effect that it would have seen',
    () => {
      const rows = announcements(replays);
      console.table(rows);
      expect(rows.length).toBeGreaterThan(0);
    },
    patience,
  );
});

describe('rank', () => {
  it(
    'puts first what is worth most, and keeps the order when the days are drawn again',
    () => {
      const rows = orders(replays);
      console.table(rows);
      expect(rows.length).toBeGreaterThan(0);
    },
    patience,
  );
});

describe('sixty nights', () => {
  // A course ranks sixty times, so a tenth of them takes as long as other blocks.
  const courses = Math.max(1, Math.round(replays / 10));

  it(
    'keeps the ids, and lets no ticket flicker in and out of the first ten',
    () => {
      const rows = nightRows(courses);
      console.table(rows);
      expect(rows.length).toBeGreaterThan(0);
    },
    patience,
  );
});

describe('csat gap and complaints', () => {
  it(
    'have intervals that hold the truth',
    () => {
      const rows = contentRows(replays);
      console.table(rows);
      expect(rows.length).toBeGreaterThan(0);
    },
    patience,
  );
});

describe('public', () => {
  it.skipIf(!hasShared('star/dialogs.jsonl'))(
    "invents nothing on STAR's dialogues that ended early",
    () => {
      const { sessions, timeless } = starSessions();
      const { patterns, timeOfDay } = timeOfDayFailure.find({ results: [], sessions }, config);
      console.table([
        {
          dialogues: sessions.length,
          'without a time': timeless,
          'ended early': sessions.filter(({ outcome }) => outcome !== 'contained').length,
          'windows tested': timeOfDay?.windowsTested,
          'tickets (limit 0)': patterns.length,
          'incidents (limit 0)': incidents(sessions).length,
          'naive, 5 sessions': naiveHours(sessions, 5),
          note: timeOfDay?.note ?? '',
        },
      ]);
      expect(sessions.length).toBeGreaterThan(1000);
    },
  );

  it.skipIf(!hasShared('letsgo_daily/daily.csv'))(
    "dates the outages of Let's Go's daily reports",
    () => {
      const reports = letsGoReports();
      const judged = reports.filter(({ z }) => z !== null);
      const rows: Record<string, unknown>[] = [];
      for (const of of ['sessions', 'long'] as const) {
        const found = new Map<string, string>();
        for (let i = 0; i + 28 <= reports.length; i += 28) {
          const month = reports.slice(i, i + 28).flatMap((report) => sessionsOf(report, of));
          for (const { day, note } of incidents(month)) found.set(day, note);
        }
        for (const { date, z } of reports)
          if (found.has(date)) console.log(of, date, `z ${z ?? 'not given'}:`, found.get(date));
        const within = (low: number, high: number): string => {
          const list = judged.filter(({ z }) => (z ?? 0) >= low && (z ?? 0) < high);
          return `${list.filter(({ date }) => found.has(date)).length} of ${list.length}`;
        };
        rows.push({
          'failed, of': of === 'long' ? 'sessions of four turns and more' : 'all sessions',
          days: reports.length,
          'days with an incident': found.size,
          "authors' z below -3": within(Number.NEGATIVE_INFINITY, -3),
          '-3 to -1.3': within(-3, -1.3),
          'above -1.3': within(-1.3, Number.POSITIVE_INFINITY),
        });
      }
      console.table(rows);
      expect(reports.length).toBeGreaterThan(1000);
    },
  );
});
