/**
 * Which of several places that an intent has its phrases in takes a new one. Bots keep a folder for each language, and copies that
 * are not trained on: the last place in order of paths is as often wrong as right.
 */
import { groupBy } from '../../../lib/group-by.js';
import { likestOf } from '../../phrases/alike.js';
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
  const nearestTo = nearestOf(places);
  for (const text of texts) {
    const place = nearestTo(text);
    if (place) found.set(place, [...(found.get(place) ?? []), text]);
  }
  return found;
}

/**
 * Among the files in a folder `data`, on which Rasa trains by default, the last place of the one whose phrases are most like the
 * text; else the last of all.
 */
export function nearestOf<P extends Place>(places: readonly P[]): (text: string) => P | undefined {
  const trained = places.filter(({ file }) => /(?:^|\/)data\//.test(file.path));
  const open = trained.length > 0 ? trained : places;
  const files = [...groupBy(open, ({ file }) => file.path).values()];
  if (files.length < 2) return () => open.at(-1);
  const likest = likestOf(
    files.map((own) => [own.at(-1), own.flatMap(({ examples }) => examples.map(({ key }) => key))]),
  );
  return (text) => likest(withoutAnnotations(text));
}
