/** Columns of a table by their names, as people write both. */

/**
 * Where a name stands in the header: as it is written, else in letters of any case. Several places where the header has it
 * more than once, as surveys have that ask the same in two branches; none where it is missing.
 */
export function placesOf(header: readonly string[], name: string): number[] {
  const places = (isIt: (one: string) => boolean) =>
    header.flatMap((one, i) => (isIt(one.trim()) ? [i] : []));
  const exact = places((one) => one === name.trim());
  return exact.length > 0
    ? exact
    : places((one) => one.toLowerCase() === name.trim().toLowerCase());
}

/** The first of a row's cells at these places that says something; empty where none does. */
export function cellAt(cells: readonly string[], places: readonly number[]): string {
  for (const place of places) {
    const cell = (cells[place] ?? '').trim();
    if (cell !== '') return cell;
  }
  return '';
}

/** A row as an object by the names of its header; of columns of one name the first that says something. */
export function rowObject(
  names: readonly string[],
  cells: readonly string[],
): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [i, name] of names.entries()) if (!row[name]) row[name] = cells[i] ?? '';
  return row;
}

/** A name has no digits, but for a survey's questions (`Q1`): what has them may be somebody's. */
const name = /^(?:q\d{1,3}(?:[_.]\d{1,2})*|[\p{L}\p{M} _./()#%&:-]*)$/iu;
const longestName = 30;
const mostWords = 3;

const isName = (cell: string): boolean =>
  name.test(cell) && cell.length <= longestName && cell.split(/\s+/).length <= mostWords;

/** What is said of a header that lacks a column. A first row that is no header holds what is not to be repeated. */
export function describeHeader(header: readonly string[]): string {
  const isData = header.some((cell) => /@|\d{5}|\d{4}-\d\d-\d\d/.test(cell));
  if (isData)
    return 'the first row looks like data: a header with the names of the columns is needed';
  const cells = header.map((cell) => cell.trim());
  return cells.every(isName)
    ? `the file has ${cells.join(', ')}`
    : `the file has ${cells.length} columns, and not all are named by a few words: is the first row a header?`;
}
