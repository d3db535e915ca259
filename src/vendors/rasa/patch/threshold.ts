/** Another confidence threshold: the number of the fallback classifier in the pipeline. */
import { isMap, isScalar, isSeq } from 'yaml';
import type { Suggestion } from '../../../domain/suggestion.js';
import type { Bot } from './bot.js';
import type { Edit } from './edits.js';
import { at, rangeOf } from './read.js';

/**
 * Only the number that the suggestion was worked out for is changed.
 *
 * @returns the edits, and a note for each suggestion of which the files have no place
 */
export function thresholdEdits(
  suggestions: readonly Suggestion[],
  { files }: Bot,
): { edits: Edit[]; notes: string[] } {
  const places = files.flatMap(({ path, root }) => {
    const pipeline = at(root, 'pipeline');
    if (!isSeq(pipeline)) return [];
    return pipeline.items.flatMap((item) => {
      const number =
        isMap(item) && fallback.test(String(item.get('name'))) ? at(item, 'threshold') : null;
      return isScalar(number) ? [{ path, number }] : [];
    });
  });
  const edits: Edit[] = [];
  const notes: string[] = [];
  for (const { id, kind, threshold, change } of suggestions) {
    if (kind !== 'change_threshold') continue;
    const own = places.filter(({ number }) => Number(number.value) === threshold?.from);
    if (places.some(({ number }) => Number(number.value) === threshold?.to)) continue;
    if (!threshold || own.length === 0)
      notes.push(
        `${id}: no fallback classifier in the pipeline has this threshold; do it by hand: ${change}`,
      );
    else
      edits.push(
        ...own.map(({ path, number }) => {
          const [from, to] = rangeOf(number);
          return { path, from, to, text: String(threshold.to) };
        }),
      );
  }
  return { edits, notes };
}

/** By its name, or by the path of its class. */
const fallback = /(?:^|\.)FallbackClassifier$/;
