/** Statistics by simulation: each part in its own block, with the naive method beside it. */
import { describe, expect, it } from 'vitest';
import { seeded } from '../stats/seeded.js';
import { type Choice, createRandom, type Followed, replay, type World } from './statistics/fix.js';

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
});
