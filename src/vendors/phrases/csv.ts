import { formulaSigns } from '../../lib/formula-signs.js';

/** A row of a console's CSV file, quoted as RFC 4180 has it. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\n`;

const cell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * Consoles invite to edit these files in a spreadsheet, which runs a cell that begins so as a formula: what a customer wrote must
 * not, so no phrase of a patch that has such a file begins with them.
 */
export const formulaStart = new RegExp(`^[\\s/${formulaSigns}]+`);
