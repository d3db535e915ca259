/** Whether words say nothing that an intent is not about: what people add to a wish, as against what they say beside it. */
import type { LabelledPhrase } from '../domain/classifier.js';
import { contentStems } from '../text/words.js';
import { fewestWithStem, mostlyOfIntent } from './settings.js';

/** Of words of content that are in a phrase of the intent, or mostly said by those who want it; none is, of none of the intents. */
export interface OwnStems {
  /** Each word is one. */
  isOfMatter(text: string, intent: string | null): boolean;
  /** A word is one. */
  saysOwn(text: string, intent: string | null): boolean;
}

/**
 * @param phrases the bot's training data
 * @param labelled what customers said, with the label that the agent side shows
 */
export function createOwnStems(
  phrases: readonly LabelledPhrase[],
  labelled: readonly LabelledPhrase[],
  stopWords: ReadonlySet<string>,
): OwnStems {
  const taught = new Set<string>();
  for (const { text, intent } of phrases)
    for (const stem of contentStems(text, stopWords)) taught.add(keyOf(stem, intent));
  const said = new Map<string, number>();
  const add = (key: string) => said.set(key, (said.get(key) ?? 0) + 1);
  for (const { text, intent } of labelled)
    for (const stem of new Set(contentStems(text, stopWords))) {
      add(stem);
      add(keyOf(stem, intent));
    }
  const isOwn = (stem: string, intent: string): boolean => {
    const key = keyOf(stem, intent);
    const own = said.get(key) ?? 0;
    if (taught.has(key)) return true;
    return own >= fewestWithStem && own >= mostlyOfIntent * (said.get(stem) ?? 0);
  };
  return {
    isOfMatter: (text, intent) =>
      intent !== null && contentStems(text, stopWords).every((stem) => isOwn(stem, intent)),
    saysOwn: (text, intent) =>
      intent !== null && contentStems(text, stopWords).some((stem) => isOwn(stem, intent)),
  };
}

const keyOf = (stem: string, intent: string | null): string => `${stem}\u0000${intent ?? ''}`;
