/** Where customers had told the bot, in words, the very value that they then had to give the agent. */
import type { Finding, JourneyResult, TurnRef, Utterance } from '../domain/journey.js';
import type { Lexicon } from '../domain/lexicon.js';
import { tokensIn } from '../text/tokens.js';
import { mostWordsOfValue } from './settings.js';

export interface ToldValue {
  journey: JourneyResult;
  /** The customer's turn, in which the value is marked. */
  utterance: Utterance;
}

type Range = readonly [start: number, end: number];

const word = /[\p{L}\p{N}][\p{L}\p{N}'’:./-]*/gu;

/** @param findings of a slot, each with the agent's question and the customer's answers among its turns */
export function toldValue(
  journey: JourneyResult,
  { turns, slot }: Finding,
  values: readonly string[],
  lexicon: Pick<Lexicon, 'stopWords' | 'answerFillers'>,
): ToldValue | null {
  const of = (side: string) => turns.filter((turn) => turn.startsWith(side));
  // The first of the agent side's turns is the question.
  const answers = of('agent:')
    .slice(1)
    .flatMap((turn) => journey.quotes[turn] ?? []);
  for (const turn of of('bot:').reverse()) {
    const text = journey.quotes[turn] ?? '';
    const place = placeOf(text, answers, values, fillersOf(lexicon));
    if (place && slot !== undefined)
      return { journey, utterance: marked(journey, turn, text, slot, place) };
  }
  return null;
}

function marked(
  { utterance }: JourneyResult,
  ref: TurnRef,
  text: string,
  slot: string,
  [start, end]: Range,
): Utterance {
  const turn = Number(ref.slice('bot:'.length));
  const known = utterance?.turn === turn ? utterance.entities : [];
  const others = known.filter((one) => one.end <= start || one.start >= end);
  return { turn, text, entities: [...others, { slot, start, end }] };
}

const fillersOf = ({ stopWords, answerFillers }: Pick<Lexicon, 'stopWords' | 'answerFillers'>) =>
  new Set([...stopWords, ...answerFillers.flatMap((filler) => filler.split(' '))]);

/** Only what both sides say: a token of the same hash, a value of the slot's own, or the words of a short answer. */
function placeOf(
  text: string,
  answers: readonly string[],
  values: readonly string[],
  fillers: ReadonlySet<string>,
): Range | null {
  const given = answers.flatMap(tokensIn);
  const [value] = given;
  if (value) {
    // "Jane Doe, SW1A 1AA" answers more than one question.
    if (given.some(({ kind }) => kind !== value.kind)) return null;
    const token = tokensIn(text).find(({ hash }) => given.some((one) => one.hash === hash));
    return token ? [token.start, token.end] : null;
  }
  const words = wordsIn(text);
  const inText = values.filter((one) => rangeOf(words, lower(one)));
  // A question that lists the values says them all.
  if (inText.length > 1) return null;
  const [listed] = inText;
  if (listed !== undefined && answers.some((answer) => rangeOf(wordsIn(answer), lower(listed))))
    return rangeOf(words, lower(listed));
  for (const answer of answers) {
    const telling = lower(answer).filter((one) => !fillers.has(one));
    if (telling.length === 0 || telling.length > mostWordsOfValue || telling.join('').length < 3)
      continue;
    const range = rangeOf(words, telling);
    if (range) return wholeValue(range, words, values);
  }
  return null;
}

/** The listed value that the text has around these words, else the words: of "Edinburgh Waverley", which was answered by "Waverley" alone, both words are marked. */
function wholeValue(range: Range, words: readonly Word[], values: readonly string[]): Range {
  const around = values
    .flatMap((value) => rangesOf(words, lower(value)))
    .find(([start, end]) => start <= range[0] && end >= range[1]);
  return around ?? range;
}

interface Word {
  word: string;
  start: number;
  end: number;
}

const wordsIn = (text: string): Word[] =>
  Array.from(text.matchAll(word), ({ 0: found, index }) => {
    const bare = found.replace(/[.:/-]+$/, '');
    return { word: bare.toLowerCase(), start: index, end: index + bare.length };
  });
const lower = (text: string): string[] => wordsIn(text).map((one) => one.word);

/** Where these words follow each other. */
const rangeOf = (words: readonly Word[], run: readonly string[]): Range | null =>
  rangesOf(words, run)[0] ?? null;

const rangesOf = (words: readonly Word[], run: readonly string[]): Range[] =>
  words.flatMap(({ start }, i): Range[] => {
    const last = words[i + run.length - 1];
    const isThere = run.length > 0 && run.every((one, j) => words[i + j]?.word === one);
    return last && isThere ? [[start, last.end]] : [];
  });
