/** Calendar of the business: local dates and hours of moments, daylight saving respected. */

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** Of an average month. */
export const weeksAMonth = 365.25 / 12 / 7;

export interface LocalTime {
  /** YYYY-MM-DD. */
  day: string;
  /** 0 to 23. */
  hour: number;
  weekend: boolean;
}

export interface Calendar {
  timeZone: string;
  local(at: number): LocalTime;
  /** First moment of a local date. */
  startOf(day: string): number;
}

/** A calendar for an IANA time zone. @throws RangeError when the zone is unknown. */
export function createCalendar(timeZone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const offsets = new Map<number, number>();

  /** Zone offset in ms. Zones change their offset at quarter hours, so one answer serves a quarter. */
  function offset(at: number): number {
    const quarter = Math.floor(at / 900_000);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const base = quarter * 900_000;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(base)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const found = Date.UTC(year, month - 1, day, hour, minute, second) - base;
    offsets.set(quarter, found);
    return found;
  }

  /** By hour of the local clock: a night asks for each of them some hundred times. */
  const hours = new Map<number, LocalTime>();

  function local(at: number): LocalTime {
    const hour = Math.floor((at + offset(at)) / hourMs);
    const known = hours.get(hour);
    if (known) return known;
    const shifted = new Date(hour * hourMs);
    const weekday = shifted.getUTCDay();
    const found = {
      day: shifted.toISOString().slice(0, 10),
      hour: shifted.getUTCHours(),
      weekend: weekday === 0 || weekday === 6,
    };
    hours.set(hour, found);
    return found;
  }

  /** Bisection over the only hours in which midnight can be: zones lie within 14 hours of UTC. */
  function startOf(day: string): number {
    const utc = Date.parse(`${day}T00:00:00Z`);
    let low = utc - 15 * hourMs;
    let high = utc + 15 * hourMs;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (local(middle).day >= day) high = middle;
      else low = middle;
    }
    return high;
  }

  return { timeZone, local, startOf };
}

/** Whether a name is an IANA time zone that this system knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The date `days` after a YYYY-MM-DD date (before it where negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Saturday or Sunday, of a YYYY-MM-DD date. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** ISO week of a date, such as 2026-W47: from Monday on, and of the year that its Thursday is in. */
export function isoWeekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  return `${year}-W${String(1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7)).padStart(2, '0')}`;
}

/** The Monday of a date's ISO week. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}
