/** A bot of any size with made-up words: each intent has its own, shares some with its neighbours, and all share small ones. */
import type { LabelledPhrase } from '../../src/domain/classifier.js';
import { pick, type Random } from '../support/seeded.js';

const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo wu za'.split(' ');
const small =
  'i you my the a to can how do please need want with for is it what of on have not'.split(' ');
const ownWords = 8;
const sharedWords = 400;

export interface MadeUpBot {
  intents: string[];
  /** One utterance of an intent. */
  say(intent: string): string;
}

export function madeUpBot(intents: number, random: Random): MadeUpBot {
  const word = () =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables, random)).join('');
  const words = (count: number) => Array.from({ length: count }, word);
  const shared = words(sharedWords);
  const own = new Map(Array.from({ length: intents }, (_, i) => [`intent_${i}`, words(ownWords)]));
  // Like Zipf's law: the first of a list are the most frequent.
  const frequent = (list: readonly string[]) => list[Math.floor(random() ** 2 * list.length)] ?? '';
  const say = (intent: string) => {
    const length = 4 + Math.floor(random() * 10);
    return Array.from({ length }, () => {
      const chance = random();
      if (chance < 0.5) return pick(small, random);
      return frequent(chance < 0.75 ? shared : (own.get(intent) ?? shared));
    }).join(' ');
  };
  return { intents: [...own.keys()], say };
}

export function phrasesOf({ intents, say }: MadeUpBot, each: number): LabelledPhrase[] {
  return intents.flatMap((intent) =>
    Array.from({ length: each }, () => ({ text: say(intent), intent })),
  );
}
