/** Statistics by simulation: each part in its own block, with the naive method beside it. */
import { describe, expect, it } from 'vitest';
import { timeOfDayFailure } from '../../src/cohorts/cohorts/time_of_day_failure.js';
import { figuresOf } from '../../src/cohorts/figures.js';
import { incidents } from '../../src/cohorts/incidents.js';
import type { SessionSummary } from '../../src/domain/journey.js';
import type { Window } from '../../src/domain/ticket.js';
import { remedies } from '../../src/rank/remedies.js';
import { config } from '../cohorts/settings.js';
import { seeded } from '../stats/seeded.js';
import { hasShared } from '../support/shared-data.js';
import { createRandom } from './statistics/chance.js';
import {
  type Contentment,
  contentOf,
  gapByWeek,
  naiveGapHolds,
  ratioByReason,
} from './statistics/content.js';
import { type Choice, type Followed, replay, type World } from './statistics/fix.js';
import {
  type Night,
  type Noise,
  naiveHours,
  nightOf,
  type Place,
  raised,
} from './statistics/hours.js';
import { type Followed as Course, follow } from './statistics/nights.js';
import { letsGoReports, sessionsOf, starSessions } from './statistics/public.js';
import {
  type Bot,
  kendall,
  ndcg10,
  ranked,
  redrawn,
  sampleOf,
  truthOf,
  worldOf,
} from './statistics/worth.js';

/** Two hundred replays of every row take longer than other measurements. */
const patience = 3 * 60 * 60_000;
const replays = Number(process.env.HANDBACK_REPLAYS ?? 200);
const percent = (n: number, of: number): string => `${((100 * n) / Math.max(1, of)).toFixed(1)} %`;
const mean = (list: readonly number[] = []): number =>
  list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);
const holds = (interval: [number, number] | null, value: number): boolean =>
  interval !== null && interval[0] <= value && value <= interval[1];

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
});

describe('time of day', () => {
  const calm: Noise = { traffic: 0, day: 0, own: 0, run: 0 };
  const usual: Noise = { traffic: 0.3, day: 0.2, own: 0.3, run: 0 };
  const noises: Record<string, Noise> = {
    'chance alone': calm,
    'days differ': usual,
    'hours of a day differ, too': { ...usual, traffic: 0.5, run: 0.4 },
  };
  const nightWith = (noise: Noise, more: Partial<Night> = {}): Night => ({
    sessions: 20_000,
    intents: 40,
    days: 28,
    rate: 0.4,
    noise,
    ...more,
  });
  const find = (sessions: readonly SessionSummary[]) =>
    timeOfDayFailure.find({ results: [], sessions }, config);
  const overlaps = (window: Window | undefined, from: number, to: number): boolean =>
    window !== undefined && window.from < to && (window.to > from || window.to < window.from);
  const percent = (n: number, of: number): string =>
    `${((100 * n) / Math.max(1, of)).toFixed(1)} %`;
  const perNight = (n: number): string => (n / replays).toFixed(3);

  it(
    'makes no ticket of chance, of bad days or of an outage',
    () => {
      const down =
        (from: number, to: number) =>
        (rate: number, { day, hour }: Place) =>
          day === 9 && hour >= from && hour < to ? 0.97 : rate;
      const effects: Record<string, (rate: number, place: Place) => number> = {
        'no effect': (rate) => rate,
        'an outage of four hours': down(11, 15),
        'an outage of twelve hours': down(8, 20),
      };
      const rows: Record<string, unknown>[] = [];
      for (const [noise, variation] of Object.entries(noises)) {
        for (const [planted, effect] of Object.entries(effects)) {
          if (variation === calm && planted !== 'no effect') continue;
          const random = createRandom(seeded(21));
          let [tickets, nights, naive, naive20, touching, dated, invented] = [0, 0, 0, 0, 0, 0, 0];
          for (let i = 0; i < replays; i++) {
            const sessions = nightOf(nightWith(variation), random, effect);
            const { patterns } = find(sessions);
            tickets += patterns.length;
            if (patterns.length > 0) nights++;
            if (patterns.some(({ window }) => overlaps(window, 8, 20))) touching++;
            const days = new Set(incidents(sessions).map(({ day }) => day));
            if (days.has('2026-03-11')) dated++;
            if ([...days].some((day) => day !== '2026-03-11')) invented++;
            naive += naiveHours(sessions, 5);
            naive20 += naiveHours(sessions, 20);
          }
          rows.push({
            noise,
            planted,
            'tickets a night (limit 0.2; outage 0)': perNight(tickets),
            'nights with a ticket': nights,
            'of them in the daytime': touching,
            'outage dated as an incident': planted === 'no effect' ? '' : percent(dated, replays),
            'nights with an invented incident': percent(invented, replays),
            'naive, 5 sessions': perNight(naive),
            'naive, 20 sessions': perNight(naive20),
          });
        }
      }
      console.table(rows);
      expect(rows).toHaveLength(7);
    },
    patience,
  );

  it(
    'finds a doubling in three hours of the fourth-largest intent',
    () => {
      const rows: Record<string, unknown>[] = [];
      for (const rate of [0.4, 0.2]) {
        for (const [noise, variation] of Object.entries(noises)) {
          const random = createRandom(seeded(22));
          let [hits, others] = [0, 0];
          for (let i = 0; i < replays; i++) {
            const sessions = nightOf(nightWith(variation, { rate }), random, (same, at) =>
              at.intent === 3 && at.hour >= 9 && at.hour < 12 ? Math.min(1, 2 * same) : same,
            );
            const { patterns } = find(sessions);
            const own = patterns.filter(
              ({ intent, window }) => intent === 'intent_3' && overlaps(window, 9, 12),
            );
            if (own.length > 0) hits++;
            others += patterns.length - own.length;
          }
          rows.push({
            noise,
            rate,
            'found (limit 90 %)': percent(hits, replays),
            'other tickets a night': perNight(others),
          });
        }
      }
      console.table(rows);
      expect(rows).toHaveLength(6);
    },
    patience,
  );

  it(
    'announces the smallest effect that it would have seen',
    () => {
      const rows: Record<string, unknown>[] = [];
      const asked = [
        { intent: 'largest', place: 0, rate: 0.4 },
        { intent: 'tenth', place: 9, rate: 0.4 },
        { intent: 'tenth', place: 9, rate: 0.2 },
      ];
      for (const { intent, place, rate } of asked) {
        for (const [noise, variation] of Object.entries(noises).slice(0, 2)) {
          const random = createRandom(seeded(23));
          const night = nightWith(variation, { rate });
          const announced: number[] = [];
          let [none, found] = [0, 0];
          for (let i = 0; i < replays; i++) {
            const effect = find(nightOf(night, random)).timeOfDay?.smallestEffect[place];
            // Where nothing short of certain failure would be seen, there is nothing to plant.
            if (!effect || effect.detectableRate >= 0.98) none++;
            else {
              announced.push(effect.detectableRate / effect.baseRate);
              const { patterns } = find(nightOf(night, random, raised(effect)));
              if (patterns.some((pattern) => pattern.intent === effect.intent)) found++;
            }
          }
          announced.sort((a, b) => a - b);
          rows.push({
            noise,
            rate,
            intent,
            'announced (times the rate, median)': announced[announced.length >> 1]?.toFixed(2),
            'nothing announced': none,
            'found at that effect (announced: 80 %)': percent(found, announced.length),
          });
        }
      }
      console.table(rows);
      expect(rows).toHaveLength(6);
    },
    patience,
  );
});

