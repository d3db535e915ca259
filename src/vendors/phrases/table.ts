/** A console's CSV file of phrases: its rows, and new rows put between them while every other byte stays as it is. */
import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../../domain/errors.js';
import type { TrainingFile } from '../vendor.js';

export interface Row {
  cells: string[];
  /** Which of the cells stand in quotes. */
  quoted: boolean[];
  /** In bytes of UTF-8: where it ends, its line end counted. */
  end: number;
}

export interface Table {
  rows: Row[];
  delimiter: string;
}

/** Files come from spreadsheets and scripts: one may have several line ends. */
const lineEnds = ['\r\n', '\n', '\r'];

/** @throws UsageError with the file's path, where a quote is never closed */
export function tableOf({ path, text }: TrainingFile, delimiter: string): Table {
  try {
    const found = parse(text, {
      bom: true,
      info: true,
      delimiter,
      record_delimiter: lineEnds,
      relax_column_count: true,
      // An inch or a quote within words is no reason to lose all rows below it.
      relax_quotes: true,
      skip_empty_lines: true,
      cast: (value, { quoting }) => ({ value, quoting }),
    }) as unknown as Parsed[];
    const rows = found.map(({ record, info }) => ({
      cells: record.map(({ value }) => value),
      quoted: record.map(({ quoting }) => quoting),
      end: info.bytes,
    }));
    return { rows, delimiter };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new UsageError(`${path}: no CSV (${cause.code}); check quotes and the delimiter`, {
      cause,
    });
  }
}

interface Parsed {
  record: { value: string; quoting: boolean }[];
  info: { bytes: number };
}

export interface NewRow {
  /** The row below which it is put; it is quoted as that one is. */
  after: Row;
  cells: readonly string[];
}

/** The file with rows put in; several below the same row stand in their order. */
export function withRows(
  text: string,
  { rows, delimiter }: Table,
  added: readonly NewRow[],
): string {
  const bytes = Buffer.from(text);
  const lineEnd = lineEndOf(bytes, rows);
  const places = [...new Set(added.map(({ after }) => after.end))].sort((a, b) => a - b);
  const pieces: (Buffer | string)[] = [];
  let from = 0;
  for (const end of places) {
    const lines = added
      .filter(({ after }) => after.end === end)
      .map((row) => written(row, delimiter));
    pieces.push(bytes.subarray(from, end));
    // The last row of a file may have no line end: the new last row then has none either.
    if (endsLine(bytes, end)) pieces.push(...lines.map((line) => line + lineEnd));
    else pieces.push(...lines.map((line) => lineEnd + line));
    from = end;
  }
  pieces.push(bytes.subarray(from));
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece))).toString('utf8');
}

const lineFeed = 10;
const carriageReturn = 13;

const endsLine = (bytes: Buffer, end: number): boolean =>
  bytes[end - 1] === lineFeed || bytes[end - 1] === carriageReturn;

/** As the first row ends. */
function lineEndOf(bytes: Buffer, rows: readonly Row[]): string {
  const end = rows[0]?.end ?? 0;
  if (!endsLine(bytes, end)) return '\n';
  if (bytes[end - 1] === carriageReturn) return '\r';
  return bytes[end - 2] === carriageReturn ? '\r\n' : '\n';
}

const written = ({ after, cells }: NewRow, delimiter: string): string =>
  cells.map((cell, i) => cellOf(cell, delimiter, after.quoted[i] ?? false)).join(delimiter);

/** Blanks at an end are lost by readers that trim what stands without quotes. */
function cellOf(cell: string, delimiter: string, isQuoted: boolean): string {
  const mustQuote = isQuoted || cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell);
  return mustQuote ? `"${cell.replaceAll('"', '""')}"` : cell;
}
