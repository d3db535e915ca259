/** What one simulation keeps to itself, and the scene of one customer in it. */
import type { Channel } from '../domain/records.js';
import type { Random } from '../lib/random.js';
import type { WriteTime } from './clock.js';
import type { SimulationOptions } from './options.js';
import type { Moment, plannedOutage } from './plan.js';
import { oneOf, type Scene, type SimulationSetting } from './scene.js';
import type { Traffic } from './traffic.js';

export interface Simulation {
  options: SimulationOptions;
  traffic: Traffic;
  stage: SimulationSetting;
  time: WriteTime;
  /** Nothing begins after this moment. */
  end: number;
  outage: ReturnType<typeof plannedOutage>;
}

const channels: [Channel, number][] = [
  ['chat', 0.72],
  ['messaging', 0.12],
  ['voice', 0.16],
];

/** One of a list of things with their shares. */
export const draw = <T>(random: Random, list: readonly [T, number][]): T =>
  random.weighted(list, ([, weight]) => weight)[0];

const isOutage = ({ outage }: Simulation, { day, hour }: Moment): boolean =>
  outage !== null && day === outage.day && hour >= outage.from && hour < outage.to;

/** A customer with a want, drawn by the wants' weights. */
export function sceneAt(run: Simulation, moment: Moment, random: Random): Scene {
  const { world, customers, intents } = run.stage;
  const want = random.weighted([...world.intents, ...world.uncovered], ({ weight }) => weight);
  const { from, to } = world.badHours;
  return {
    stage: run.stage,
    random,
    want,
    covered: intents.has(want.name),
    channel: draw(random, channels),
    startedAt: moment.at,
    angry: random.chance(0.06),
    detail: random.pick(want.details),
    manner: oneOf(customers, random),
    facts: new Map(),
    badHour: !moment.weekend && moment.hour >= from && moment.hour < to,
    outage: isOutage(run, moment),
  };
}
