/** The agent's turns as questions with their answers: what reading and learning have in common. */
import type { Contact } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { onePer } from '../lib/memo.js';
import { tokensIn } from '../text/tokens.js';
import { wordsOf } from '../transcript/clauses.js';
import type { ReadTurn } from '../transcript/turns.js';
import { answerForms, isPlainValue, isValue } from './answer-form.js';
import { answerPieces, readPiece } from './answer-pieces.js';
import { says } from './answers.js';
import { askingUnit, type Spoken, unitSentence } from './asking-unit.js';
import type { Sentence } from './asks.js';
import type { BotReading } from './bot-side.js';
import { exchangesOf, type ReadExchange, withPostponed } from './exchanges.js';
import { type GivenValues, givenValues } from './given-values.js';
import { itemsAt, listsIn } from './list-items.js';
import { mostListed } from './settings.js';
import type { QuestionTools } from './tools.js';

export interface Question extends GivenValues {
  turn: number;
  /** Customer turns up to the agent's next one. */
  answers: number[];
  /** Forms of the answers. */
  answer: string[];
  /** What of the answers belongs to this item of a list, where each item has its own. */
  piece?: string;
  /** Slots whose held value the agent says and the customer accepts or refuses. */
  readBack: string[];
  sentence: Sentence;
  /** It stands in the agent's first turn. */
  first: boolean;
  /** Neither its answer nor any later one of the contact has the shape of a value. */
  late: boolean;
  /** "What can I do for you?": asks for the matter, which is no slot. */
  generic: boolean;
}

const longestReadBack = 25;
/** Words of what gives way; a longer sentence may ask in words that nobody knows yet. */
const mostOfWay = 5;
/** Turns of the customer's that answer: one, and its second thought; the values of a list may come one by one. */
const mostAnswers = 2;

/** One for each sentence of the agent's, and for each item of a list whose answers can be told apart. */
export function questionsOf(
  contact: Contact,
  turns: readonly ReadTurn[],
  bot: BotReading,
  tools: QuestionTools,
): Question[] {
  const opening = contact.turns.findIndex(({ actor }) => actor === 'agent');
  const spokenBy = (agent: readonly number[]) =>
    agent.flatMap((turn) => spokenIn(turn, contact, tools));
  const heard = exchangesOf(contact).map(({ agent, customer }): ReadExchange => {
    const answers = answersAmong(customer, turns, tools);
    const given = answers.flatMap((index) => turns[index] ?? []);
    const answer = answerForms(given, tools.language);
    const isPlain = isPlainValue(answer);
    const isOpen = !agent.includes(opening) && answer.every((form) => form.startsWith('~'));
    return { agent, answers, given, answer, isOpen, isPlain };
  });
  const exchanges = withPostponed(heard, ({ agent }) =>
    spokenBy(agent).every(({ aside }) => aside),
  );
  const lastValue = exchanges.findLastIndex(({ isPlain }) => isPlain);
  return exchanges.flatMap(({ agent, answers, given, answer, isPlain }, at) => {
    const spoken = spokenBy(agent);
    const hasValue = isValue(answer) && !(agent.includes(opening) && !isPlain);
    const isShort = isPlain || given.some((turn) => namesListed(turn, tools));
    const unit = askingUnit(spoken, hasValue, hasValue && isShort);
    const silent = { answers: [], answer: [], proof: [], given: [], denied: [], readBack: [] };
    const plain = (turn: number, sentence: Sentence) => ({
      turn,
      sentence,
      first: turn === opening,
      late: at > lastValue,
      generic: turns[turn]?.marks.has('generic') === true && isGeneric(sentence, tools),
    });
    return spoken.flatMap(({ turn, sentence }, i): Question[] => {
      if (!unit || i < unit.from || i >= unit.to) return [{ ...plain(turn, sentence), ...silent }];
      if (i < unit.to - 1) return [];
      const readBack = readBacks(turns[turn], given, sentence, bot, tools);
      const evidence = { answers, answer, readBack, ...givenValues(given, bot, tools) };
      if (readBack.length > 0) return [{ ...plain(turn, sentence), ...evidence }];
      const whole = unitSentence(spoken, unit);
      const items = answeredItems(whole, given, tools);
      if (!items) return [{ ...plain(turn, whole), ...evidence }];
      return items.map((item) => ({
        ...plain(turn, item.sentence),
        answers,
        answer: answerForms(item.given, tools.language),
        readBack,
        ...givenValues(item.given, bot, tools),
        ...(item.piece !== undefined && { piece: item.piece }),
      }));
    });
  });
}

function answersAmong(
  customer: readonly number[],
  turns: readonly ReadTurn[],
  { language }: QuestionTools,
): number[] {
  if (customer.length <= mostAnswers) return [...customer];
  const isPlain = (index: number) =>
    isPlainValue(answerForms(turns[index] ? [turns[index]] : [], language));
  const other = customer.findIndex((index) => !isPlain(index));
  const listed = other < 0 ? customer.length : other;
  return customer.slice(0, Math.max(mostAnswers, Math.min(listed, mostListed.parts)));
}

/** The answer names one of the values that a slot can have. */
function namesListed({ words }: ReadTurn, { slots }: QuestionTools): boolean {
  const said = ` ${words.join(' ')} `;
  return namesOf(slots).some((name) => said.includes(name));
}

