/** Numbers, dates and money for a reader, as the configured locale writes them. */
import type { Estimate } from '../domain/estimate.js';
import type { Window } from '../domain/ticket.js';

/** A narrow space that no line break parts. */
const thin = '\u202f';
export const unknown = 'unknown';

/** How one locale writes. Shares lie between 0 and 1; what is null is unknown. */
export interface Write {
  decimal(value: number, digits: number): string;
  count(value: number): string;
  /** `1 session`, `2 sessions`. */
  counted(value: number, noun: string): string;
  /** One decimal below 10 %. */
  percent(share: number | null): string;
  wholePercent(share: number): string;
  shareOf(part: number, whole: number): string;
  /** A probability near 1 is not rounded up to it. */
  probability(value: number | null): string;
  minutes(value: number | null): string;
  /** Whole units; a currency that nobody knows is written after its amount. */
  money(value: number, currency: string): string;
  seconds(value: number | null): string;
  /** Minutes of work, in hours from two of them on: `8 hours`, `38 minutes`. */
  duration(minutes: number): string;
  points(value: number | null): string;
  signed(value: number, digits: number): string;
  range(interval: readonly [number, number], digits: number): string;
  /** `4.3 min (95 % interval 3.9 to 4.8, n = 190)`. */
  estimate(given: Estimate | null, unit: string, digits: number): string;
  /** A local date, `2026-02-09`, in words. */
  day(date: string): string;
}

export function writeIn(locale: string): Write {
  const fixed = (digits: number, more: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      ...more,
    });
  const plain = [0, 1, 2, 3].map((digits) => fixed(digits));
  const shares = [0, 1].map((digits) => fixed(digits, { style: 'percent' }));
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });

  // Minus zero is zero to a reader.
  const decimal: Write['decimal'] = (value, digits) => {
    const shown = Number(value.toFixed(digits)) === 0 ? 0 : value;
    return (plain[digits] ?? fixed(digits)).format(shown);
  };
  const count: Write['count'] = (value) => decimal(value, 0);
  const counted: Write['counted'] = (value, noun) =>
    `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
  const percent: Write['percent'] = (share) => {
    if (share === null) return unknown;
    const digits = Math.abs(share) < 0.0995 && share !== 0 ? 1 : 0;
    return (shares[digits] ?? fixed(digits)).format(share === 0 ? 0 : share);
  };
  const range: Write['range'] = ([low, high], digits) =>
    `${decimal(low, digits)} to ${decimal(high, digits)}`;

  return {
    decimal,
    count,
    counted,
    percent,
    range,
    wholePercent: (share) => (shares[0] ?? fixed(0)).format(share),
    shareOf: (part, whole) => (whole === 0 ? unknown : percent(part / whole)),
    probability: (value) => {
      if (value === null) return unknown;
      if (value > 0.9995 && value < 1) return `above ${decimal(0.999, 3)}`;
      return decimal(value, value === 1 || value === 0 ? 0 : 3);
    },
    minutes: (value) =>
      value === null ? unknown : `${decimal(value, Math.abs(value) < 100 ? 1 : 0)}${thin}min`,
    money: (value, currency) => {
      if (!/^[A-Z]{3}$/.test(currency)) return `${decimal(value, 0)}${thin}${currency}`;
      return fixed(0, { style: 'currency', currency }).format(Math.round(value));
    },
    seconds: (value) => {
      if (value === null) return unknown;
      const whole = Math.round(value);
      if (Math.abs(whole) < 60) return `${count(whole)}${thin}s`;
      const rest = whole % 60;
      return `${count(Math.trunc(whole / 60))}${thin}min${rest === 0 ? '' : ` ${count(rest)}${thin}s`}`;
    },
    duration: (value) => {
      if (Math.round(value) < 120) return counted(Math.round(value), 'minute');
      return `${decimal(value / 60, value < 600 ? 1 : 0)} hours`;
    },
    points: (value) => (value === null ? unknown : `${decimal(value, 1)} points`),
    signed: (value, digits) =>
      (Number(value.toFixed(digits)) > 0 ? '+' : '') + decimal(value, digits),
    estimate: (given, unit, digits) => {
      if (!given) return unknown;
      const own = `${decimal(given.value, digits)}${unit === '' ? '' : `${thin}${unit}`}`;
      return `${own} (${percent(0.95)} interval ${range(given.interval, digits)}, n = ${count(given.n)})`;
    },
    day: (date) => {
      const time = Date.parse(`${date}T00:00:00Z`);
      return Number.isNaN(time) ? date : dates.format(time);
    },
  };
}

const dayNames = { weekdays: 'weekdays', weekend: 'weekends', all: 'every day' } as const;

export function windowOf({ days, from, to }: Window): string {
  return `${dayNames[days]}, ${hours(from, to)}`;
}

export function hours(from: number, to: number): string {
  const two = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return `${two(from)}–${two(to)}`;
}

/** Time into a conversation, in minutes and seconds: `12:05`. */
export function elapsed(milliseconds: number): string {
  const whole = Math.max(0, Math.round(milliseconds / 1000));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
