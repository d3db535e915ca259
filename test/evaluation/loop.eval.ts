/**
 * The loop, replayed: half of a bot's queries as last month's traffic, its failures labelled by simulated outcomes, our
 * suggestions imported, the other half as next month. `HANDBACK_LOOP=hint3,natcs` picks sets, `HANDBACK_SPLITS=5` their splits;
 * `HANDBACK_BOTS=shadow,nlpjs` the bots, and `HANDBACK_JUDGE=bot` lets the bot's own engine test the suggestions in the shadow's place.
 * `HANDBACK_ROUNDS=1` asks for suggestions once a month instead of until nothing is left, which is slow on large sets.
 */
import { describe, expect, it } from 'vitest';
import type { LabelledPhrase } from '../../src/domain/classifier.js';
import type { Engine } from '../../src/nlu/engine.js';
import { nlpjs } from '../../src/nlu/engines/nlpjs.js';
import { shadow } from '../../src/nlu/engines/shadow.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import { drawn, hasIntentData } from '../support/intents.js';
import { inReadingOrder, monthOfSuggestions, type Read, suggestionsFor } from './loop/ours.js';
import { type Month, mean, monthOf, points, row, worseIntents } from './loop/table.js';
import {
  coarseCodes,
  type Failure,
  idOf,
  type Outcomes,
  type World,
  worlds,
  wrongLabels,
} from './loop/world.js';

const wanted = process.env.HANDBACK_LOOP?.split(',') ?? Object.keys(worlds);
/** Whether the bot's own engine tests the suggestions, as `suggest.engine` lets it, or the shadow does. */
const judgesItself = process.env.HANDBACK_JUDGE === 'bot';
const botIds = (process.env.HANDBACK_BOTS ?? 'shadow').split(',');
const splits = Array.from({ length: Number(process.env.HANDBACK_SPLITS ?? 3) }, (_, i) => i + 1);

/** Last month as the bot heard it, with the truth for a label. */
async function heard(bot: Engine, start: LabelledPhrase[], queries: LabelledPhrase[]) {
  const trained = await bot.train(start);
  const said = await trained.classify(queries.map(({ text }) => text));
  return queries.map(
    ({ text, intent }, i): Failure => ({
      id: idOf(text, i),
      text,
      truth: intent,
      said: said[i]?.intent ?? null,
      sure: said[i]?.probability ?? 0,
      label: intent,
    }),
  );
}

const failed = ({ said, truth }: Failure) => said !== truth;
const withLabels = (failures: readonly Failure[], outcomes: Outcomes) =>
  failures.map((one) => ({ ...one, label: outcomes(one.text, one.truth) }));
const phrasesOf = (failures: readonly Failure[]): LabelledPhrase[] =>
  failures.map(({ text, label }) => ({ text, intent: label }));

/** What the bot did not hand over; that it was right shows nowhere. */
const handledOf = (traffic: readonly Failure[]): LabelledPhrase[] =>
  traffic.filter((one) => !failed(one)).map(({ text, said }) => ({ text, intent: said }));

type Ways = Record<string, LabelledPhrase[]>;

/** What each way of feeding back would import. */
async function waysOf(
  bot: Engine,
  world: World,
  traffic: readonly Failure[],
  seed: number,
): Promise<Ways> {
  const failures = traffic.filter(failed);
  const ours = (labelled: Failure[]) =>
    monthOfSuggestions(
      world.start,
      labelled,
      handledOf(traffic),
      judgesItself ? bot.train : undefined,
    );
  const ways: Ways = {
    'no-match queue, right labels': phrasesOf(traffic.filter(({ said }) => said === null)),
    "bot's own labels": traffic.flatMap(({ text, said }) =>
      said === null ? [] : [{ text, intent: said }],
    ),
  };
  const codes: [string, Outcomes][] = [
    ...[0, 0.2, 0.4].map((wrong): [string, Outcomes] => [
      `${100 * wrong} % wrong`,
      wrongLabels(world, wrong, seed),
    ]),
    ['coarse codes', coarseCodes(world, trainShadow(world.start))],
  ];
  for (const [name, outcomes] of codes) {
    const labelled = withLabels(failures, outcomes);
    ways[`${name}: everything`] = phrasesOf(labelled);
    ways[`${name}: ours`] = await ours(labelled);
    ways[`${name}: perfect filter`] = phrasesOf(labelled.filter((one) => one.label === one.truth));
  }
  return ways;
}

interface Run {
  added: number;
  before: Month;
  after: Month;
  worse: number;
}

async function replay(bot: Engine, world: World, seed: number): Promise<Map<string, Run>> {
  const asked = world.nextMonth.map(({ text }) => text);
  const month = async (phrases: LabelledPhrase[]) =>
    monthOf(world.nextMonth, await (await bot.train(phrases)).classify(asked));
  const before = await month(world.start);
  const runs = new Map<string, Run>();
  const traffic = await heard(bot, world.start, world.lastMonth);
  for (const [way, added] of Object.entries(await waysOf(bot, world, traffic, seed))) {
    const after = await month([...world.start, ...added]);
    const worse = worseIntents(world.nextMonth, before, after).length;
    runs.set(way, { added: added.length, before, after, worse });
  }
  return runs;
}

