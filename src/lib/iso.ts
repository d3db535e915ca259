/** Moments in ISO 8601 as `toISOString` writes them, many times faster: a log has several in each of its lines. */
import { dayMs } from './calendar.js';

const isoLength = '2026-01-01T00:00:00.000Z'.length;

/** undefined where no date holds it. @param at milliseconds since 1970 */
export function iso(at: number): string | undefined {
  if (!Number.isFinite(at) || Math.abs(at) >= 8.64e15) return undefined;
  const whole = Math.round(at);
  const day = Math.floor(whole / dayMs);
  // A log tells of few days.
  if (day !== knownDay) {
    knownDay = day;
    knownDate = new Date(day * dayMs).toISOString().slice(0, -'00:00:00.000Z'.length);
  }
  const millis = whole - day * dayMs;
  const minutes = Math.floor(millis / 60_000);
  const seconds = Math.floor(millis / 1000) % 60;
  return `${knownDate}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds)}.${three(millis % 1000)}Z`;
}
let knownDay = Number.NaN;
let knownDate = '';

const twos = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const two = (n: number): string => twos[n] ?? '';
const three = (n: number): string => (n === 0 ? '000' : String(n).padStart(3, '0'));

/** What most logs write is ours already; days that not every month has are left to the calendar. */
const usual =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/** The same moment as we write it; undefined where the text is something else, or must be looked at more closely. */
export function usualIso(text: string): string | undefined {
  if (!usual.test(text)) return undefined;
  return text.length === isoLength ? text : `${text.slice(0, -1)}.000Z`;
}

/** Of a moment that we wrote the milliseconds within its second; NaN else. */
export const millisIn = (at: string): number => (isIso(at) ? Number(at.slice(20, 23)) : Number.NaN);
/** The same second with other milliseconds. */
export const withMillis = (at: string, millis: number): string =>
  `${at.slice(0, 20)}${three(millis)}Z`;

/** As `toISOString` writes the years from 0 to 9999, which are in the order of their letters. */
const isIso = (at: string): boolean => at.length === isoLength && at[23] === 'Z' && at[19] === '.';

/** For `sort`: below 0 where the first of two moments is earlier. */
export function compareMoments(a: string, b: string): number {
  if (!isIso(a) || !isIso(b)) return Date.parse(a) - Date.parse(b);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const mailDate =
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})$/;

/** `Mon, 02 Mar 2026 14:20:00 GMT`, which has an offset always. */
export const isMailDate = (value: unknown): value is string =>
  typeof value === 'string' && mailDate.test(value);
