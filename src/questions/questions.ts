/** The agent's turns as questions with their answers: what reading and learning have in common. */
import type { Contact } from '../domain/conversation.js';
import { tokensIn } from '../text/tokens.js';
import { type Clause, wordsOf } from '../transcript/clauses.js';
import type { ReadTurn } from '../transcript/turns.js';
import { answerForms } from './answer-form.js';
import { answerPieces } from './answer-pieces.js';
import { says } from './answers.js';
import { askingUnit, type Spoken, unitSentence } from './asking-unit.js';
import type { AskReader, InPlay, Sentence, SentenceAsk } from './asks.js';
import type { BotReading } from './bot-side.js';
import { exchangesOf } from './exchanges.js';
import { itemsAt, listsIn } from './list-items.js';
import { tellTheSame } from './told-before.js';
import type { QuestionTools } from './tools.js';
import { asksNothing } from './wordings.js';

export interface Question {
  turn: number;
  /** Customer turns up to the agent's next one. */
  answers: number[];
  /** Forms of the answers. */
  answer: string[];
  /** Slots whose value, as the bot held it or as it was told to the bot, the answers say. */
  proof: string[];
  /** Slots of which the bot held another value than the answer gives. */
  denied: string[];
  /** Slots whose held value the agent says and the customer accepts or refuses. */
  readBack: string[];
  sentence: Sentence;
  /** It stands in the agent's first turn. */
  first: boolean;
  /** "What can I do for you?": asks for the matter, which is no slot. */
  generic: boolean;
}

/** A longer answer tells a story, in which a held value proves nothing. */
const longestProof = 10;
const longestReadBack = 25;
/** Turns of the customer's that answer: one, and its second thought. */
const mostAnswers = 2;

/** One for each sentence of the agent's, and for each item of a list whose answers can be told apart. */
export function questionsOf(
  contact: Contact,
  turns: readonly ReadTurn[],
  bot: BotReading,
  tools: QuestionTools,
): Question[] {
  const opening = contact.turns.findIndex(({ actor }) => actor === 'agent');
  return exchangesOf(contact).flatMap(({ agent, customer }) => {
    const answers = customer.slice(0, mostAnswers);
    const given = answers.flatMap((index) => turns[index] ?? []);
    const spoken = agent.flatMap((turn) => spokenIn(turn, contact, tools));
    const answer = answerForms(given, tools.language);
    const hasValue = isValue(answer) && !(agent.includes(opening) && !isPlainValue(answer));
    const isPlain = isPlainValue(answer) || given.some((turn) => namesListed(turn, tools));
    const unit = askingUnit(spoken, hasValue, hasValue && isPlain);
    const silent = { answers: [], answer: [], proof: [], denied: [], readBack: [] };
    const plain = (turn: number, sentence: Sentence) => ({
      turn,
      sentence,
      first: turn === opening,
      generic: turns[turn]?.marks.has('generic') === true && isGeneric(sentence, tools),
    });
    return spoken.flatMap(({ turn, sentence }, i): Question[] => {
      if (!unit || i < unit.from || i >= unit.to) return [{ ...plain(turn, sentence), ...silent }];
      if (i < unit.to - 1) return [];
      const readBack = readBacks(turns[turn], given, sentence, bot, tools);
      const evidence = { answers, answer, readBack, ...valuesIn(given, bot, tools) };
      if (readBack.length > 0) return [{ ...plain(turn, sentence), ...evidence }];
      const whole = unitSentence(spoken, unit);
      const items = answeredItems(whole, given, tools);
      if (!items) return [{ ...plain(turn, whole), ...evidence }];
      return items.map((item) => ({
        ...plain(turn, item.sentence),
        answers,
        answer: answerForms(item.given, tools.language),
        readBack,
        ...valuesIn(item.given, bot, tools),
      }));
    });
  });
}

/** The answer names one of the values that a slot can have. */
function namesListed({ words }: ReadTurn, { slots }: QuestionTools): boolean {
  const said = ` ${words.join(' ')} `;
  for (const { values } of slots.values())
    for (const value of values) {
      const name = wordsOf(value).join(' ');
      if (name.length > 3 && said.includes(` ${name} `)) return true;
    }
  return false;
}

