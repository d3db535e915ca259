/**
 * An import into Kore.ai replaces all utterances of the tasks that are in the file, so the exported file comes back whole with
 * utterances put below those of their intents; one of the new ones alone would delete the others, and is never written.
 */
import { escapeRegExp } from '../../lib/escape-reg-exp.js';
import { type PhraseTable, patchTables, wordsInTable } from '../phrases/phrase-table.js';
import type { Limits } from '../phrases/plan.js';
import type { Row } from '../phrases/table.js';
import type { PatchWriter } from '../vendor.js';
import { type KoreOptions, options, placesIn, utterancesIn } from './rows.js';

export const patch: PatchWriter = {
  title: 'Kore.ai ML utterances (CSV)',
  patch(suggestions, files, given = {}) {
    const own = options.parse(given);
    const emptied = new Set<string>();
    const forms = new Map<Row, Form>();
    const { files: changed, notes } = patchTables(suggestions, files, {
      read: (file) => utterancesIn(file, own),
      missing: 'no table of utterances among the training files',
      limits: limitsOf(own),
      none: own.out_of_scope_intent,
      cells(above, text, home) {
        const form = forms.get(above) ?? formBelow(above, { home, own, emptied });
        forms.set(above, form);
        return form.map((cell) => cell ?? text);
      },
    });
    if (changed.length === 0) return { files: changed, notes };
    return {
      files: changed,
      notes: [
        ...notes,
        ...[...emptied].map((name) => `column ${name}: left empty, since it is each row's own`),
        'after the import the bot must be trained',
      ],
    };
  },
  wordsOf: (text, given = {}) => wordsInTable(text, limitsOf(options.parse(given))),
};

function limitsOf({ forbidden_signs: signs, longest_phrase: longestPhrase }: KoreOptions): Limits {
  const forbidden = [...signs].map(escapeRegExp).join('|');
  return { longestPhrase, ...(forbidden !== '' && { reserved: new RegExp(forbidden, 'gu') }) };
}

interface Around {
  home: PhraseTable;
  own: KoreOptions;
  /** The columns that a person may have to fill in. */
  emptied: Set<string>;
}

/** The cells of a new row; null: the utterance. */
type Form = (string | null)[];

/** What else a row holds is copied where all rows of its intent have it and several do; else it may be an id or a mark of that phrase. */
function formBelow({ cells }: Row, { home, own, emptied }: Around): Form {
  const { file, table, entries } = home;
  const places = placesIn(file, table.rows[0], own);
  const intent = cells[places.intent]?.trim();
  const rows = entries.filter((entry) => entry.intent === intent).map(({ row }) => row);
  const width = Math.max(cells.length, places.utterance + 1);
  return Array.from({ length: width }, (_, i) => {
    const cell = cells[i] ?? '';
    if (i === places.utterance) return null;
    if (i === places.intent || cell === '') return cell;
    const isOfIntent = rows.every((row) => row.cells[i] === cell);
    if (isOfIntent && entries.filter(({ row }) => row.cells[i] === cell).length > 1) return cell;
    emptied.add(own.header ? (table.rows[0]?.cells[i] ?? '') : String(i + 1));
    return '';
  });
}
