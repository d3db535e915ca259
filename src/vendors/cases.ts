/** Regression cases beside a patch: what failed, and what the bot must take it for once the patch is imported. */
import type { Suggestion } from '../domain/suggestion.js';
import { botiumFiles } from './cases/botium.js';
import { pickCases } from './cases/pick.js';
import { findPatchWriter } from './patch.js';
import { definitionOf } from './training.js';
import type { Patch, TrainingFile } from './vendor.js';

/** In the import folder. A name of its own would be one more to explain: Rasa has its tests here, and so may any project. */
const folder = 'tests';

/** A patch, and what it was made of. */
export interface Patched {
  vendor: string;
  /** What was accepted. */
  suggestions: readonly Suggestion[];
  training: readonly TrainingFile[];
  options: Readonly<Record<string, unknown>>;
  patch: Patch;
}

/**
 * Botium's in `tests/botium/` for every vendor, and the vendor's own where it has a format of tests. Never a file that the bot
 * has already; none where nothing was taught.
 */
export function caseFiles(patched: Patched): TrainingFile[] {
  const { vendor, suggestions, training, options, patch } = patched;
  // Most nights nothing is accepted, and training data take long to read.
  const writer = findPatchWriter(vendor);
  if (suggestions.length === 0 || !writer) return [];
  const files = training.map((file) => patch.files.find(({ path }) => path === file.path) ?? file);
  const definition = definitionOf(vendor, files, options);
  if (!definition) return [];
  const cases = pickCases(suggestions, definition, (text) => writer.wordsOf(text, options));
  const own = writer.cases?.(cases, files) ?? { files: [], classified: cases };
  const botium = botiumFiles(own.classified).map((file) => ({
    ...file,
    path: `botium/${file.path}`,
  }));
  return [...own.files, ...botium]
    .map(({ path, text }) => ({ path: `${folder}/${path}`, text }))
    .filter(({ path }) => !training.some((file) => file.path === path));
}
