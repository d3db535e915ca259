/**
 * Names of people that are on no list, by what they look like and stand beside: two or more words in a row with capitals that no
 * dictionary has, an initial between two words, or one such word where the words around it say that it is somebody.
 */
import type { Language } from '../../language/language.js';
import type { PersonalRule, PersonalValue, Scene } from '../personal-rule.js';
import { longestName, shortestUnlisted, sight } from '../settings.js';
import { isListed, isOrdinary, type NameWord, nameWordsOf } from './name-words.js';

const particles = new Set(
  'de da di du del van von der den la le el al bin ibn ben dos ter'.split(' '),
);

/** The words of a text with what the rule asks of each. */
interface Reading {
  text: string;
  language: Language;
  words: readonly NameWord[];
  isStrange(word: NameWord): boolean;
}

export const unlistedName: PersonalRule = {
  id: 'unlisted_name',
  needs: ({ capitals }) => capitals > 0,
  // Two capitals in a row, one within a sentence, one that is called upon or owns something.
  hint: /\p{Lu}\p{L}*\.? (?:\p{Ll}{2,3} )*\p{Lu}|[\p{Ll},:;"“(] ?"?\p{Lu}\p{Ll}|\p{Lu}\p{Ll}+(?:,|['’]s|:? \p{Ll})/u,
  find(scene) {
    const reading = readingOf(scene);
    return runsIn(reading).flatMap((run) => nameIn(run, reading) ?? []);
  },
};

function readingOf({ text, language, known }: Scene): Reading {
  return {
    text,
    language,
    words: nameWordsOf(text),
    isStrange: (word) =>
      word.raw.length >= shortestUnlisted &&
      /^\p{Lu}\p{Ll}/u.test(word.raw) &&
      !known.has(word.lower) &&
      !isOrdinary(word, language),
  };
}

/** Places of words in a row, each with a capital; initials and particles stand between them. */
type Run = readonly [first: number, last: number];

function runsIn({ text, words }: Reading): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < words.length; first++) {
    if (!words[first]?.isCapital) continue;
    let last = first;
    for (let next = first + 1; next < words.length; next++) {
      const [before, word] = [words[next - 1], words[next]];
      if (!before || !word || !touches(before, word, text)) break;
      if (word.isCapital) last = next;
      else if (!particles.has(word.raw)) break;
    }
    runs.push([first, last]);
    first = last;
  }
  return runs;
}

/** Nothing but a space between two words, behind an initial also its point. */
function touches(before: NameWord, word: NameWord, text: string): boolean {
  const between = text.slice(before.end, word.start);
  return between === ' ' || (before.raw.length === 1 && between === '. ');
}

const isInitial = (word: NameWord) => word.raw.length === 1;

function nameIn([from, last]: Run, reading: Reading): PersonalValue | null {
  const { words, isStrange, language } = reading;
  const isNamed = (word: NameWord) => isStrange(word) || isListed(word, language);
  let first = from;
  while (first < last && !isNamed(words[first] as NameWord)) first += 1;
  const run = words.slice(first, last + 1);
  const [head, tail] = [run[0], run.at(-1)];
  if (!head || !tail || run.length > longestName) return null;
  const isWhole = run.every((word) => isNamed(word) || isInitial(word) || particles.has(word.raw));
  const isFirm = words
    .slice(first, last + 2)
    .some(({ lower }) => language.people.firmWords.has(lower));
  if (!isWhole || isFirm) return null;
  const isTold =
    run.length > 1
      ? run.some(isStrange) && !isPlace(first, reading)
      : isNamed(head) && isSomebody(first, reading);
  return isTold ? { kind: 'name', start: head.start, end: tail.end } : null;
}

/** "in Xalo Quiroz" */
const isPlace = (at: number, { words }: Reading): boolean =>
  /^(?:in|at|near|the)$/.test(words[at - 1]?.lower ?? '');

function isSomebody(at: number, reading: Reading): boolean {
  const { text, words, language } = reading;
  const { speechVerbs, ownedThings } = language.people;
  const word = words[at];
  if (!word) return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  const isBehind = before !== undefined && /^[ ,:]{1,2}$/.test(text.slice(before.end, word.start));
  const isAhead = after !== undefined && /^ $/.test(text.slice(word.end, after.start));
  if (isBehind && isIntroduced(at, words, language)) return true;
  if (isAhead && speechVerbs.has(after.lower)) return true;
  const rest = text.slice(word.end, word.end + sight);
  if (
    /^['’]s /.test(rest) &&
    after !== undefined &&
    words.slice(at + 1, at + 4).some(({ lower }) => ownedThings.has(lower))
  )
    return true;
  return isCalledUpon(text.slice(Math.max(0, word.start - sight), word.start), rest);
}

/** "my friend Xalo", "said Xalo", "she named him Xalo". */
function isIntroduced(
  at: number,
  words: readonly NameWord[],
  { people: { personNouns, speechVerbs, namingVerbs } }: Language,
): boolean {
  const before = words[at - 1]?.lower ?? '';
  if (personNouns.has(before) || speechVerbs.has(before) || namingVerbs.has(before)) return true;
  const second = words[at - 2]?.lower ?? '';
  if (/^(?:is|was|are)$/.test(before)) return personNouns.has(second);
  return /^(?:him|her|them|me)$/.test(before) && namingVerbs.has(second);
}

/** "Xalo, can you …" and "… please, Xalo!" */
function isCalledUpon(before: string, after: string): boolean {
  const isFirst = /(?:^|[.!?]\s+)$/.test(before);
  if (isFirst)
    return /^, (?:can|could|will|would|please|may|do|did|are|is|what|where|when|how|why)\b/.test(
      after,
    );
  return /(?:^|[.!?:]\s)[^,.!?:]*\p{L} [^,.!?:]*, $/u.test(before) && /^[.!?]*\s*$/.test(after);
}
