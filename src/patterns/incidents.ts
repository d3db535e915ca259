/** Bursts on one day: far more failures in some hours than the same hours of other days have. An incident, never a ticket. */
import type { SessionSummary } from '../domain/journey.js';
import type { Incident } from '../domain/report.js';
import { hourRange } from '../lib/wording.js';
import { type Burst, burstsOf } from './bursts.js';
import { countHours, type HourCounts, type Hours, within } from './hours.js';
import { nightlyLevel } from './settings.js';

interface Signal {
  /** How many times the usual a burst has at least. */
  times: number;
  noun: string;
  failed(session: SessionSummary): boolean;
}

const signals: readonly Signal[] = [
  {
    times: 3,
    noun: 'have a backend error',
    failed: ({ backendError }) => backendError,
  },
  {
    times: 1.5,
    noun: 'escalate or are given up',
    failed: ({ outcome }) => outcome !== 'contained',
  },
];

/** @returns incidents in order of time; a burst that one intent carries names it */
export function incidents(sessions: readonly SessionSummary[]): Incident[] {
  const found: Incident[] = [];
  for (const signal of signals) {
    const hours = countHours(sessions, signal.failed);
    const subjects = [wholeBot(hours), ...hours.intents.filter(({ intent }) => intent !== null)];
    const level = nightlyLevel / (subjects.length * signals.length);
    for (const subject of subjects) {
      const bursts = burstsOf(subject, hours, { times: signal.times, level });
      for (const burst of bursts.sort(bySize)) {
        if (found.some((other) => other.day === burst.day && meets(other, burst))) continue;
        found.push(told(burst, subject.intent ?? carrierOf(burst, hours), signal));
      }
    }
  }
  return found.sort((a, b) => (a.day === b.day ? a.from - b.from : a.day < b.day ? -1 : 1));
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

/** The largest first; of those that hold the same, the shortest. */
const bySize = (a: Burst, b: Burst): number =>
  b.size - a.size || a.to - a.from - (b.to - b.from) || a.from - b.from;

const meets = (a: Burst | Incident, b: Burst): boolean => a.from <= b.to && b.from <= a.to;

/** The intent with four fifths of a burst's failures; null where it is the only one that was asked for anyway. */
function carrierOf({ day, from, to, failed }: Burst, { days, intents }: Hours): string | null {
  const at = days.findIndex((one) => one.day === day);
  const asked = intents.filter(({ sessions }) => within(sessions, at, from, to) > 0);
  const carrier = asked.find((one) => within(one.failed, at, from, to) >= 0.8 * failed);
  return asked.length > 1 ? (carrier?.intent ?? null) : null;
}

function told(
  { day, from, to, n, failed, expected }: Burst,
  intent: string | null,
  { noun }: Signal,
): Incident {
  const usual = Math.round(10 * expected) / 10;
  const who = intent === null ? '' : `"${intent}": `;
  const note = `${who}${hourRange(from, to)}, ${failed} of ${n} sessions ${noun}; usual are ${usual.toFixed(1)}.`;
  return { day, from, to, ...(intent !== null && { intent }), failed, expected: usual, note };
}
