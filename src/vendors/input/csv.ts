/** CSV files as rows, whatever program of whichever country wrote them. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { csvForm, otherFormat } from './csv-form.js';
import { fromEncoding, isUtf8 } from './encoding.js';
import { BrokenInput, type InputFile } from './input.js';
import { longestPiece } from './lines.js';

/** The first piece of a file as text, without a last line that is cut off. Empty where nothing can be read. */
export async function headOf(file: InputFile): Promise<string> {
  let text: string | undefined;
  try {
    for await (const chunk of file.chunks()) {
      if (text !== undefined) return wholeLines(text);
      text = chunk.toString('utf8').replace(/^\uFEFF/, '');
    }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
  }
  return text ?? '';
}

function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n');
  return end > 0 ? text.slice(0, end) : text;
}

export interface CsvRow {
  line: number;
  cells: string[];
}
export type CsvPiece = CsvRow | { line: number; fault: string };

/** Rows that are handed on at once: a promise for each row costs more than its work. */
const batch = 500;

interface KnownForm {
  delimiter?: string | undefined;
  encoding?: string | undefined;
}

/** Rows in order, the header among them; what cannot be read any further is a fault. */
export async function* csvRows(file: InputFile, form: KnownForm = {}): AsyncGenerator<CsvPiece> {
  for await (const rows of csvBatches(file, form)) yield* rows;
}

/** The same, several at once. */
export async function* csvBatches(
  file: InputFile,
  form: KnownForm = {},
): AsyncGenerator<CsvPiece[]> {
  let rows: CsvPiece[] = [];
  const decoded = await decodedFile(file, form);
  const head = await headOf(decoded);
  const other = otherFormat(head);
  if (other !== undefined) {
    yield [{ line: 1, fault: `no CSV: the file begins like ${other}` }];
    return;
  }
  const { delimiter, escapeSign, headerLine } = csvForm(head, form.delimiter);
  let line = headerLine;
  /** A break of two signs within a cell is two lines to the parser. */
  let countedTwice = 0;
  let width = 0;
  const parser = parse({
    bom: true,
    info: true,
    delimiter,
    escape: escapeSign,
    from_line: headerLine,
    relax_column_count: true,
    // A blank before a quote; tabs are blanks to the parser.
    ltrim: delimiter !== '\t',
    // An inch or a quote within words is no reason to lose all rows below it.
    relax_quotes: true,
    skip_empty_lines: true,
    // Spreadsheets write rows of delimiters alone below what was ever filled in.
    skip_records_with_empty_values: true,
    max_record_size: longestPiece,
  });
  const input = Readable.from(decoded.chunks());
  input.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: string[]; info: { lines: number } };
      const first = info.lines - countedTwice - breaksIn(record);
      countedTwice += doubleBreaksIn(record);
      width ||= record.length;
      const more = record.findLastIndex((cell) => cell !== '') + 1;
      rows.push(more > width ? tooWide(first, more, width) : { line: first, cells: plain(record) });
      line = info.lines - countedTwice + 1;
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

/** Cells that a delimiter within words parted would move all others to the wrong column. */
const tooWide = (line: number, cells: number, width: number): CsvPiece => ({
  line,
  fault: `${cells} cells under a header of ${width}: text with a delimiter or a quote in it must stand in quotes, its own quotes doubled`,
});

/** Line breaks within the cells of a row, as the parser counts them. */
const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (/[\r\n]/.test(cell) ? cell.split(/[\r\n]/).length - 1 : 0), 0);

const doubleBreaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\r\n') ? cell.split('\r\n').length - 1 : 0), 0);

/** `="00123"` is how spreadsheets are told to keep the zeros of an id. */
function plain(cells: string[]): string[] {
  for (const [i, cell] of cells.entries())
    if (cell.startsWith('="')) cells[i] = cell.replace(/^="(.*)"$/s, '$1');
  return cells;
}

/** Excel writes the encoding of its country, which in most countries is Windows-1252, unless asked for UTF-8. */
const usualEncoding = 'windows-1252';

async function decodedFile(file: InputFile, { encoding }: KnownForm): Promise<InputFile> {
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