const namesOf = onePer((slots: QuestionTools['slots']): string[] =>
  [...slots.values()]
    .flatMap(({ values }) => values.map((value) => wordsOf(value).join(' ')))
    .filter((name) => name.length > 3)
    .map((name) => ` ${name} `),
);
const determinersOf = onePer((lexicon: Lexicon) => new Set(lexicon.determiners));
const goingOnOf = onePer((lexicon: Lexicon) => new Set(lexicon.goingOn));

function spokenIn(turn: number, contact: Contact, tools: QuestionTools): Spoken[] {
  const { reader, readTurn } = tools;
  return reader.sentences(contact.turns[turn]?.text ?? '').map((sentence) => {
    const { courtesyOnly, content } = readTurn({ at: 0, text: sentence.clause.words.join(' ') }, 0);
    return {
      turn,
      sentence,
      courtesy: courtesyOnly,
      bare: content.length === 0,
      aside: givesWay(sentence, tools),
    };
  });
}

/** The items of a list with the piece of the answer that belongs to each; null where that cannot be told. */
function answeredItems(
  sentence: Sentence,
  given: readonly ReadTurn[],
  { readTurn, lexicon, language }: QuestionTools,
): { sentence: Sentence; given: ReadTurn[]; piece?: string }[] | null {
  const { marked, all, spoken } = listsIn(sentence, determinersOf(lexicon), goingOnOf(lexicon));
  if (spoken.length === 0 || sentence.act.kind === 'statement') return null;
  const text = given.map((turn) => turn.text).join(', ');
  const read = (piece: string) => readPiece(piece, given, readTurn);
  const isEmpty = (piece: string) => {
    const { courtesyOnly, words, marks } = read(piece);
    if (tokensIn(piece).length > 0) return false;
    return words.length === 0 || courtesyOnly || marks.has('evasion') || marks.has('told');
  };
  const isPlain = (piece: string) => isPlainValue(answerForms([read(piece)], language));
  // "I need the branch your number": the first "the" may begin the first item, or the second.
  const tiers = [marked, all, spoken.slice(1), spoken];
  for (const [tier, starts] of tiers.entries()) {
    const pieces = answerPieces(text, starts.length + 1, isEmpty, language);
    const isFitting = pieces?.length === starts.length + 1 || (starts === marked && pieces?.length);
    if (starts.length === 0 || !pieces || !isFitting) continue;
    // A "the" may go on with what was begun: two values are surely two answers.
    if (tier > 1 && pieces.filter(isPlain).length < 2) continue;
    const isOneEach = pieces.length === starts.length + 1;
    return itemsAt(sentence, starts).map((item, i) => ({
      sentence: item,
      given: pieces[i] === undefined ? [] : [read(pieces[i])],
      ...(isOneEach && { piece: pieces[i] ?? '' }),
    }));
  }
  return null;
}

/** "What do you need? Acct no?" asks for the matter in its first sentence alone. */
const isGeneric = ({ clause }: Sentence, { readTurn }: QuestionTools) =>
  readTurn({ at: 0, text: clause.words.join(' ') }, 0).marks.has('generic');

/** "No rush", "work away": asks for nothing, and lets the customer look. */
function givesWay(sentence: Sentence, { reader, config }: QuestionTools): boolean {
  const { act, clause } = sentence;
  if (clause.question || clause.words.length > mostOfWay) return false;
  if (act.kind !== 'open' && act.kind !== 'statement') return false;
  return reader.asksOf(sentence).every(({ confidence }) => confidence < config.askConfidence);
}

/** "So that's 12 High Street, got it." "No, it is 14." "I've got 10/21 for the move, do you agree?" "I said 10/31." */
function readBacks(
  said: ReadTurn | undefined,
  [reply]: readonly ReadTurn[],
  { act }: Sentence,
  bot: BotReading,
  tools: QuestionTools,
): string[] {
  if (!said || !reply || said.words.length > longestReadBack) return [];
  const asks = act.kind === 'request' || act.kind === 'offer';
  const isTaken = reply.marks.has('yes') || reply.marks.has('no') || reply.courtesyOnly;
  if ((asks || !isTaken) && !isShapedAlike(said, reply, tools)) return [];
  return [...bot.held].flatMap(([slot, value]) => (says(said, value, tools) ? [slot] : []));
}

/** The reply is a value, and the turn has one of its shape. */
function isShapedAlike(said: ReadTurn, reply: ReadTurn, { language }: QuestionTools): boolean {
  const shapes = (turn: ReadTurn) =>
    answerForms([turn], language).filter((form) => /^[⟨#]|\d/.test(form));
  const known = new Set(shapes(said));
  return shapes(reply).some((form) => known.has(form));
}

/** It asks by what other sentences ask for in the same words, if at all. */
export const isAnsweredStatement = ({ sentence, answer }: Question): boolean =>
  sentence.act.kind === 'statement' && isValue(answer);

/** A request, or a bare naming ("dob pls") that is a question or is answered: "have a great day" is neither. */
export function isAsked({ sentence, answer, generic }: Question): boolean {
  const { act, clause } = sentence;
  if (generic) return false;
  if (act.kind === 'open') return clause.question || isValue(answer);
  return act.kind === 'request' || act.kind === 'answered';
}
