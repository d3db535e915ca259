/** When customers come, and how a moment is written. */
import type { Random } from '../lib/random.js';

const quarterMs = 900_000;

export type WriteTime = (at: number) => string;

/** Writes moments as ISO 8601 with the zone's own offset, such as `2026-10-30T09:15:00+00:00`. */
export function timeWriter(timeZone: string): WriteTime {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const offsets = new Map<number, { ms: number; text: string }>();
  function offset(at: number) {
    const quarter = Math.floor(at / quarterMs);
    const known = offsets.get(quarter);
    if (known) return known;
    const name = format
      .formatToParts(quarter * quarterMs)
      .find(({ type }) => type === 'timeZoneName');
    const match = /GMT([+-])(\d\d):(\d\d)/.exec(name?.value ?? '');
    const [sign, hours, minutes] = match ? match.slice(1) : ['+', '00', '00'];
    const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
    const found = { ms: sign === '-' ? -size : size, text: `${sign}${hours}:${minutes}` };
    offsets.set(quarter, found);
    return found;
  }
  return (at) => {
    const { ms, text } = offset(at);
    return `${wallClock(at + ms)}${text}`;
  };
}

const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const dates = new Map<number, string>();

/** As `toISOString` writes it, to the second; a date is worked out once, for there are millions of times. */
function wallClock(ms: number): string {
  const second = Math.floor(ms / 1000);
  const day = Math.floor(second / 86_400);
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * 86_400_000).toISOString().slice(0, 11);
    dates.set(day, date);
  }
  const rest = second - day * 86_400;
  const hour = twoDigits[Math.floor(rest / 3600)];
  const minute = twoDigits[Math.floor(rest / 60) % 60];
  return `${date}${hour}:${minute}:${twoDigits[rest % 60]}`;
}

/** Share of a day's conversations by local hour: nobody at four, most at eleven, a second hill after work. */
const weekday = [
  4, 2, 1, 1, 1, 3, 10, 28, 58, 82, 92, 96, 88, 84, 80, 76, 74, 78, 80, 66, 48, 34, 20, 10,
];
const weekend = [
  6, 3, 2, 1, 1, 2, 6, 14, 30, 52, 66, 70, 66, 60, 56, 52, 50, 48, 46, 42, 36, 28, 18, 10,
];

/** How busy a day is against an average weekday. */
export const dayWeight = (isWeekend: boolean): number => (isWeekend ? 0.45 : 1);

/** A local hour drawn from the daily profile. */
export function drawHour(random: Random, isWeekend: boolean): number {
  const profile = isWeekend ? weekend : weekday;
  return random.weighted([...profile.keys()], (hour) => profile[hour] ?? 0);
}