describe('rank', () => {
  const usual: Bot = { sessions: 1000, intents: 14, traffic: 0.2, rates: 0.3 };
  const bots: Record<string, Bot> = {
    usual,
    'few sessions': { ...usual, sessions: 250 },
    'bad days': { ...usual, rates: 0.7 },
  };
  const days = 28;
  const drawnAgain = 3;

  it(
    'puts first what is worth most, and keeps the order when the days are drawn again',
    () => {
      const rows: Record<string, unknown>[] = [];
      for (const [name, bot] of Object.entries(bots)) {
        const random = createRandom(seeded(31));
        const [ndcg, count, tau, seconds]: number[][] = [[], [], [], []];
        const covered = { handoff: { n: 0, held: 0 }, effort: { n: 0, held: 0 } };
        const bias = { handoff: [] as number[], effort: [] as number[] };
        for (let i = 0; i < replays; i++) {
          const world = worldOf(bot, random);
          const truth = truthOf(world);
          const list = sampleOf(world, days, random);
          const begun = performance.now();
          const tickets = ranked(list);
          seconds?.push(performance.now() - begun);
          const worth = tickets.map(({ title }) => truth.get(title) ?? 0);
          const byCount = [...tickets].sort((a, b) => b.journeys - a.journeys);
          ndcg?.push(ndcg10(worth, [...truth.values()]));
          count?.push(
            ndcg10(
              byCount.map(({ title }) => truth.get(title) ?? 0),
              [...truth.values()],
            ),
          );
          tickets.forEach(({ category, value: { interval, minutesPerWeek } }, k) => {
            const { spares } = remedies[category];
            const [true0, [low, high]] = [worth[k] ?? 0, interval];
            covered[spares].n++;
            if (low <= true0 && true0 <= high) covered[spares].held++;
            if (k < 10) bias[spares].push(minutesPerWeek / true0);
          });
          const top = tickets.slice(0, 10).map(({ title }) => title);
          for (let k = 0; k < drawnAgain; k++) {
            const again = ranked(redrawn(list, random)).map(({ title }) => title);
            tau?.push(kendall(top, again));
          }
        }
        rows.push({
          bot: name,
          'NDCG@10 (limit 0.95)': mean(ndcg).toFixed(3),
          'by count': mean(count).toFixed(3),
          'tau of the top ten (limit 0.8)': mean(tau).toFixed(3),
          'covered, handoffs (85 to 95 %)': percent(covered.handoff.held, covered.handoff.n),
          'covered, effort (85 to 95 %)': percent(covered.effort.held, covered.effort.n),
          'found / true, handoffs': mean(bias.handoff).toFixed(2),
          'found / true, effort': mean(bias.effort).toFixed(2),
          ms: mean(seconds).toFixed(0),
        });
      }
      console.table(rows);
      expect(rows).toHaveLength(Object.keys(bots).length);
    },
    patience,
  );
});

