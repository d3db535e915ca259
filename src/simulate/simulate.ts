/**
 * A fictional business with its bot, its agents and its customers, and the truth of what went wrong. The same options
 * give the same records, byte for byte.
 */
import { createRandom } from '../lib/random.js';
import { talkToBot } from './bot/bot.js';
import { drawHour, timeWriter } from './clock.js';
import { usualHabits } from './habits.js';
import { comeDirectly, journey } from './journey.js';
import { defaultTimeZone, type SimulatedDay, type SimulationOptions } from './options.js';
import { type DayPlan, moments, planDays, plannedOutage } from './plan.js';
import { plantedHabits } from './planted.js';
import { readManners } from './read-world.js';
import { contactRecord, surveyRecord } from './records.js';
import { type Simulation, sceneAt } from './run.js';
import type { SimulationSetting } from './scene.js';
import { usualTraffic } from './traffic.js';
import { trainUnderstanding } from './understanding.js';
import { worldOf } from './world-of.js';

function setStage(options: SimulationOptions): SimulationSetting {
  const world = worldOf(options);
  return {
    world,
    understand: trainUnderstanding(world),
    intents: new Map(world.intents.map((intent) => [intent.name, intent])),
    slots: new Map(world.slots.map((slot) => [slot.name, slot])),
    ...readManners(world),
    habits: options.planted ? plantedHabits(options.planted) : usualHabits,
  };
}

/** Sessions for one handoff, measured on a small trial of the same world. */
function sessionsPerHandoff(run: Simulation): number {
  const trials = 600;
  let handoffs = 0;
  for (let i = 0; i < trials; i++) {
    const random = createRandom('trial', run.stage.world.id, i);
    const hour = drawHour(random, false);
    const moment = { at: Date.parse(run.options.from), day: '', hour, weekend: false };
    if (talkToBot(sceneAt(run, moment, random)).handoff) handoffs++;
  }
  return trials / Math.max(1, handoffs);
}

function simulateDay(
  run: Simulation,
  plan: DayPlan,
  sessions: number,
  directs: number,
): SimulatedDay {
  const { seed, world } = run.options;
  const of = (...keys: (string | number)[]) => createRandom(world, seed, plan.day, ...keys);
  const journeys = moments(run.traffic, plan, sessions, of('times')).map((moment, i) =>
    journey(run, moment, of('journey', i)),
  );
  const direct = moments(run.traffic, plan, directs, of('direct times')).map((moment, i) =>
    comeDirectly(run, moment, of('direct', i)),
  );
  const parts = [...journeys.flatMap(({ contacts }) => contacts), ...direct].sort(
    (a, b) => a.queuedAt - b.queuedAt || (a.contactId < b.contactId ? -1 : 1),
  );
  return {
    day: plan.day,
    sessions: journeys.map(({ session }) => session),
    contacts: parts.map((part) => contactRecord(part, run.time)),
    surveys: parts.flatMap((part) =>
      part.rating ? [surveyRecord(part, part.rating, run.time)] : [],
    ),
    truth: journeys.flatMap(({ truth }) => (truth ? [truth] : [])),
    details: journeys.flatMap(({ details }) => (details ? [details] : [])),
  };
}

/** One local day after the other; only one is in memory at a time. */
export function* simulateDays(options: SimulationOptions): Generator<SimulatedDay> {
  const days = planDays(options);
  const traffic = { ...usualTraffic, ...options.traffic };
  const run: Simulation = {
    options,
    traffic,
    stage: setStage(options),
    time: timeWriter(options.timeZone ?? defaultTimeZone),
    end: (days.at(-1)?.start ?? 0) + 86_400_000,
    outage: plannedOutage(days),
  };
  const total = options.journeys * sessionsPerHandoff(run);
  for (const plan of days)
    yield simulateDay(
      run,
      plan,
      Math.round(total * plan.share),
      Math.round(options.journeys * traffic.directRatio * plan.share),
    );
}

/** The whole simulation in memory. */
export function simulate(options: SimulationOptions): Omit<SimulatedDay, 'day'> {
  const days = [...simulateDays(options)];
  return {
    sessions: days.flatMap(({ sessions }) => sessions),
    contacts: days.flatMap(({ contacts }) => contacts),
    surveys: days.flatMap(({ surveys }) => surveys),
    truth: days.flatMap(({ truth }) => truth),
    details: days.flatMap(({ details }) => details),
  };
}
