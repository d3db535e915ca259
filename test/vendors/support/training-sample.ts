import type { TrainingFile } from '../../../src/vendors/vendor.js';

/** Training data as a vendor's console exports it, with what the contract suite needs to know of it. */
export interface TrainingSample {
  /** Of two intents or more, with phrases. */
  files: readonly TrainingFile[];
  /** Two of the intents: one that phrases can be added to, and another with a phrase of its own. */
  intents: readonly [string, string];
  options?: Record<string, unknown>;
  /** A new phrase that the console takes as it is, where it takes none with a comma. */
  phrase?: string;
}

export const jsonFile = (path: string, value: unknown): TrainingFile => ({
  path,
  text: `${JSON.stringify(value, null, 2)}\n`,
});
