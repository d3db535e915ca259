import { z } from 'zod';
import { definitionOfTables, isReadable, tableOptions } from '../phrases/phrase-table.js';
import type { TrainingReader } from '../vendor.js';
import { utterancesIn } from './rows.js';

export const options = z.strictObject({
  ...tableOptions('servicenow'),
  most_utterances: z
    .number()
    .int()
    .positive()
    .default(200)
    .describe(
      'Of an intent. As the property of the NLU Workbench has it (NLU Workbench > Settings), whose default is 200.',
    ),
});

export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'ServiceNow NLU model',
  description: "A model's utterances as the NLU Workbench takes them: CSV, Intent,Utterance.",
  options,
  takes: (path) => /\.csv$/i.test(path),
  recognises: (file) => isReadable(file, utterancesIn),
  read: (files, own, readAt, warn) =>
    definitionOfTables(
      files,
      { read: utterancesIn, missing: 'no table that begins with Intent,Utterance' },
      own,
      readAt,
      warn,
    ),
};
