/**
 * Which of several places that an intent has its phrases in takes a new one. Bots keep a folder for each language, and copies that
 * are not trained on: the last place in order of paths is as often wrong as right.
 */
import { mostAlike, threesOf } from '../../phrases/alike.js';
import { withoutAnnotations } from './phrase.js';
import type { Example } from './read.js';

interface Place {
  file: { path: string };
  examples: readonly Example[];
}

/** Texts by the place that each belongs to. */
export function byNearest<P extends Place>(
  places: readonly P[],
  texts: readonly string[],
): Map<P, string[]> {
  const found = new Map<P, string[]>();
  for (const text of texts) {
    const place = nearest(places, text);
    if (place) found.set(place, [...(found.get(place) ?? []), text]);
  }
  return found;
}

/** Among those in a folder `data`, on which Rasa trains by default, the one whose phrases are most like the text; else the last. */
export function nearest<P extends Place>(places: readonly P[], text: string): P | undefined {
  const trained = places.filter(({ file }) => /(?:^|\/)data\//.test(file.path));
  const open = trained.length > 0 ? trained : places;
  const files = new Set(open.map(({ file }) => file.path));
  if (files.size < 2) return open.at(-1);
  const known = open.map(
    (place) => [place, threesOf(place.examples.map(({ key }) => key))] as const,
  );
  return mostAlike(withoutAnnotations(text), known);
}
