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

/** Of names of columns in exports of surveys and of help desks. What is made of other words may be what somebody said. */
const usualWords = new Set(
  `account address agent answer assigned at attempt bot browser call case category channel chat city client closed code column
  comment company complaint completed contact conversation country created csat custom customer data date desk detail
  disposition distribution duration effort email end ended external feedback field finished first from group guid handle
  handled hold hour id in ip is issue key label language last latitude level list link locale location longitude mail mean
  message metric minute modified month name note nps ces number of on opened operator org outcome owner phone platform priority
  product progress queue queued question rating reason received recipient record recorded reference region requester
  resolution resolved respondent responded response result score second sent sentiment session skill source speaker stars
  start started status subject submitted summary survey system tag talk team text ticket time timestamp timezone title to
  topic total transcript transfer transferred type updated url user utc uuid value version visitor wait week wrap year`.split(
    /\s+/,
  ),
);
/** A survey's question (`Q2_4`), or the place of a field; no longer number, which may be somebody's. */
const place = /^(?:q?\d{1,2}|q\d{3})$/;
const mostNamed = 40;

const wordsOf = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$3 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');

function isName(cell: string, looked: ReadonlySet<string>): boolean {
  const words = wordsOf(cell);
  const isUsual = (word: string) =>
    [word, word.replace(/s$/, '')].some((one) => usualWords.has(one) || looked.has(one));
  return (
    words.some((word) => !/^\d+$/.test(word)) &&
    words.every((word) => isUsual(word) || place.test(word))
  );
}

/**
 * What is said of a header that lacks a column. A first row that is no header holds what is not to be repeated.
 *
 * @param looked names of columns that were looked for: the header's may be alike
 */
export function describeHeader(header: readonly string[], looked: readonly string[]): string {
  const isData = header.some((cell) => /@|\d{5}|\d{4}-\d\d-\d\d/.test(cell));
  if (isData)
    return 'the first row looks like data: a header with the names of the columns is needed';
  const alike = new Set(looked.flatMap(wordsOf));
  const named = header
    .map((cell) => cell.trim())
    .filter((cell) => isName(cell, alike))
    .slice(0, mostNamed);
  const others = header.length - named.length;
  if (named.length === 0)
    return `the file has ${header.length} columns, none with a usual name: is the first row a header?`;
  return `the file has ${named.join(', ')}${others === 0 ? '' : ` and ${others} more`}`;
}