describe('sixty nights', () => {
  // Two thousand ranks of a night take as long as all replays of other blocks.
  const courses = Math.max(1, Math.round(replays / 10));

  it(
    'keeps the ids, and lets no ticket flicker in and out of the first ten',
    () => {
      const rows: Record<string, unknown>[] = [];
      for (const [counts, drift] of [
        ['chance alone', 0],
        ['drift by 3 % a day', 0.03],
      ] as const) {
        for (const remembers of [false, true]) {
          const random = createRandom(seeded(41));
          const list: Course[] = Array.from({ length: courses }, () =>
            follow(
              worldOf({ sessions: 300, intents: 14, traffic: 0.2, rates: 0.3 }, random),
              { drift, remembers, nights: 60, windowDays: 28 },
              random,
            ),
          );
          const perCourse = (of: (one: Course) => number) => mean(list.map(of)).toFixed(2);
          rows.push({
            counts,
            order: remembers ? 'keeps the first ten' : 'plain',
            'duplicates (limit 0)': perCourse(({ duplicates }) => duplicates),
            'causes renamed (limit 0)': perCourse(({ renamed }) => renamed),
            'came into the first ten': perCourse(({ entered }) => entered),
            'flickered (limit 0)': perCourse(({ flickered }) => flickered),
            'of the first ten, still there': perCourse(({ kept }) => kept),
          });
        }
      }
      console.table(rows);
      expect(rows).toHaveLength(4);
    },
    patience,
  );
});

describe('csat gap and complaints', () => {
  const plain: Contentment = {
    escalated: 15,
    direct: 25,
    common: 0,
    own: 0,
    decline: 0,
    growth: 0,
    paradox: false,
    complaints: 0,
  };
  const worlds: Record<string, Contentment> = {
    'chance alone': plain,
    'few ratings': { ...plain, escalated: 1.5, direct: 2.5 },
    'days differ, for all': { ...plain, common: 6, complaints: 0.5 },
    'days differ, for the escalated': { ...plain, own: 6, complaints: 0.5 },
    'all get worse while more escalate': { ...plain, decline: 15, growth: 1 },
    "other reasons (Simpson's paradox)": { ...plain, paradox: true },
  };

  it(
    'have intervals that hold the truth',
    () => {
      const rows: Record<string, unknown>[] = [];
      for (const [name, world] of Object.entries(worlds)) {
        const random = createRandom(seeded(51));
        let [gapHeld, ratioHeld, plainHeld, gaps, ratios, weekHeld, matchedHeld] = [
          0, 0, 0, 0, 0, 0, 0,
        ];
        const [found, true_, crude, ratio]: [number[], number[], number[], number[]] = [
          [],
          [],
          [],
          [],
        ];
        for (let i = 0; i < 5 * replays; i++) {
          const drawn = contentOf(world, random);
          const { csat, complaints } = figuresOf({ ...drawn, sessions: [] }, config);
          const difference = (csat.direct?.value ?? 0) - (csat.escalated?.value ?? 0);
          true_.push(drawn.gap);
          crude.push(difference);
          if (csat.gap) {
            gaps++;
            found.push(csat.gap.value);
            if (holds(csat.gap.interval, drawn.gap)) gapHeld++;
          }
          if (naiveGapHolds(drawn)) plainHeld++;
          if (holds(gapByWeek(drawn), drawn.gap)) weekHeld++;
          if (holds(ratioByReason(drawn), drawn.ratio)) matchedHeld++;
          if (complaints.ratio) {
            ratios++;
            ratio.push(Math.log(complaints.ratio.value));
            if (holds(complaints.ratio.interval, drawn.ratio)) ratioHeld++;
          }
        }
        rows.push({
          world: name,
          'true gap': mean(true_).toFixed(1),
          'found gap': mean(found).toFixed(1),
          'difference of means': mean(crude).toFixed(1),
          'gap covered (95 %)': percent(gapHeld, gaps),
          'the same by week and day': percent(weekHeld, 5 * replays),
          'difference covered': percent(plainHeld, 5 * replays),
          'ratio (true: 2)': Math.exp(mean(ratio)).toFixed(2),
          'ratio covered (95 %)': percent(ratioHeld, ratios),
          'the same by reason': percent(matchedHeld, 5 * replays),
        });
      }
      console.table(rows);
      expect(rows).toHaveLength(Object.keys(worlds).length);
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
