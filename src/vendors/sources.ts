/** The vendors whose logs are read, found by a config's `format`. */
import { vendors } from './index.js';
import { optionProblems } from './options.js';
import type { Source } from './vendor.js';

export const sourceIds: readonly string[] = vendors.filter((one) => one.source).map(({ id }) => id);

export const findSource = (format: string): Source | undefined =>
  vendors.find(({ id }) => id === format)?.source;

/** What is wrong with a source's options, each as `key: problem`; empty where all is well or the format is unknown. */
export function checkSourceOptions(format: string, options: Record<string, unknown>): string[] {
  const source = findSource(format);
  return source ? optionProblems(source.options, options) : [];
}