function print(title: string, all: readonly Map<string, Run>[]) {
  const first = all[0] ?? new Map<string, Run>();
  const befores = all.flatMap((runs) => [...runs.values()].slice(0, 1));
  const at = (key: 'all' | 'inside' | 'outside') =>
    (100 * mean(befores.map(({ before }) => before[key]))).toFixed(1);
  console.log(
    `\n=== ${title}, ${all.length} splits; no feedback: all ${at('all')}, in scope ${at('inside')}, out of scope ${at('outside')}`,
  );
  console.log(row(['', 'added', 'all', 'in scope', 'out of scope', 'worse intents']));
  for (const way of first.keys()) {
    const runs = all.flatMap((one) => one.get(way) ?? []);
    const gain = (key: 'all' | 'inside' | 'outside') =>
      points(mean(runs.map(({ before, after }) => after[key] - before[key])));
    const added = mean(runs.map((one) => one.added)).toFixed(0);
    const worse = mean(runs.map((one) => one.worse)).toFixed(1);
    console.log(row([way, added, gain('all'), gain('inside'), gain('outside'), worse]));
  }
}

describe.runIf(hasIntentData)('the loop', () => {
  const bots: Engine[] = [shadow, nlpjs].filter(({ id }) => botIds.includes(id));
  it.each(wanted)('on %s', async (name) => {
    for (const bot of bots) {
      const all: Map<string, Run>[] = [];
      for (const seed of splits) {
        const world = worlds[name]?.(seed);
        if (world) all.push(await replay(bot, world, seed));
      }
      print(`${name}, ${bot.id} as the bot`, all);
      expect(all.length).toBeGreaterThan(0);
    }
  });
});

const nights = 10;
const aNight = 20;

/** Tonight's failures as phrases, in the order in which a reviewer reads them. */
type Chooser = (
  phrases: LabelledPhrase[],
  open: Failure[],
  seed: number,
  handled: LabelledPhrase[],
) => Promise<Read[]>;

const verbatim = ({ id, text, label }: Failure): Read => ({ text, intent: label, ids: [id] });

const choosers: Record<string, Chooser> = {
  ours: async (phrases, open, _, handled) =>
    inReadingOrder(await suggestionsFor(phrases, open, handled)),
  random: async (_, open, seed) => drawn(open, seed).map(verbatim),
  'lowest confidence': async (_, open) => [...open].sort((a, b) => a.sure - b.sure).map(verbatim),
};

async function gainByNight(world: World, choose: Chooser, seed: number): Promise<number[]> {
  const asked = world.nextMonth.map(({ text }) => text);
  const phrases = [...world.start];
  const taken = new Set<string>();
  const outcomes = wrongLabels(world, 0.2, seed);
  const labels = new Map<string, string | null>();
  const gains: number[] = [];
  for (let night = 0; night <= nights; night++) {
    const trained = await shadow.train(phrases);
    gains.push(monthOf(world.nextMonth, await trained.classify(asked)).all);
    const until = Math.ceil(((night + 1) / nights) * world.lastMonth.length);
    const traffic = await heard(shadow, phrases, world.lastMonth.slice(0, until));
    const open = traffic
      .filter((one) => failed(one) && !taken.has(one.id))
      .map((one) => {
        const known = labels.get(one.id);
        const label = known === undefined ? outcomes(one.text, one.truth) : known;
        labels.set(one.id, label);
        return { ...one, label };
      });
    const truth = new Map(open.map((one) => [one.id, one.truth]));
    // The reviewer reads twenty and refuses those whose label is wrong.
    const read = await choose(phrases, open, seed * 100 + night, handledOf(traffic));
    for (const { text, intent, ids } of read.slice(0, aNight)) {
      for (const id of ids) taken.add(id);
      if (ids.some((id) => truth.get(id) === intent)) phrases.push({ text, intent });
    }
  }
  return gains.map((accuracy) => accuracy - (gains[0] ?? 0));
}

describe.runIf(hasIntentData)('twenty read a night', () => {
  it.each(wanted)('on %s', async (name) => {
    console.log(`\n=== ${name}: gain in points after each of ${nights} nights, 20 % wrong labels`);
    for (const [id, choose] of Object.entries(choosers)) {
      const runs: number[][] = [];
      for (const seed of splits) {
        const world = worlds[name]?.(seed);
        if (world) runs.push(await gainByNight(world, choose, seed));
      }
      const means = Array.from({ length: nights }, (_, i) =>
        mean(runs.map((one) => one[i + 1] ?? 0)),
      );
      console.log(`${id.padEnd(20)}${means.map((gain) => points(gain).padEnd(7)).join('')}`);
      expect(means).toHaveLength(nights);
    }
  });
});
