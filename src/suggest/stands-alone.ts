/** Whether words say what they are about, or point at what was said before: "it should have come to you" teaches no intent. */
import type { Lexicon } from '../domain/lexicon.js';
import { createPhraseMatcher } from '../text/phrases.js';
import { contentStems } from '../text/words.js';
import type { OwnStems } from './own-stems.js';
import { fewestStemsOfNone } from './settings.js';

/**
 * Words that point back say what is meant where a word of the intent's own stands beside them. What is none of the bot's has no words of
 * its own: it says something by itself where it has words of content enough.
 */
export function createStandsAlone(
  { saysOwn }: Pick<OwnStems, 'saysOwn'>,
  { pointingBack, stopWords }: Pick<Lexicon, 'pointingBack' | 'stopWords'>,
): (text: string, intent: string | null) => boolean {
  const back = createPhraseMatcher(pointingBack);
  const idle = new Set(stopWords);
  return (text, intent) =>
    intent === null
      ? contentStems(text, idle).length >= fewestStemsOfNone
      : saysOwn(text, intent) || !back.test(text);
}
