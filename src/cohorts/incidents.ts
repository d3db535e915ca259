/** Bursts on one day: far more failures in some hours than the same hours of other days have. An incident, never a ticket. */
import type { JourneyResult, SessionSummary } from '../domain/journey.js';
import type { Incident } from '../domain/report.js';
import { poissonTail } from '../stats/poisson-tail.js';
import { countHours, type HourCounts, type Hours, hasHour, within } from './hours.js';
import { hourRange } from './words.js';

/** Chance of a single false incident in a night without any, over all hours of all days (Bonferroni). */
const nightlyLevel = 0.01;
/** Fewer than these days of the same kind (weekday, weekend) make no "usual". */
const minimumOtherDays = 3;
/** An incident is worth a person's look: so many failures too many, and so many times the usual. */
const minimumExcess = 5;

interface Signal {
  id: 'backend_error' | 'failure';
  times: number;
  noun: string;
  failed(session: SessionSummary): boolean;
}

const signals: readonly Signal[] = [
  {
    id: 'backend_error',
    times: 3,
    noun: 'have a backend error',
    failed: ({ backendError }) => backendError,
  },
  {
    id: 'failure',
    times: 1.5,
    noun: 'escalate or are given up',
    failed: ({ outcome }) => outcome !== 'contained',
  },
];

interface Burst extends Incident {
  size: number;
}

/** @returns incidents in order of time; a burst that one intent carries names it */
export function incidents(sessions: readonly SessionSummary[]): Incident[] {
  const found: Burst[] = [];
  for (const signal of signals) {
    const hours = countHours(sessions, signal.failed);
    const subjects = [wholeBot(hours), ...hours.intents.filter(({ intent }) => intent !== null)];
    for (const subject of subjects) {
      const bursts = burstsOf(subject, hours, signal, subjects.length * signals.length);
      for (const burst of bursts.sort((a, b) => b.size - a.size || a.from - b.from)) {
        if (found.some((other) => other.day === burst.day && meets(other, burst))) continue;
        found.push(subject.intent === null ? named(burst, hours) : burst);
      }
    }
  }
  return found
    .sort((a, b) => (a.day === b.day ? a.from - b.from : a.day < b.day ? -1 : 1))
    .map(({ size: _, ...incident }) => incident);
}

/** Whether a journey's failure belongs to one of these incidents. */
export function inIncident(
  { day, hour, botIntent }: JourneyResult,
  list: readonly Incident[],
): boolean {
  return list.some(
    (incident) =>
      incident.day === day &&
      hasHour(incident, hour) &&
      (incident.intent === undefined || incident.intent === botIntent),
  );
}

function wholeBot({ days, intents }: Hours): HourCounts {
  const size = days.length * 25;
  const whole = { intent: null, sessions: new Int32Array(size), failed: new Int32Array(size) };
  for (const { sessions, failed } of intents) {
    for (let i = 0; i < size; i++) {
      whole.sessions[i] = (whole.sessions[i] ?? 0) + (sessions[i] ?? 0);
      whole.failed[i] = (whole.failed[i] ?? 0) + (failed[i] ?? 0);
    }
  }
  return whole;
}

interface DayCount {
  day: number;
  n: number;
  failed: number;
  expected: number;
}

function burstsOf(counts: HourCounts, { days }: Hours, signal: Signal, subjects: number): Burst[] {
  const level = nightlyLevel / (days.length * 300 * subjects);
  const found: Burst[] = [];
  for (const weekend of [false, true]) {
    const list = days.flatMap((day, i) => (day.weekend === weekend ? [i] : []));
    if (list.length <= minimumOtherDays) continue;
    for (let from = 0; from < 24; from++) {
      for (let to = from + 1; to <= 24; to++) {
        const usual = compared(counts, list, from, to);
        const dispersion = dispersionOf(usual);
        for (const { day, n, failed, expected } of usual) {
          if (failed - expected < minimumExcess || failed < signal.times * expected) continue;
          if (poissonTail(failed / dispersion, expected / dispersion) > level) continue;
          found.push({
            day: days[day]?.day ?? '',
            from,
            to,
            ...(counts.intent !== null && { intent: counts.intent }),
            failed,
            expected: Math.round(10 * expected) / 10,
            note: noteOf(counts.intent, { n, failed, expected }, from, to, signal),
            size: (failed - expected) / Math.sqrt(expected * dispersion),
          });
        }
      }
    }
  }
  return found;
}

/** Each day's hours against the same hours of the other days. */
function compared(
  counts: HourCounts,
  list: readonly number[],
  from: number,
  to: number,
): DayCount[] {
  let n = 0;
  let failed = 0;
  const own = list.map((day) => {
    const here = {
      day,
      n: within(counts.sessions, day, from, to),
      failed: within(counts.failed, day, from, to),
      expected: 0,
    };
    n += here.n;
    failed += here.failed;
    return here;
  });
  // Half a failure more than was seen: hours that never failed before may fail once.
  for (const day of own)
    day.expected = (day.n * (failed - day.failed + 0.5)) / Math.max(1, n - day.n + 0.5);
  return own;
}

/** How much more the days differ than Poisson counts would; the largest is left out, for it may be the incident. */
function dispersionOf(days: readonly DayCount[]): number {
  const squares = days
    .filter(({ expected }) => expected > 0)
    .map(({ failed, expected }) => (failed - expected) ** 2 / expected)
    .sort((a, b) => a - b)
    .slice(0, -1);
  if (squares.length === 0) return 1;
  return Math.max(1, squares.reduce((a, b) => a + b, 0) / squares.length);
}

const meets = (a: Incident, b: Incident): boolean => a.from <= b.to && b.from <= a.to;

/** One intent with four fifths of a burst's failures is what burst. */
function named(burst: Burst, { days, intents }: Hours): Burst {
  const day = days.findIndex((one) => one.day === burst.day);
  const carrier = intents.find(
    ({ intent, failed }) =>
      intent !== null && within(failed, day, burst.from, burst.to) >= 0.8 * burst.failed,
  );
  const others = intents.filter((one) => one !== carrier && one.intent !== null);
  const alone = others.every(({ sessions }) => within(sessions, day, burst.from, burst.to) === 0);
  if (!carrier?.intent || alone) return burst;
  return { ...burst, intent: carrier.intent, note: `"${carrier.intent}": ${burst.note}` };
}

function noteOf(
  intent: string | null,
  { n, failed, expected }: Omit<DayCount, 'day'>,
  from: number,
  to: number,
  { noun }: Signal,
): string {
  const who = intent === null ? '' : `"${intent}": `;
  return `${who}${hourRange(from, to)}, ${failed} of ${n} sessions ${noun}; usual are ${expected.toFixed(1)}.`;
}
