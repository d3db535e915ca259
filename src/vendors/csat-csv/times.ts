/** A survey tool's times: with an offset, or local ones of a named zone. */
import { createCalendar } from '../../lib/calendar.js';

const fields = { YYYY: 4, MM: 2, DD: 2, HH: 2, mm: 2, ss: 2 } as const;
type Field = keyof typeof fields;

const isoLike = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/;

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
    if (/(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return epoch(Date.parse(text.replace(' ', 'T')));
    const [, ...parts] = isoLike.exec(text) ?? [];
    return local(parts.length === 0 ? null : parts.map((part) => Number(part ?? 0)));
  };
}

const epoch = (at: number): string | null =>
  Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : null;

/** Year, month, day, hour, minute, second. */
function patternReader(pattern: string): (text: string) => number[] | null {
  const order: Field[] = [];
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/YYYY|MM|DD|HH|mm|ss/g, (field) => {
      order.push(field as Field);
      return fields[field as Field] === 4 ? '(\\d{4})' : '(\\d{1,2})';
    });
  const regular = new RegExp(`^${source}$`);
  return (text) => {
    const [, ...parts] = regular.exec(text) ?? [];
    if (parts.length === 0) return null;
    return (Object.keys(fields) as Field[]).map((field) =>
      Number(parts[order.indexOf(field)] ?? 0),
    );
  };
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