function spokenIn(turn: number, contact: Contact, { reader, readTurn }: QuestionTools): Spoken[] {
  return reader.sentences(contact.turns[turn]?.text ?? '').map((sentence) => ({
    turn,
    sentence,
    courtesy: readTurn({ at: 0, text: sentence.clause.words.join(' ') }, 0).courtesyOnly,
  }));
}

/** The items of a list with the piece of the answer that belongs to each; null where that cannot be told. */
function answeredItems(
  sentence: Sentence,
  given: readonly ReadTurn[],
  { readTurn, lexicon, language }: QuestionTools,
): { sentence: Sentence; given: ReadTurn[] }[] | null {
  const { marked, all } = listsIn(sentence, new Set(lexicon.determiners));
  if (all.length === 0 || sentence.act.kind === 'statement') return null;
  const text = given.map((turn) => turn.text).join(', ');
  const read = (piece: string) => readTurn({ at: given[0]?.at ?? 0, text: piece }, 0);
  const isEmpty = (piece: string) => {
    const { courtesyOnly, words, marks } = read(piece);
    return words.length === 0 || courtesyOnly || marks.has('evasion') || marks.has('told');
  };
  for (const starts of [marked, all]) {
    const pieces = answerPieces(text, starts.length + 1, isEmpty, language);
    const isFitting = pieces?.length === starts.length + 1 || (starts === marked && pieces?.length);
    if (starts.length === 0 || !pieces || !isFitting) continue;
    return itemsAt(sentence, starts).map((item, i) => ({
      sentence: item,
      given: pieces[i] === undefined ? [] : [read(pieces[i])],
    }));
  }
  return null;
}

/** "What do you need? Acct no?" asks for the matter in its first sentence alone. */
const isGeneric = ({ clause }: Sentence, { readTurn }: QuestionTools) =>
  readTurn({ at: 0, text: clause.words.join(' ') }, 0).marks.has('generic');

/** "So that's 12 High Street, got it." "No, it is 14." */
function readBacks(
  said: ReadTurn | undefined,
  [reply]: readonly ReadTurn[],
  { act }: Sentence,
  bot: BotReading,
  tools: QuestionTools,
): string[] {
  if (!said || !reply || act.kind === 'request' || act.kind === 'offer') return [];
  if (!reply.marks.has('yes') && !reply.marks.has('no') && !reply.courtesyOnly) return [];
  if (said.words.length > longestReadBack) return [];
  return [...bot.held].flatMap(([slot, value]) => (says(said, value, tools) ? [slot] : []));
}

/** Which held values an answer gives, and which it does not although it is short and gives a value. */
function valuesIn(
  given: readonly ReadTurn[],
  bot: BotReading,
  tools: QuestionTools,
): Pick<Question, 'proof' | 'denied'> {
  const telling = given.filter(
    ({ content, text }) =>
      tokensIn(text).length > 0 || (content.length > 0 && content.length <= longestProof),
  );
  if (telling.length === 0) return { proof: [], denied: [] };
  const held = [...bot.held].map(([slot, value]) => ({
    slot,
    isSaid: telling.some((turn) => says(turn, value, tools)),
  }));
  const isTold = (slot: string) =>
    bot.told.get(slot)?.some((told) => telling.some((turn) => tellTheSame(told, turn, tools))) ??
    false;
  const proof = [
    ...new Set([
      ...held.filter(({ isSaid }) => isSaid).map(({ slot }) => slot),
      ...[...bot.told.keys()].filter(isTold),
    ]),
  ];
  const refuses = given.some(({ marks }) => marks.has('told') || marks.has('objection'));
  if (refuses || !isValue(answerForms(given, tools.language))) return { proof, denied: [] };
  return { proof, denied: held.map(({ slot }) => slot).filter((slot) => !proof.includes(slot)) };
}

