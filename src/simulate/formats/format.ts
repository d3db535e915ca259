/** The shape of a vendor's export: what each of its files gets of one day. */
import type { SimulatedDay } from '../options.js';

export interface Format {
  /** Text to its file's name, relative to the folder; a name that comes back on another day is added to. */
  pages(day: SimulatedDay): Record<string, string>;
  /** Files that are written once, such as one a contact. */
  whole?(day: SimulatedDay): Record<string, string>;
}

export const jsonLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Quotes double inside quotes (RFC 4180). */
const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const csvLine = (cells: readonly (string | number | boolean | undefined)[]): string =>
  `${cells.map((cell) => quoted(String(cell ?? ''))).join(',')}\n`;

/** A file a day, with its header. */
export const csvPage = (
  header: readonly string[],
  rows: readonly (readonly (string | number | boolean | undefined)[])[],
): string => [header, ...rows].map(csvLine).join('');

/** UTC with milliseconds, as most vendors write. */
export const utc = (time: string): string => new Date(time).toISOString();
export const utcOrNull = (time: string | undefined): string | null =>
  time === undefined ? null : utc(time);
export const epochSeconds = (time: string): number => Date.parse(time) / 1000;

/** Nobody's vendor writes another's platform: only digits and the sign before them. */
export const plainPhone = (phone: string | undefined): string | undefined =>
  phone?.replace(/[^+\d]/g, '');
