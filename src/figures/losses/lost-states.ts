/** The states of the bot's flow at which customers are lost: where they were when they left, or were given away. */
import type { LostState } from '../../domain/figures.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';
import { announcesFrom, fewestVisits } from '../settings.js';
import type { Flow, Step } from './flow.js';

/** Every state of the bot with a loss, those that lose more than others first. */
export function lostStates(flows: readonly Flow[]): LostState[] {
  const farewells = farewellStates(flows);
  const states = new Map<string, Omit<LostState, 'share' | 'interval' | 'excess'>>();
  for (const { steps, lost } of flows) {
    const bot = botStates(steps).filter((state) => !farewells.has(state));
    const times = new Map<string, number>();
    for (const state of bot) times.set(state, (times.get(state) ?? 0) + 1);
    const last = lost ? bot.at(-1) : undefined;
    for (const [state, visits] of times) {
      const known = states.get(state) ?? {
        state,
        visits: 0,
        sessions: 0,
        lost: 0,
        lostOnReturn: 0,
      };
      states.set(state, known);
      known.visits += visits;
      known.sessions += 1;
      if (state !== last) continue;
      known.lost += 1;
      if (visits > 1) known.lostOnReturn += 1;
    }
  }
  const all = [...states.values()];
  const usual =
    sum(all.map(({ lost }) => lost)) / Math.max(1, sum(all.map(({ visits }) => visits)));
  return all
    .filter(({ lost }) => lost > 0)
    .map((state) => ({
      ...state,
      share: state.lost / state.visits,
      interval: wilsonInterval(state.lost, state.visits),
      excess: state.lost - usual * state.visits,
    }))
    .sort((a, b) => b.excess - a.excess || (a.state < b.state ? -1 : 1));
}

const botStates = (steps: readonly Step[]) =>
  steps.filter(({ actor }) => actor === 'bot').map(({ state }) => state);

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function farewellStates(flows: readonly Flow[]): Set<string> {
  const counts = new Map<string, { visits: number; ends: number }>();
  for (const { steps, lost } of flows) {
    const bot = botStates(steps);
    bot.forEach((state, i) => {
      const count = counts.get(state) ?? { visits: 0, ends: 0 };
      counts.set(state, count);
      count.visits += 1;
      if (lost && i === bot.length - 1) count.ends += 1;
    });
  }
  const farewells = [...counts].filter(
    ([, { visits, ends }]) => visits >= fewestVisits && ends >= announcesFrom * visits,
  );
  return new Set(farewells.map(([state]) => state));
}
