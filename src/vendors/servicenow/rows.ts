/** The NLU Workbench's table of utterances: `Intent,Utterance`, one a row. */
import type { PhraseTable } from '../phrases/phrase-table.js';
import { type Table, tableOf } from '../phrases/table.js';
import type { TrainingFile } from '../vendor.js';

/** Spreadsheets quote what they like, and some write a byte order mark. */
const header = /^\uFEFF?"?Intent"?,"?Utterance"?[^\S\r\n]*(?:[\r\n]|$)/;

/** null where the file is none of these. @throws UsageError as `tableOf` does */
export function utterancesIn(file: TrainingFile): PhraseTable | null {
  if (!header.test(file.text)) return null;
  const table = tableOf(file, ',');
  const entries = entriesOf(table);
  return { file, table, entries, unread: table.rows.length - 1 - entries.length };
}

function entriesOf({ rows: [, ...rows] }: Table): PhraseTable['entries'] {
  return rows.flatMap((row) => {
    const [intent = '', text = ''] = row.cells.map((cell) => cell.trim());
    return intent === '' ? [] : [{ row, intent, ...(text !== '' && { text }) }];
  });
}
