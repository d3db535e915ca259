/**
 * An import into the NLU Workbench makes a new model of the file, so the whole table comes back with utterances put below those of
 * their intents.
 */
import { countsOf, patchTables, wordsInTable } from '../phrases/phrase-table.js';
import type { PatchWriter } from '../vendor.js';
import { utterancesIn } from './rows.js';
import { options } from './training.js';

/**
 * Fewer than 200 characters, and no comma. That a comma may not stand even in quotes speaks for a reader that knows no quotes, so
 * none is written either.
 */
const limits = {
  longestPhrase: 199,
  reserved: /[",]/g,
};
/** An intent with fewer is refused by the import. */
const fewestUtterances = 5;

export const patch: PatchWriter = {
  title: 'ServiceNow NLU model (CSV)',
  patch(suggestions, files, given = {}) {
    const own = options.parse(given);
    const {
      files: changed,
      tables,
      placements,
      notes,
    } = patchTables(suggestions, files, {
      read: utterancesIn,
      missing: 'no table that begins with Intent,Utterance among the training files',
      limits,
      none: own.out_of_scope_intent,
      mostPhrases: own.most_utterances,
      cells: ({ cells: [intent = ''] }, text) => [intent, text],
    });
    if (changed.length === 0) return { files: changed, notes };
    const counts = countsOf([...tables.flatMap(({ entries }) => entries), ...placements]);
    const thin = [...counts].filter(([, count]) => count < fewestUtterances);
    return {
      files: changed,
      notes: [
        ...notes,
        ...thin.map(
          ([intent, count]) =>
            `${intent}: has ${count} of the ${fewestUtterances} utterances without which the import refuses an intent`,
        ),
        'the import makes a new model: entities and vocabulary are put into it by hand',
      ],
    };
  },
  wordsOf: (text) => wordsInTable(text, limits),
};
