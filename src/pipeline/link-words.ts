import type { Lexicon } from '../domain/lexicon.js';
import { createVocabulary, type Vocabulary } from '../link/link.js';
import { contentStems } from '../text/words.js';

/** Words that count for linking. */
export function linkVocabulary({ stopWords }: Lexicon): Vocabulary {
  const stops = new Set(stopWords);
  return createVocabulary((text) => contentStems(text, stops));
}
