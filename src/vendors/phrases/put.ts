/** Puts items at the ends of lists within JSON files, several lists of one file as well. */
import type { TrainingFile } from '../vendor.js';
import { appended, listAt } from './json-list.js';

export interface Addition {
  file: TrainingFile;
  /** Where the list is in the file; empty: it is the file. */
  path: readonly (string | number)[];
  items: readonly unknown[];
}

/** @returns the changed files, each whole, and the additions for which there is no list */
export function putInto(additions: readonly Addition[]): {
  files: TrainingFile[];
  homeless: Addition[];
} {
  const changed = new Map<string, string>();
  const homeless: Addition[] = [];
  for (const addition of additions) {
    const { file, path, items } = addition;
    const text = changed.get(file.path) ?? file.text;
    const list = listAt(text, path);
    if (list === null) homeless.push(addition);
    else changed.set(file.path, appended(text, list, items));
  }
  return { files: [...changed].map(([path, text]) => ({ path, text })), homeless };
}
