/**
 * Whether an upload to Cognigy merges or replaces is not documented, so the whole file comes back with example sentences put below
 * those of their intents: right in both cases. A file of the new ones alone is written only where it is asked for.
 */
import { csvRow } from '../phrases/csv.js';
import { formulaSigns, patchTables } from '../phrases/phrase-table.js';
import type { PatchWriter } from '../vendor.js';
import { example, tablesOf } from './rows.js';
import { options } from './training.js';

const additivePath = 'sentences-to-add.csv';

export const patch: PatchWriter = {
  title: 'Cognigy intents (CSV)',
  patch(suggestions, files, given = {}) {
    const own = options.parse(given);
    const problems: string[] = [];
    const tables = tablesOf(files, (problem) => problems.push(problem));
    if (tables.length === 0)
      return { files: [], notes: [...problems, 'no Cognigy intents among the training files'] };
    const {
      files: changed,
      placements,
      notes,
    } = patchTables(suggestions, tables, {
      limits: { longestPhrase: own.longest_phrase, reserved: formulaSigns },
      none: own.out_of_scope_intent ?? null,
      cells: ({ row }, text) => [row.cells[0] ?? '', example, text],
    });
    const rows = placements.map(({ intent, text }) => csvRow([intent, example, text]));
    const isAdditive = own.new_rows_alone && rows.length > 0;
    return {
      files: [...changed, ...(isAdditive ? [{ path: additivePath, text: rows.join('') }] : [])],
      notes,
    };
  },
};
