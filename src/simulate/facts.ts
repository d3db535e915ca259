/** What a config must be told about a simulated business. */
import type { Category } from '../domain/categories.js';
import { defaultTimeZone, type SimulationOptions } from './options.js';
import { planDays, plannedOutage } from './plan.js';
import { worldOf } from './world-of.js';

export interface SimulationFacts {
  /** The fictional company. */
  title: string;
  platform: string;
  botId: string;
  timeZone: string;
  locale: string;
  region: string;
  verificationSlots: string[];
  queues: string[];
  /** Wrap-up code to the intents whose contacts get it; an empty list marks a code that says nothing. */
  codes: Record<string, string[]>;
  /** What was planted at the level of a cohort. */
  planted: {
    deadEnd: { category: Category; intent: string };
    badHours: { category: Category; intent: string; days: 'weekdays'; from: number; to: number };
    /** Local hours, `to` exclusive; null when the simulation is too short for one. */
    outage: { day: string; from: number; to: number } | null;
  };
}

export function simulationFacts(options: SimulationOptions): SimulationFacts {
  const world = worldOf(options);
  const wants = [...world.intents, ...world.uncovered];
  const codes = new Map<string, string[]>(world.emptyCodes.map((code) => [code, []]));
  for (const { code, name } of world.intents) codes.set(code, [...(codes.get(code) ?? []), name]);
  for (const { code } of world.uncovered) if (!codes.has(code)) codes.set(code, []);
  const { intent, from, to } = world.badHours;
  return {
    title: world.company,
    platform: 'rasa',
    botId: world.botId,
    timeZone: options.timeZone ?? defaultTimeZone,
    locale: world.locale,
    region: 'GB',
    verificationSlots: world.slots.flatMap((slot) => (slot.verification ? [slot.name] : [])),
    queues: [...new Set([...wants.map(({ queue }) => queue), world.generalQueue])].sort(),
    codes: Object.fromEntries(codes),
    planted: {
      deadEnd: { category: 'dead_end_intent', intent: world.deadEnd },
      badHours: { category: 'time_of_day_failure', intent, days: 'weekdays', from, to },
      outage: plannedOutage(planDays(options)),
    },
  };
}
