import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import { definitionOf, longestPhrase, tableOptions } from '../phrases/phrase-table.js';
import type { TrainingReader } from '../vendor.js';
import { intentsIn, tablesOf } from './rows.js';

export const options = z.strictObject({
  ...tableOptions('cognigy'),
  longest_phrase: longestPhrase,
  new_rows_alone: z
    .boolean()
    .default(false)
    .describe(
      'Also writes a file of the new sentences alone. Only where you have seen an upload keep what it does not name: that is not verified.',
    ),
});

export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'Cognigy intents',
  description: "The CSV file of a Flow's intents (NLU > Intents, download).",
  options,
  takes: (path) => /\.csv$/i.test(path),
  recognises: (file) => {
    try {
      return intentsIn(file) !== null;
    } catch {
      return false;
    }
  },
  read(files, own, readAt, warn = () => undefined) {
    const problems: string[] = [];
    const tables = tablesOf(files, (problem) => problems.push(problem));
    if (tables.length === 0)
      throw new UsageError([
        ...problems,
        'no Cognigy intents in these files: expected rows such as order_status,exampleSentence,where is my parcel',
      ]);
    for (const problem of problems) warn(problem);
    return definitionOf(tables, own, readAt);
  },
};
