/** Cuts a customer's turn to the part that says what they want: nothing else is to be taught, and some of it must not be kept. */
import type { Prediction } from '../domain/classifier.js';
import type { Lexicon } from '../domain/lexicon.js';
import { words } from '../text/words.js';
import type { Asides } from './asides.js';
import type { Beside } from './beside.js';
import { isHalting, stutters } from './halting.js';
import { endsMidSentence } from './mid-sentence.js';
import { type Range, type Spoken, spanOf, within } from './segments.js';
import { fewestWordsOfWish, mostWordsOfSeveral, otherWishFrom } from './settings.js';
import { oneSentence, shortestStart, withoutEnds } from './shorten.js';

export interface WishTools {
  /** What the words mean, by a classifier that has not seen the journey; null where there is none. */
  read: ((text: string) => Prediction) | null;
  lexicon: Lexicon;
  beside: Beside;
  /** Whether the intent's own training phrases use such words: then they are what it is about. */
  isOwn(phrase: string, intent: string | null): boolean;
  /** Whether training phrases of any intent use such words. */
  isTaught(phrase: string): boolean;
  /** Whether all that the words say is what the intent is about. */
  isOfMatter(words: string, intent: string | null): boolean;
  asides: Asides;
}

/** @returns null for what cannot be cut to one wish and nothing else: another customer will have said it better */
export function cutToWish(spoken: Spoken, intent: string | null, tools: WishTools): Spoken | null {
  const check = checksOf(intent, tools);
  const run = wishIn(spoken, intent, tools, check);
  if (run === null) return null;
  const whole = within(spoken, spanOf(run));
  if (stutters(whole.text, tools)) return null;
  const cut = withoutThanks(withoutOpenings(whole, tools.beside), tools.beside);
  const { text } = cut;
  if (!isWorded(text) || check.isSpecial(text) || check.foreign(text).length > 0) return null;
  if (tools.asides.isAside(text) || isHalting(text, tools)) return null;
  if (endsMidSentence(spoken.text, text, tools.lexicon)) return null;
  const meant = intent === null ? undefined : tools.read?.(text);
  return meant && asksElse(meant, intent) ? null : cut;
}

interface Checks {
  isSpecial(text: string): boolean;
  /** Anger, objections and requests for a person that the intent's own phrases do not have. */
  foreign(text: string): Range[];
}

function checksOf(intent: string | null, { beside, isOwn }: WishTools): Checks {
  const { special, aboutBot } = beside;
  return {
    isSpecial: (text) => special.find(text).some(({ phrase }) => !isOwn(phrase, intent)),
    foreign: (text) => aboutBot.find(text).filter(({ phrase }) => !isOwn(phrase, intent)),
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
  if (!best) return null;
  if (!tools.read) return isTorn(spoken.text, best, tools, check) ? null : best;
  const inner = read
    ? withoutEnds(best, says, (one) => asksElse(read(wordsOf(one)), intent))
    : best;
  const run = [shortestStart(inner, says, spoken), inner, best]
    .map((one) => oneSentence(one, says, spoken.text))
    .find(
      (one, i) =>
        !isTorn(spoken.text, one, tools, check) && (i === 0 || isOneWording(wordsOf(spanOf(one)))),
    );
  if (!run) {
    const isWhole = !isTorn(spoken.text, best, tools, check);
    return isWhole && isAllOfMatter(best, wordsOf, intent, tools) ? best : null;
  }
  const isMixed =
    read && run.length > 1 && run.some((one) => wantsElse(read(wordsOf(one)), intent));
  return isMixed ? null : run;
}

/** "It still says pending. When will it go through?": two sentences of one matter, where neither is said alone. */
const isAllOfMatter = (
  run: readonly Range[],
  wordsOf: (range: Range) => string,
  intent: string | null,
  { isOfMatter }: WishTools,
): boolean =>
  isOneWording(wordsOf(spanOf(run))) && run.every((one) => isOfMatter(wordsOf(one), intent));

/** Parts that may be kept, in runs of neighbours, from the first that has words enough. */
function runsIn({ text }: Spoken, { isSpecial, foreign }: Checks, asides: Asides): Range[][] {
  const wordsOf = ({ start, end }: Range) => text.slice(start, end);
  const all = asides.parts(text);
  const first = all.findIndex((one) => isWorded(wordsOf(one)));
  const parts = first < 0 ? all : all.slice(first);
  const wanted = parts.filter(
    (one) =>
      !isSpecial(wordsOf(one)) && !asides.isAside(wordsOf(one)) && !asides.isAddition(wordsOf(one)),
  );
  const calm = wanted.filter((one) => foreign(wordsOf(one)).length === 0);
  return runsOf(calm.some((one) => isWorded(wordsOf(one))) ? calm : wanted, parts);
}

/** Whether what is left out may have been the wish, or a part of it: nobody else says what is kept and nothing besides. */
function isTorn(
  text: string,
  run: readonly Range[],
  { asides, beside }: WishTools,
  check: Checks,
): boolean {
  const wordsOf = ({ start, end }: Range) => text.slice(start, end);
  const kept = spanOf(run);
  if (asides.standsAlone(wordsOf(kept))) return false;
  return asides
    .parts(text)
    .filter(({ start, end }) => end <= kept.start || start >= kept.end)
    .some(
      (one) =>
        mayBeWish(beside.afterOpenings(wordsOf(one)), asides, check) ||
        (check.isSpecial(wordsOf(one)) && isOneSentence(text, one, kept)),
    );
}

/** "My dialysis is on Monday, so that day is no good": what goes with a remark that has to go means nothing without it. */
const isOneSentence = (text: string, one: Range, other: Range): boolean =>
  !/[.!?;…\n]\s/u.test(
    text.slice(Math.min(one.start, other.start), Math.max(one.start, other.start)),
  );

const mayBeWish = (text: string, asides: Asides, { isSpecial, foreign }: Checks): boolean =>
  isWorded(text) &&
  !isSpecial(text) &&
  foreign(text).length === 0 &&
  !asides.isAside(text) &&
  !asides.isAddition(text);

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

const isOneWording = (text: string): boolean => words(text).length <= mostWordsOfSeveral;

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

function withoutThanks(spoken: Spoken, { closing }: Beside): Spoken {
  const rest = within(spoken, { start: 0, end: closing(spoken.text) });
  return isWorded(rest.text) ? rest : spoken;
}

function withoutOpenings(spoken: Spoken, { opening, learned }: Beside): Spoken {
  let left = spoken;
  for (let length = opening(left.text); length > 0; length = opening(left.text)) {
    const rest = within(left, { start: length, end: left.text.length });
    // "hi refund" is worded; "in short: refund" has no word more than "refund".
    const isLess = learned(left.text) > 0 || !/\p{L}/u.test(rest.text);
    if (!isWorded(rest.text)) return isLess ? rest : left;
    left = rest;
  }
  return left;
}
