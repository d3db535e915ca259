/** Times as people's tools write them: with an offset, or local ones of a named zone. */

import { createCalendar } from '../../lib/calendar.js';
import { escapeRegExp } from '../../lib/escape-reg-exp.js';
import { isMailDate, usualIso } from '../../lib/iso.js';

/** What stands for each part of a moment in a pattern, and which part it is. */
const fields: Record<string, { part: Part; pattern: string }> = {
  YYYY: { part: 'year', pattern: '\\d{4}' },
  YY: { part: 'year', pattern: '\\d{2}' },
  MMMM: { part: 'month', pattern: '\\p{L}+\\.?' },
  MMM: { part: 'month', pattern: '\\p{L}{3,4}\\.?' },
  MM: { part: 'month', pattern: '\\d{1,2}' },
  M: { part: 'month', pattern: '\\d{1,2}' },
  DD: { part: 'day', pattern: '\\d{1,2}' },
  D: { part: 'day', pattern: '\\d{1,2}' },
  HH: { part: 'hour', pattern: '\\d{1,2}' },
  H: { part: 'hour', pattern: '\\d{1,2}' },
  hh: { part: 'hour', pattern: '\\d{1,2}' },
  h: { part: 'hour', pattern: '\\d{1,2}' },
  mm: { part: 'minute', pattern: '\\d{1,2}' },
  m: { part: 'minute', pattern: '\\d{1,2}' },
  ss: { part: 'second', pattern: '\\d{1,2}' },
  s: { part: 'second', pattern: '\\d{1,2}' },
  SSS: { part: 'fraction', pattern: '\\d{1,9}' },
  A: { part: 'half', pattern: '[AaPp]\\.?[Mm]\\.?' },
  a: { part: 'half', pattern: '[AaPp]\\.?[Mm]\\.?' },
};
type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half';

export const knownFields: readonly string[] = Object.keys(fields);
/** A field, a text in brackets, or one sign. */
const piece = new RegExp(`\\[([^\\]]*)\\]|(${knownFields.join('|')})|([\\s\\S])`, 'g');
const named = ['iso', 'epoch_seconds', 'epoch_millis'];

/** Letters of a pattern that stand for nothing; the T between date and time is a sign. */
export function unknownLetters(format: string): string[] {
  if (named.includes(format)) return [];
  const rest = format.replace(piece, (_, text?: string, field?: string, sign?: string) =>
    text === undefined && field === undefined && sign !== 'T' ? (sign ?? '') : ' ',
  );
  return [...new Set(rest.match(/\p{L}+/gu))];
}

const isoLike = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/;

/** The offset may be of hours alone, as PostgreSQL writes it, and stand apart. */
const withOffset =
  /^(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)$/;

function offsetOf(zone: string): string {
  const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return hours === undefined ? 'Z' : `${hours}:${minutes}`;
}

export type TimeReader = (text: string) => string | null;

/** Returns ISO 8601 with an offset, or null where the text is no time of that format or names no moment. */
export function timeReader(format: string, timeZone: string | undefined): TimeReader {
  if (format === 'epoch_seconds') return (text) => epoch(Number(text) * 1000);
  if (format === 'epoch_millis') return (text) => epoch(Number(text));
  const local = timeZone === undefined ? () => null : localReader(timeZone);
  if (format !== 'iso') {
    const read = patternReader(format);
    return (text) => local(read(text));
  }
  return (text) => {
    const usual = usualIso(text);
    if (usual !== undefined) return usual;
    const [, moment, zone] = withOffset.exec(text) ?? [];
    if (moment !== undefined && zone !== undefined)
      return epoch(Date.parse(moment.replaceAll('/', '-').replace(' ', 'T') + offsetOf(zone)));
    const [, ...parts] = isoLike.exec(text) ?? [];
    if (parts.length > 0) return local(parts.map((part) => Number(part ?? 0)));
    if (isMailDate(text)) return epoch(Date.parse(text));
    return numbered(text, local);
  };
}

/** The day that spreadsheets count from, and the days of 1954 to 2119: a number of so many digits is no other time. */
const dayZero = Date.UTC(1899, 11, 30);
const serial = /^[2-7]\d{4}(?:[.,]\d+)?$/;

/** Times that are numbers tell by their length whether they count seconds, milliseconds or a spreadsheet's days. */
function numbered(text: string, local: (parts: number[] | null) => string | null): string | null {
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return epoch(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return epoch(Number(text));
  if (!serial.test(text)) return null;
  const seconds = Math.round(Number(text.replace(',', '.')) * 86_400);
  const at = new Date(dayZero + seconds * 1000);
  return local([
    at.getUTCFullYear(),
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  ]);
}

const epoch = (at: number): string | null =>
  Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : null;

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** Year, month, day, hour, minute, second. */
function patternReader(pattern: string): (text: string) => number[] | null {
  const order: Part[] = [];
  const source = pattern.replace(piece, (whole, text?: string, field?: string) => {
    const known = field === undefined ? undefined : fields[field];
    if (!known) return escapeRegExp(text ?? whole);
    order.push(known.part);
    return `(${known.pattern})`;
  });
  const regular = new RegExp(`^${source}$`, 'u');
  return (text) => {
    const [, ...found] = regular.exec(text) ?? [];
    if (found.length === 0) return null;
    const part = (name: Part) => found[order.indexOf(name)];
    const year = Number(part('year') ?? 0);
    return [
      (part('year') ?? '').length === 2 ? 2000 + year : year,
      monthOf(part('month') ?? '1'),
      Number(part('day') ?? 1),
      hourOf(Number(part('hour') ?? 0), part('half')),
      Number(part('minute') ?? 0),
      Number(part('second') ?? 0),
    ];
  };
}

/** 13 where it is no month, which no calendar has. */
function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1 || 13;
}

/** 12 AM is midnight, 12 PM noon. 24 where the clock has no such hour. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function localReader(timeZone: string): (parts: number[] | null) => string | null {
  const calendar = createCalendar(timeZone);
  return (parts) => {
    if (!parts) return null;
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
    const utc = Date.UTC(year, month - 1, day, hour, minute, second);
    if (new Date(utc).getUTCMonth() !== month - 1 || hour > 23 || minute > 59) return null;
    const date = new Date(utc).toISOString().slice(0, 10);
    const clock = ((hour * 60 + minute) * 60 + second) * 1000;
    // Midnight plus the clock's reading is right but for the days on which the clocks change: there, the offset at that time.
    const guess = calendar.startOf(date) + clock;
    const drift = calendar.local(guess).hour - hour;
    return epoch(guess - (Math.abs(drift) <= 2 ? drift * 3_600_000 : 0));
  };
}
