/** Cuts a customer's turn to the part that says what they want: nothing else is to be taught, and some of it must not be kept. */
import type { Prediction } from '../domain/classifier.js';
import type { Lexicon } from '../domain/lexicon.js';
import { onePer } from '../lib/memo.js';
import { createPhraseMatcher } from '../text/phrases.js';
import { words } from '../text/words.js';
import type { Asides } from './asides.js';
import { isHalting, stutters } from './halting.js';
import { type Range, type Spoken, spanOf, within } from './segments.js';
import { fewestWordsOfWish, otherWishFrom } from './settings.js';
import { oneSentence, shortestStart, withoutEnds } from './shorten.js';

export interface WishTools {
  /** What the words mean, by a classifier that has not seen the journey; null where there is none. */
  read: ((text: string) => Prediction) | null;
  lexicon: Lexicon;
  /** Whether the intent's own training phrases use such words: then they are what it is about. */
  isOwn(phrase: string, intent: string | null): boolean;
  /** Whether training phrases of any intent use such words. */
  isTaught(phrase: string): boolean;
  asides: Asides;
}

/** @returns null for what cannot be cut to one wish and nothing else: another customer will have said it better */
export function cutToWish(spoken: Spoken, intent: string | null, tools: WishTools): Spoken | null {
  const check = checksOf(intent, tools);
  const run = wishIn(spoken, intent, tools, check);
  if (run === null) return null;
  const whole = within(spoken, spanOf(run));
  if (stutters(whole.text, tools)) return null;
  const cut = withoutFillers(whole, matchersOf(tools.lexicon).fillers);
  const { text } = cut;
  if (!isWorded(text) || check.isSpecial(text) || check.foreign(text).length > 0) return null;
  if (tools.asides.isAside(text) || isHalting(text, tools)) return null;
  const meant = intent === null ? undefined : tools.read?.(text);
  return meant && asksElse(meant, intent) ? null : cut;
}

interface Checks {
  isSpecial(text: string): boolean;
  /** Anger, objections and requests for a person that the intent's own phrases do not have. */
  foreign(text: string): Range[];
}

function checksOf(intent: string | null, { lexicon, isOwn }: WishTools): Checks {
  const { special, besides } = matchersOf(lexicon);
  return {
    isSpecial: (text) => special.find(text).some(({ phrase }) => !isOwn(phrase, intent)),
    foreign: (text) => besides.find(text).filter(({ phrase }) => !isOwn(phrase, intent)),
  };
}

/** The parts of the turn that carry the wish, neighbours all; null where another wish is among them. */
function wishIn(
  spoken: Spoken,
  intent: string | null,
  tools: WishTools,
  check: Checks,
): Range[] | null {
  const wordsOf = ({ start, end }: Range) => spoken.text.slice(start, end);
  const says = (range: Range) => probability(tools.read?.(wordsOf(range)), intent);
  const runs = runsIn(spoken, check, tools.asides);
  const best = runs
    .map((run) => ({ run, fits: runs.length > 1 ? says(spanOf(run)) : 0 }))
    .sort((a, b) => b.fits - a.fits || b.run.length - a.run.length)[0]?.run;
  // What fits no intent is no sign of a wish that the bot does not know: nothing tells its parts from others.
  const read = intent === null ? null : tools.read;
  if (!best || !tools.read) return best ?? null;
  const inner = read
    ? withoutEnds(best, says, (one) => asksElse(read(wordsOf(one)), intent))
    : best;
  const run = oneSentence(shortestStart(inner, says, spoken), says, spoken.text);
  const isMixed =
    read && run.length > 1 && run.some((one) => wantsElse(read(wordsOf(one)), intent));
  return isMixed ? null : run;
}

/** Parts that may be kept, in runs of neighbours, from the first that has words enough. */
function runsIn({ text }: Spoken, { isSpecial, foreign }: Checks, asides: Asides): Range[][] {
  const wordsOf = ({ start, end }: Range) => text.slice(start, end);
  const all = asides.parts(text);
  const first = all.findIndex((one) => isWorded(wordsOf(one)));
  const parts = first < 0 ? all : all.slice(first);
  const wanted = parts.filter((one) => !isSpecial(wordsOf(one)) && !asides.isAside(wordsOf(one)));
  const calm = wanted.filter((one) => foreign(wordsOf(one)).length === 0);
  return runsOf(calm.some((one) => isWorded(wordsOf(one))) ? calm : wanted, parts);
}

const probability = (said: Prediction | undefined, intent: string | null): number => {
  if (!said) return 0;
  return intent === null
    ? said.none
    : (said.ranking.find((one) => one.intent === intent)?.probability ?? 0);
};

/** What is surely no part of the wish: another one, or nothing that the bot is for. */
const asksElse = (said: Prediction, intent: string | null): boolean =>
  said.none >= otherWishFrom || wantsElse(said, intent);

const wantsElse = (said: Prediction, intent: string | null): boolean =>
  intent !== null &&
  said.intent !== null &&
  said.intent !== intent &&
  said.probability >= otherWishFrom &&
  probability(said, intent) < 1 - otherWishFrom;

const isWorded = (text: string): boolean =>
  words(text).filter((word) => /\p{L}/u.test(word)).length >= fewestWordsOfWish;

/** Neighbours stay together. */
function runsOf(chosen: readonly Range[], all: readonly Range[]): Range[][] {
  const runs: Range[][] = [];
  for (const one of all) {
    if (!chosen.includes(one)) runs.push([]);
    else if (runs.length === 0) runs.push([one]);
    else runs.at(-1)?.push(one);
  }
  return runs.filter(({ length }) => length > 0);
}

function withoutFillers(spoken: Spoken, fillers: RegExp | null): Spoken {
  let left = spoken;
  for (let found = fillers?.exec(left.text); found; found = fillers?.exec(left.text)) {
    const rest = within(left, { start: found[0].length, end: left.text.length });
    if (!isWorded(rest.text)) return /\p{L}/u.test(rest.text) ? left : rest;
    left = rest;
  }
  return left;
}

interface Matchers {
  special: ReturnType<typeof createPhraseMatcher>;
  /** Anger, objections and requests for a person, which are about the bot and not about the wish. */
  besides: ReturnType<typeof createPhraseMatcher>;
  /** At the beginning. */
  fillers: RegExp | null;
}

const matchersOf = onePer((lexicon: Lexicon): Matchers => {
  const { specialCategories, anger, objections, alreadyTold, humanRequests, fillers } = lexicon;
  const openings = [...fillers, ...lexicon.greetings].sort((a, b) => b.length - a.length);
  const source = openings.map((one) =>
    one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'),
  );
  return {
    special: createPhraseMatcher(specialCategories),
    besides: createPhraseMatcher([...anger, ...objections, ...alreadyTold, ...humanRequests]),
    fillers:
      openings.length === 0
        ? null
        : new RegExp(`^\\s*(?:${source.join('|')})(?![\\p{L}\\p{N}'’])[\\s,.!:;-]*`, 'iu'),
  };
});
