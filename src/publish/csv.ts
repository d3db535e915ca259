/** Cells of a CSV file that no spreadsheet runs as a formula. */
import { formulaSigns } from '../lib/formula-signs.js';
import { round } from '../lib/round.js';
import { clip } from '../lib/visible.js';

export type Cell = string | number | null;

const longest = 1000;

export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\n`;

/** Numbers with a point, as all programs read them. */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(round(value) ?? '');
  return quoted(clip(value, longest));
}

/** A text of several lines, each cut by itself. */
export const csvText = (lines: readonly string[]): string =>
  quoted(lines.map((line) => clip(line, longest)).join('\n'));

const quoted = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;

/** A text that starts like a formula is run as one, whatever quotes stand around it; an apostrophe before it makes it a text. */
const harmless = (text: string): string => (startsFormula.test(text) ? `'${text}` : text);
const startsFormula = new RegExp(`^\\s*[${formulaSigns}]`);
