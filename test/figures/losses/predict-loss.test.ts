import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../src/figures/losses/flow.js';
import { learnLosses, lossSigns } from '../../../src/figures/losses/predict-loss.js';
import { seeded } from '../../support/seeded.js';
import { flow, times } from './support.js';

/** Sessions that wander at random through four states; `stuck` ones come back to the date and are mostly lost. */
function sessions(n: number, seed: number, rate: (stuck: boolean) => number): Flow[] {
  const random = seeded(seed);
  return times(n, () => {
    const stuck = random() < 0.3;
    const between = times(3, () => ['name', 'city', 'price'][Math.floor(random() * 3)]).join(
      ' +x ',
    );
    const states = `greet +x date +y ${stuck ? 'date +y ' : ''}${between} +x end`;
    return flow(states, random() < rate(stuck));
  });
}
const planted = (n: number, seed: number) => sessions(n, seed, (stuck) => (stuck ? 0.8 : 0.1));
const unplanted = (n: number, seed: number) => sessions(n, seed, () => 0.3);

describe('losses foretold', () => {
  const [taught, unseen] = [planted(600, 1), planted(400, 2)];

  it('ranks sessions that it has not seen by what was taught', () => {
    const score = learnLosses(taught);
    const [stuck, smooth] = [true, false].map((wanted) =>
      unseen
        .filter(({ steps }) => steps.filter(({ state }) => state === 'date').length > 1 === wanted)
        .map(({ steps }) => score(steps.slice(0, -2))),
    );
    expect(Math.min(...(stuck ?? []))).toBeGreaterThan(Math.max(...(smooth ?? [])));
  });

  it('names the return as the sign, with how many were lost after it', () => {
    const signs = lossSigns(taught);
    const back = signs.find(({ sign }) => sign === 'the bot comes back to: date');
    const stuck = taught.filter(
      ({ steps }) => steps.filter(({ state }) => state === 'date').length > 1,
    );
    expect(back).toMatchObject({
      sessions: stuck.length,
      lost: stuck.filter(({ lost }) => lost).length,
    });
    expect(back?.interval[0]).toBeGreaterThan(0.6);
  });

  it('names no sign that is met in every session, nor where a session stood', () => {
    for (const { sign } of lossSigns(taught)) {
      expect(sign).not.toMatch(/greet|before|length/);
      expect(lossSigns(taught).every(({ interval: [low] }) => low > 0.3)).toBe(true);
    }
  });

  it('finds no sign where losses come by chance', () => {
    const found = [3, 4, 5, 6, 7].map((seed) => lossSigns(unplanted(600, seed)).length);
    expect(found.filter((n) => n > 0).length).toBeLessThanOrEqual(1);
  });

  it('learns nothing from too few losses, or too few that were kept', () => {
    expect(lossSigns(sessions(300, 8, () => 0.02))).toEqual([]);
    expect(lossSigns(sessions(300, 9, () => 1))).toEqual([]);
    expect(lossSigns([])).toEqual([]);
  });

  it('does not look at the end, which would give a loss away', () => {
    const given = sessions(400, 10, () => 0.3).map(({ steps, lost }) => ({
      lost,
      steps: [...steps, { actor: 'bot' as const, state: lost ? 'transfer' : 'goodbye' }],
    }));
    expect(
      lossSigns(given)
        .map(({ sign }) => sign)
        .join(),
    ).not.toMatch(/transfer|goodbye/);
  });
});
