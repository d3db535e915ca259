/** What a CSV file does not say of itself, told by its beginning: where its table begins, its delimiter, its escape sign. */

const delimiters = [',', ';', '\t', '|'] as const;
/** Enough lines to see whether a sign stands equally often in each. */
const linesLooked = 20;

export interface CsvForm {
  delimiter: string;
  /** What stands before a quote inside quotes. */
  escapeSign: string;
  /** Line of the header: Excel's `sep=;` and the titles of reports stand above it. */
  headerLine: number;
}

/** @param delimiter where the config names one */
export function csvForm(head: string, delimiter?: string): CsvForm {
  const [first = '', ...rest] = linesOf(head);
  const told = /^"?sep=(.)"?\s*$/i.exec(first)?.[1];
  const sign = delimiter ?? told ?? delimiterOf(head);
  return {
    delimiter: sign,
    escapeSign: escapeOf(head),
    headerLine: told === undefined ? 1 + titlesIn([first, ...rest], sign) : 2,
  };
}

/**
 * The sign that parts as many cells in the lines that follow as in the header; of several, the one that parts most. What
 * stands in quotes does not count, since questions are headers too.
 */
export function delimiterOf(head: string): string {
  const lines = linesOf(unquoted(head)).slice(0, linesLooked);
  const score = (sign: string) => {
    const counts = lines
      .filter((line) => line.trim() !== '')
      .map((line) => line.split(sign).length - 1);
    // Titles stand above the header.
    const at = counts.findIndex((count) => count > 0);
    const header = counts[at] ?? 0;
    const alike = counts.slice(at + 1).filter((count) => count === header).length;
    return header === 0
      ? 0
      : header + linesLooked * linesLooked * (alike / Math.max(1, counts.length - 1));
  };
  return delimiters.reduce<string>((best, sign) => (score(sign) > score(best) ? sign : best), ',');
}

/**
 * Lines without the delimiter above the first one that has it: titles where a blank line parts them from it or a row like it
 * follows. Else they are a table of one column, one of whose cells has a comma.
 */
function titlesIn(lines: readonly string[], sign: string): number {
  const at = lines.slice(0, linesLooked).findIndex((line) => line.includes(sign));
  if (at < 1 || lines[at - 1]?.trim() === '') return Math.max(0, at);
  const [cells, ...rest] = linesOf(unquoted(lines.slice(at).join('\n')))
    .slice(0, linesLooked)
    .map((line) => line.split(sign).length);
  return cells !== undefined && rest.includes(cells) ? at : 0;
}

/**
 * A quote inside quotes is doubled but in what MySQL (a backslash) and pgAdmin (an apostrophe) write. Only where a quote
 * follows that sign within words, and no quote is doubled. Words have apostrophes of their own, also at the end of a cell:
 * that of pgAdmin is there several times or before a word (`said '"no'", and`), and any other one is doubled.
 */
function escapeOf(head: string): string {
  if (/[^,;\t|\r\n]""[^,;\t|\r\n]/.test(head)) return '"';
  const signs = [...head.matchAll(/[^,;\t|\r\n"]([\\'])"(?!\s*(?:[,;\t|\r\n]|$))/g)].map(
    ([, sign]) => sign,
  );
  if (signs.includes('\\')) return '\\';
  const isSign = signs.length > 1 || /[ ([{:']'"[\p{L}\p{N}]/u.test(head);
  return isSign && !/(?<!')'(?!['"])/.test(head) ? "'" : '"';
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

const unquoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""');

/** What is no table, by how it begins; undefined of all else. */
export function otherFormat(head: string): string | undefined {
  const start = head.trimStart();
  if (/^(?:\{\s*["}]|\[\s*[[{])/.test(start)) return 'JSON';
  return /^<(?:\?xml|!doctype|html|table|\w+[ >])/i.test(start) ? 'XML or HTML' : undefined;
}
