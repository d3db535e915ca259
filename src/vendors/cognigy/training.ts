import { z } from 'zod';
import {
  definitionOfTables,
  isReadable,
  longestPhrase,
  tableOptions,
} from '../phrases/phrase-table.js';
import type { TrainingReader } from '../vendor.js';
import { intentsIn } from './rows.js';

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
  recognises: (file) => isReadable(file, intentsIn),
  read: (files, own, readAt, warn) =>
    definitionOfTables(
      files,
      {
        read: intentsIn,
        missing:
          'no Cognigy intents in these files: expected rows such as order_status,exampleSentence,where is my parcel',
      },
      own,
      readAt,
      warn,
    ),
};
