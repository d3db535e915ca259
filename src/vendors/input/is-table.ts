/** Whether a file that may hold JSON is a table, told by its beginning. */
import { csvForm } from './csv-form.js';
import { beginsWithJson, firstLines, holdsJson } from './holds-json.js';

/**
 * By a column that is known, or by a delimiter and no line of JSON. One line alone says too little: it may be the title above
 * an object that is longer than the beginning.
 */
export function isTable(head: string, known: readonly string[]): boolean {
  const names = columnsIn(head).map(plainName);
  if (known.some((name) => names.includes(plainName(name)))) return true;
  return firstLines(head).length > 1 && head.includes(csvForm(head).delimiter) && !holdsJson(head);
}

/** What would be the names of its columns; none where it begins with JSON. */
export function columnsIn(head: string): string[] {
  if (beginsWithJson(head)) return [];
  const start = head.trimStart();
  const { delimiter, headerLine } = csvForm(start);
  return (start.split(/\r\n|\n|\r/)[headerLine - 1] ?? '')
    .split(delimiter)
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
}

/** Names differ by how a table is exported: `@message`, `"Contact ID"`, `contact_id`. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
