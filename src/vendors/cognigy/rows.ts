/** Cognigy's file of intents: no header; the intent, a kind of property, its value. */
import type { IntentRow, PhraseTable } from '../phrases/phrase-table.js';
import { type Table, tableOf } from '../phrases/table.js';
import type { TrainingFile } from '../vendor.js';

export const example = 'exampleSentence';
const kinds = [example, 'defaultReply', 'confirmationSentence', 'rules'];

/** The console tells the delimiter by itself, and spreadsheets of some countries write another. */
const delimiters = [',', ';', '\t', '|'];

/** null where the file is none of these. @throws UsageError as `tableOf` does, where it begins as one and cannot be read */
export function intentsIn(file: TrainingFile): PhraseTable | null {
  const delimiter = delimiterOf(file);
  if (delimiter === undefined) return null;
  const table = tableOf(file, delimiter);
  const entries = entriesOf(table);
  return { file, table, entries, unread: table.rows.length - entries.length };
}

/** By the first row alone: its second cell is a kind of property. */
function delimiterOf({ text }: TrainingFile): string | undefined {
  const head = text.slice(0, headLength);
  if (!kinds.some((kind) => head.includes(kind))) return undefined;
  return delimiters.find((sign) => {
    const cell = `(?:"(?:[^"]|"")*"|[^"${sign}\\r\\n]*)`;
    const start = new RegExp(`^\\uFEFF?\\s*${cell}[${sign}]"?(?:${kinds.join('|')})"?[${sign}]`);
    return start.test(head);
  });
}
const headLength = 4000;

/** Rows of another kind, and such as name no intent, are left out. */
function entriesOf({ rows }: Table): IntentRow[] {
  return rows.flatMap((row) => {
    const [name = '', kind = '', value = ''] = row.cells.map((cell) => cell.trim());
    if (name === '' || !kinds.includes(kind)) return [];
    return [{ row, intent: name, ...(kind === example && { text: value }) }];
  });
}
