/** Which days and hours the customers come in, and on which day the backend fails. */
import { addDays, createCalendar } from '../lib/calendar.js';
import type { Random } from '../lib/random.js';
import { dayWeight, drawHour } from './clock.js';
import { defaultTimeZone, type SimulationOptions } from './options.js';
import type { Traffic } from './traffic.js';

/** Local hours in which the backend is down on the outage day, `to` exclusive. */
const outageHours = { from: 11, to: 15 };

export interface DayPlan {
  day: string;
  start: number;
  weekend: boolean;
  /** Of all that the simulation holds. */
  share: number;
}

export function planDays(options: SimulationOptions): DayPlan[] {
  const calendar = createCalendar(options.timeZone ?? defaultTimeZone);
  const days = Array.from({ length: options.days }, (_, i) => {
    const day = addDays(options.from, i);
    const start = calendar.startOf(day);
    const { weekend } = calendar.local(start);
    return { day, start, weekend, share: options.traffic?.hours ? 1 : dayWeight(weekend) };
  });
  const total = days.reduce((sum, { share }) => sum + share, 0);
  return days.map((plan) => ({ ...plan, share: plan.share / total }));
}

/** The planted burst of backend failures: one weekday, a little past the middle. Too short a simulation has none. */
export function plannedOutage(days: readonly DayPlan[]) {
  if (days.length < 5) return null;
  const later = days.slice(Math.floor(days.length * 0.55));
  const day = later.find(({ weekend }) => !weekend)?.day;
  return day === undefined ? null : { day, ...outageHours };
}

export interface Moment {
  at: number;
  day: string;
  hour: number;
  weekend: boolean;
}

/** `count` moments of a day, in order. */
export function moments(
  { hours }: Traffic,
  plan: DayPlan,
  count: number,
  random: Random,
): Moment[] {
  return Array.from({ length: count }, () => {
    const hour = hours ? random.int(hours.from, hours.to - 1) : drawHour(random, plan.weekend);
    const at = plan.start + (hour * 3600 + random.int(0, 3599)) * 1000;
    return { at, day: plan.day, hour, weekend: plan.weekend };
  }).sort((a, b) => a.at - b.at);
}
