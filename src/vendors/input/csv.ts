/** CSV files, and what they do not say of themselves: delimiter and encoding. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { fromEncoding, isUtf8 } from './encoding.js';
import { BrokenInput, type InputFile } from './input.js';
import { longestPiece } from './lines.js';

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

export interface CsvRow {
  line: number;
  cells: string[];
}
export type CsvPiece = CsvRow | { line: number; fault: string };

/** Rows that are handed on at once: a promise for each row costs more than its work. */
const batch = 500;

interface CsvForm {
  delimiter?: string | undefined;
  encoding?: string | undefined;
}

/** Rows in order, the header among them; what cannot be read any further is a fault. */
export async function* csvRows(file: InputFile, form: CsvForm = {}): AsyncGenerator<CsvPiece> {
  for await (const rows of csvBatches(file, form)) yield* rows;
}

/** The same, several at once. */
export async function* csvBatches(file: InputFile, form: CsvForm = {}): AsyncGenerator<CsvPiece[]> {
  let line = 1;
  let rows: CsvPiece[] = [];
  const decoded = await decodedFile(file, form);
  const delimiter = form.delimiter ?? delimiterOf(await headOf(decoded));
  const parser = parse({
    bom: true,
    info: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestPiece,
  });
  const input = Readable.from(decoded.chunks());
  input.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: string[]; info: { lines: number } };
      rows.push({ line, cells: record });
      line = info.lines + 1;
      if (rows.length < batch) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    if (error instanceof BrokenInput) rows.push({ line, fault: error.message });
    else if (error instanceof CsvError)
      rows.push({
        line,
        fault: `no CSV from here on (${error.code}); check quotes and the delimiter`,
      });
    else throw error;
  } finally {
    input.destroy();
  }
  if (rows.length > 0) yield rows;
}

/** Excel writes the encoding of its country, which in most countries is Windows-1252, unless asked for UTF-8. */
const usualEncoding = 'windows-1252';

async function decodedFile(file: InputFile, { encoding }: CsvForm): Promise<InputFile> {
  const named = encoding ?? ((await isText(file)) ? undefined : usualEncoding);
  if (named === undefined) return file;
  return { path: file.path, chunks: () => fromEncoding(file.chunks(), named) };
}

/** Large tables are read twice. */
const knownTexts = new WeakMap<InputFile, boolean>();

/** A file that breaks off is told by what reads it. */
async function isText(file: InputFile): Promise<boolean> {
  try {
    const known = knownTexts.get(file) ?? (await isUtf8(file.chunks()));
    knownTexts.set(file, known);
    return known;
  } catch (error) {
    if (error instanceof BrokenInput) return true;
    throw error;
  }
}
