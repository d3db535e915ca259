/** What a CSV file does not say of itself. */
import { BrokenInput, type InputFile } from './input.js';

const delimiters = [',', ';', '\t', '|'] as const;
/** Enough lines to see whether a sign stands equally often in each. */
const linesLooked = 20;

/**
 * The sign that parts as many cells in the lines that follow as in the header; of several, the one that parts most. What
 * stands in quotes does not count, since questions are headers too.
 */
export function delimiterOf(head: string): string {
  const lines = unquoted(head).split(/\r?\n/).slice(0, linesLooked);
  const score = (sign: string) => {
    const [header = 0, ...rest] = lines
      .filter((line) => line.trim() !== '')
      .map((line) => line.split(sign).length - 1);
    const alike = rest.filter((count) => count === header).length;
    return header === 0
      ? 0
      : header + linesLooked * linesLooked * (alike / Math.max(1, rest.length));
  };
  return delimiters.reduce<string>((best, sign) => (score(sign) > score(best) ? sign : best), ',');
}

const unquoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""');

/** The first piece of a file as text, its last line perhaps cut off. Empty where nothing can be read. */
export async function headOf(file: InputFile): Promise<string> {
  try {
    for await (const chunk of file.chunks()) {
      const text = chunk.toString('utf8').replace(/^\uFEFF/, '');
      const whole = text.lastIndexOf('\n');
      return whole > 0 ? text.slice(0, whole) : text;
    }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
  }
  return '';
}
