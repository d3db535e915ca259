/**
 * Which of the agent's sentences the customer's answer belongs to. A question says that it asks; "I don't see a policy number
 * here" does not, but is answered by a value, and so asks all the same.
 */
import type { Clause } from '../transcript/clauses.js';
import type { Sentence } from './asks.js';
import { byAnswerStrength } from './settings.js';

export interface Spoken {
  turn: number;
  sentence: Sentence;
  /** Nothing but thanks, a greeting, a yes or no. */
  courtesy: boolean;
  /** No word of content: "What would that be?" */
  bare: boolean;
  /** It asks for nothing that is known: "start wherever you like". */
  aside: boolean;
}

/** A run of the exchange's sentences, `to` exclusive, that asks as one. */
export interface Unit {
  from: number;
  to: number;
  /** No sentence of it asks by its wording. */
  byAnswer: boolean;
}

const asksByWording = ({ sentence: { act, clause } }: Spoken) =>
  act.kind === 'request' || (act.kind === 'open' && clause.question);

/**
 * The sentences that the answer belongs to; null where nothing was said.
 * @param hasValue the customer answers with what may be a value
 * @param isPlain it is one by its shape, or one of a slot's possible values: "oh good" does not make a question of a statement
 */
export function askingUnit(
  spoken: readonly Spoken[],
  hasValue: boolean,
  isPlain: boolean,
): Unit | null {
  if (spoken.length === 0) return null;
  const asking = spoken.findLastIndex(asksByWording);
  const one = (at: number): Unit => ({ from: at, to: at + 1, byAnswer: false });
  if (!hasValue) {
    if (asking >= 0) return one(asking);
    const other = spoken.findLastIndex(({ sentence }) => sentence.act.kind !== 'statement');
    return one(other < 0 ? spoken.length - 1 : other);
  }
  const said = spoken.findLastIndex(({ courtesy }) => !courtesy);
  if (asking >= 0) {
    // "It goes faster with the order date. What would that be?" The sentence before says what.
    const before = spoken[asking - 1];
    if (spoken[asking]?.bare && before && !before.courtesy)
      return { from: asking - 1, to: asking + 1, byAnswer: false };
    // "Do you have your card at hand? I need the number on the front." The value answers the second sentence.
    const isOpen = spoken[asking]?.sentence.act.polar === true && said > asking;
    return isOpen ? { from: asking, to: said + 1, byAnswer: false } : one(asking);
  }
  const last = spoken[said];
  if (!last) return one(spoken.length - 1);
  // "We'll do it bit by bit: the date and then the sum. Start wherever you like."
  const list = isPlain && last.aside ? listBefore(spoken, said) : -1;
  if (list >= 0) return { from: list, to: list + 1, byAnswer: true };
  if (last.sentence.act.kind === 'open') return one(said);
  if (!isPlain) return one(said);
  const first = spoken.findIndex(({ turn, courtesy }) => turn === last.turn && !courtesy);
  return { from: first, to: said + 1, byAnswer: true };
}

/** The list that the same turn has right before a sentence; -1 where there is none. */
function listBefore(spoken: readonly Spoken[], at: number): number {
  const [before, own] = [spoken[at - 1], spoken[at]];
  const isList = before?.turn === own?.turn && (before?.sentence.clause.breaks.length ?? 0) > 0;
  return isList ? at - 1 : -1;
}

/** The unit's sentences as one. */
export function unitSentence(spoken: readonly Spoken[], { from, to, byAnswer }: Unit): Sentence {
  const sentences = spoken.slice(from, to).map(({ sentence }) => sentence);
  const [only] = sentences;
  if (only && sentences.length === 1 && !byAnswer) return only;
  const clause = joined(sentences.map((sentence) => sentence.clause));
  const strengths = sentences.map(({ act }) => act.strength);
  const act: Sentence['act'] = {
    kind: byAnswer ? 'answered' : 'request',
    from: 0,
    strength: byAnswer ? byAnswerStrength : Math.max(...strengths),
    polar: false,
    given: [],
  };
  return { clause, act };
}

function joined(clauses: readonly Clause[]): Clause {
  const all: Clause = { words: [], stems: [], question: false, valuesAt: [], breaks: [] };
  for (const { words, stems, question, valuesAt, breaks } of clauses) {
    const before = all.words.length;
    all.valuesAt.push(...valuesAt.map((at) => at + before));
    all.breaks.push(...breaks.map((at) => at + before));
    all.words.push(...words);
    all.stems.push(...stems);
    all.question ||= question;
  }
  return all;
}