/** The words of a question and each two that follow each other: what wordings are compared by. */
export function wordingOf({ stems }: Clause): string[] {
  const pairs = stems.slice(1).map((one, i) => `${stems[i]} ${one}`);
  return [...new Set([...stems, ...pairs])];
}

/** No courtesy, no story, no question of the customer's own. */
export const isValue = (answer: readonly string[]): boolean =>
  !answer.includes('~long') &&
  !answer.includes('~question') &&
  answer.some((form) => !form.startsWith('~'));

/** A redacted value, a date, a sum or a number, whatever the words around it. */
export const isPlainValue = (answer: readonly string[]): boolean =>
  isValue(answer) && answer.some((form) => /^[⟨#]|\d/.test(form));

/** A request, or a bare naming ("dob pls") that is a question or is answered: "have a great day" is neither. */
export function isAsked({ sentence, answer, generic }: Question): boolean {
  const { act, clause } = sentence;
  if (generic) return false;
  if (act.kind === 'open') return clause.question || isValue(answer);
  return act.kind === 'request' || act.kind === 'answered';
}

/** P(the sentence asks for nothing), from what it does alone. */
const idle: Record<Sentence['act']['kind'], number> = {
  request: 0.03,
  open: 0.35,
  offer: 1,
  confirm: 1,
  statement: 1,
  answered: 0.5,
};

/** A few words without a question mark are oftener "ok checking" than "dob". */
const bareNaming = 0.6;
/** Words alone leave open that another slot is meant. */
const wordsTrust = 0.85;
/** "When?" asks for a date, but a "payment date" is one of several. */
const kindTrust = 0.2;

/** What a sentence asks for by its own words; what it leaves open adds up to less than 1. */
export function priorOf(sentence: Sentence, asks: readonly SentenceAsk[]): Map<string, number> {
  const { act, clause } = sentence;
  const nothing = act.kind === 'open' && !clause.question ? bareNaming : idle[act.kind];
  const total = asks.reduce((sum, { confidence }) => sum + confidence, 0);
  const scale = 1 / Math.max(1, total);
  const prior = new Map([[asksNothing, nothing * (1 - Math.min(0.9, total))]]);
  const rest = 1 - (prior.get(asksNothing) ?? 0);
  for (const { slot, confidence, coverage, rivals } of asks) {
    const share = rest * confidence * scale * wordsTrust * (kindTrust + (1 - kindTrust) * coverage);
    const all = [...rivals.values()].reduce((sum, n) => sum + n, 1);
    for (const [name, n] of [[slot, 1] as const, ...rivals])
      prior.set(name, (prior.get(name) ?? 0) + (share * n) / all);
  }
  return prior;
}

/** "Your name, postcode and date of birth": a sentence for each item, where there are several; else the sentence itself. */
export function partsOf(
  sentence: Sentence,
  reader: AskReader,
  determiners: ReadonlySet<string>,
  inPlay: InPlay,
): { sentence: Sentence; asks: SentenceAsk[] }[] {
  const { clause, act } = sentence;
  const asks = reader.asksOf(sentence, inPlay);
  if (act.kind === 'statement' || clause.breaks.length === 0) return [{ sentence, asks }];
  const several = asks.length > 1;
  const isItem = (start: number) => several || determiners.has(clause.words[start + 1] ?? '');
  const starts = clause.breaks.filter((start) => start > act.from && isItem(start));
  if (starts.length === 0) return [{ sentence, asks }];
  return [0, ...starts].map((from, i) => {
    const to = starts[i] ?? clause.words.length;
    const own = asks.filter(({ segment }) => {
      const start = segment === 0 ? 0 : (clause.breaks[segment - 1] ?? 0);
      return start >= from && start < to;
    });
    const part = { ...clause, ...slice(clause, from, to), breaks: [] };
    return { sentence: { clause: part, act: i === 0 ? act : { ...act, from: 0 } }, asks: own };
  });
}

const slice = ({ words, stems }: Clause, from: number, to: number) => ({
  words: words.slice(from, to),
  stems: stems.slice(from, to),
});
