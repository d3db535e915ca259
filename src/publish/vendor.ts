/** The shape of a vendor: suggestions become the smallest change to the training files that the bot team has. */
import type { Suggestion } from '../domain/suggestion.js';

export interface TrainingFile {
  /** Relative to the bot's project, with `/`. */
  path: string;
  text: string;
}

export interface VendorPatch {
  /** Changed files only, each whole. */
  files: TrainingFile[];
  /** What could not be put into files, and what a person must still do; one sentence each. */
  notes: string[];
}

export interface Vendor {
  /** Its file name, and the `format` of the training data that it patches. */
  id: string;
  title: string;
  /** Applied to its own result, it changes nothing. */
  patch(suggestions: readonly Suggestion[], files: readonly TrainingFile[]): VendorPatch;
}
