import { definitionOfTables } from '../phrases/phrase-table.js';
import type { TrainingReader } from '../vendor.js';
import { type KoreOptions, options, utterancesIn } from './rows.js';

/** It has no `recognises`: what its columns are is known from the config alone. */
export const training: TrainingReader<KoreOptions> = {
  title: 'Kore.ai ML utterances',
  description: 'The exported ML utterances (CSV), whose columns the options name.',
  options,
  takes: (path) => /\.csv$/i.test(path),
  read: (files, own, readAt, warn) =>
    definitionOfTables(
      files,
      {
        read: (file) => utterancesIn(file, own),
        missing: 'no table of utterances in these files: options.columns says what its columns are',
      },
      own,
      readAt,
      warn,
    ),
};
