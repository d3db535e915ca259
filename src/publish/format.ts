/** Numbers for a reader, the same in every locale: a narrow space parts thousands and units, a point the decimals. */
import type { Estimate } from '../domain/report.js';
import type { Window } from '../domain/ticket.js';

const thin = '\u202f';
const minus = '\u2212';
export const unknown = 'unknown';

export function decimal(value: number, digits: number): string {
  const rounded = Number(value.toFixed(digits));
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thin);
  return (rounded < 0 ? minus : '') + grouped + (fraction ? `.${fraction}` : '');
}

export const count = (value: number): string => decimal(value, 0);

/** `1 session`, `2 sessions`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** A share from 0 to 1; one decimal below 10 %. */
export function percent(share: number | null): string {
  if (share === null) return unknown;
  const digits = Math.abs(share) < 0.0995 && share !== 0 ? 1 : 0;
  return `${decimal(share * 100, digits)}${thin}%`;
}

export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? unknown : percent(part / whole);

/** A probability near 1 must not be rounded up to it. */
export function probability(value: number | null): string {
  if (value === null) return unknown;
  if (value > 0.9995 && value < 1) return `above 0.999`;
  return decimal(value, value === 1 || value === 0 ? 0 : 3);
}

export function minutes(value: number | null): string {
  if (value === null) return unknown;
  return `${decimal(value, Math.abs(value) < 100 ? 1 : 0)}${thin}min`;
}

export function seconds(value: number | null): string {
  if (value === null) return unknown;
  const whole = Math.round(value);
  if (whole < 60) return `${whole}${thin}s`;
  const rest = whole % 60;
  return `${count(Math.floor(whole / 60))}${thin}min${rest === 0 ? '' : ` ${rest}${thin}s`}`;
}

export const points = (value: number | null): string =>
  value === null ? unknown : `${decimal(value, 1)} points`;

export function signed(value: number, digits: number): string {
  return (Number(value.toFixed(digits)) > 0 ? '+' : '') + decimal(value, digits);
}

export function range([low, high]: readonly [number, number], digits: number): string {
  return `${decimal(low, digits)} to ${decimal(high, digits)}`;
}

/** `4.3 min (95 % interval 3.9 to 4.8, n = 190)`. */
export function estimate(given: Estimate | null, unit: string, digits: number): string {
  if (!given) return unknown;
  const { value, interval, n } = given;
  const own = `${decimal(value, digits)}${unit === '' ? '' : `${thin}${unit}`}`;
  return `${own} (95${thin}% interval ${range(interval, digits)}, n = ${count(n)})`;
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
