/**
 * Whether an upload to Cognigy merges or replaces is not documented, so the whole file comes back with example sentences put below
 * those of their intents: nothing is lost either way. A file of the new ones alone is written only where it is asked for.
 */
import { csvRow } from '../phrases/csv.js';
import { patchTables, wordsInTable } from '../phrases/phrase-table.js';
import type { PatchWriter } from '../vendor.js';
import { example, intentsIn } from './rows.js';
import { options } from './training.js';

const additivePath = 'sentences-to-add.csv';

type Own = ReturnType<typeof options.parse>;

const limitsOf = ({ longest_phrase: longestPhrase }: Own) => ({ longestPhrase });

export const patch: PatchWriter = {
  title: 'Cognigy intents (CSV)',
  patch(suggestions, files, given = {}) {
    const own = options.parse(given);
    const patched = patchTables(suggestions, files, {
      read: intentsIn,
      missing: 'no Cognigy intents among the training files',
      limits: limitsOf(own),
      none: own.out_of_scope_intent,
      cells: ({ cells: [intent = ''] }, text) => [intent, example, text],
    });
    const rows = patched.placements.map(({ intent, text }) => csvRow([intent, example, text]));
    const isAdditive = own.new_rows_alone && rows.length > 0;
    const additive = isAdditive ? [{ path: additivePath, text: rows.join('') }] : [];
    return { files: [...patched.files, ...additive], notes: patched.notes };
  },
  wordsOf: (text, given = {}) => wordsInTable(text, limitsOf(options.parse(given))),
};
