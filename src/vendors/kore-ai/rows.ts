/**
 * Kore.ai's file of ML utterances. How its columns are named and ordered is documented nowhere that we could read, so the config
 * says which ones hold the intent and the utterance.
 */
import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import { delimiterOf } from '../input/csv-form.js';
import {
  type IntentRow,
  longestPhrase,
  type PhraseTable,
  tableOptions,
} from '../phrases/phrase-table.js';
import { type Row, tableOf } from '../phrases/table.js';
import type { TrainingFile } from '../vendor.js';

const column = (holds: string) =>
  z
    .union([z.string().min(1), z.int().positive()])
    .describe(`Required. The column with ${holds}: its name in the header, or its number from 1.`);

export const options = z.strictObject({
  ...tableOptions('kore-ai'),
  columns: z.strictObject({
    intent: column('the intent (task)'),
    utterance: column('the utterance'),
  }),
  header: z.boolean().default(true).describe('Whether the first row names the columns.'),
  delimiter: z.string().length(1).optional().describe('Told from the file unless given.'),
  longest_phrase: longestPhrase,
  forbidden_signs: z
    .string()
    .default('')
    .describe(
      'Signs that your import refuses: in phrases a blank takes their place. Which ones it refuses is not verified.',
    ),
});

export type KoreOptions = z.infer<typeof options>;

/** Where the two columns are, from 0. */
interface Places {
  intent: number;
  utterance: number;
}

/** @throws UsageError naming the columns that are there */
export function placesIn({ path }: TrainingFile, first: Row | undefined, own: KoreOptions): Places {
  const names = first?.cells.map((cell) => cell.trim()) ?? [];
  const placeOf = (key: keyof Places): number => {
    const wanted = own.columns[key];
    if (typeof wanted === 'number' && wanted <= names.length) return wanted - 1;
    const place = own.header ? names.indexOf(String(wanted)) : -1;
    if (place !== -1) return place;
    const there = own.header ? names.join(', ') : `without names, 1 to ${names.length}`;
    throw new UsageError(
      `${path}: no column ${wanted}, which options.columns.${key} names; its columns are ${there}`,
    );
  };
  return { intent: placeOf('intent'), utterance: placeOf('utterance') };
}

/** @throws UsageError where it is no CSV or has not these columns */
export function utterancesIn(file: TrainingFile, own: KoreOptions): PhraseTable {
  const table = tableOf(file, own.delimiter ?? delimiterOf(file.text.slice(0, headLength)));
  const places = placesIn(file, table.rows[0], own);
  const rows = own.header ? table.rows.slice(1) : table.rows;
  const entries = rows.flatMap((row): IntentRow[] => {
    const intent = row.cells[places.intent]?.trim() ?? '';
    const text = row.cells[places.utterance]?.trim() ?? '';
    return intent === '' ? [] : [{ row, intent, ...(text !== '' && { text }) }];
  });
  return { file, table, entries, unread: rows.length - entries.length };
}
const headLength = 20_000;
