/** The agent's turns as questions with their answers: what reading and learning have in common. */
import type { Contact } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { onePer } from '../lib/memo.js';
import { tokenDigits, tokensIn } from '../text/tokens.js';
import { wordsOf } from '../transcript/clauses.js';
import type { ReadTurn } from '../transcript/turns.js';
import { answerForms, isPlainValue, isValue } from './answer-form.js';
import { answerPieces } from './answer-pieces.js';
import { digestsOfDays, says } from './answers.js';
import { askingUnit, type Spoken, unitSentence } from './asking-unit.js';
import type { Sentence } from './asks.js';
import type { BotReading } from './bot-side.js';
import { exchangesOf } from './exchanges.js';
import { isCommon } from './few-values.js';
import { itemsAt, listsIn } from './list-items.js';
import { shapedValues, tellTheSame } from './told-before.js';
import type { QuestionTools } from './tools.js';

export interface Question {
  turn: number;
  /** Customer turns up to the agent's next one. */
  answers: number[];
  /** Forms of the answers. */
  answer: string[];
  /** What of the answers belongs to this item of a list, where each item has its own. */
  piece?: string;
  /** Slots whose value, as the bot held it or as it was told to the bot, the answers say. */
  proof: string[];
  /** Those of `proof` whose value is no other slot's and seldom said by chance. */
  given: string[];
  /** Slots of which the bot held another value than the answer gives. */
  denied: string[];
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

/** A longer answer tells a story, in which a held value proves nothing. */
const longestProof = 10;
const longestReadBack = 25;
/** Words of content of an answer that is a value in words, and of those beside it. */
const longestPlain = 5;
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
  const exchanges = exchangesOf(contact).map(({ agent, customer }) => {
    const answers = customer.slice(0, mostAnswers);
    const given = answers.flatMap((index) => turns[index] ?? []);
    return { agent, answers, given, answer: answerForms(given, tools.language) };
  });
  const lastValue = exchanges.findLastIndex(({ answer }) => isPlainValue(answer));
  return exchanges.flatMap(({ agent, answers, given, answer }, at) => {
    const spoken = agent.flatMap((turn) => spokenIn(turn, contact, tools));
    const hasValue = isValue(answer) && !(agent.includes(opening) && !isPlainValue(answer));
    const isPlain = isPlainValue(answer) || given.some((turn) => namesListed(turn, tools));
    const unit = askingUnit(spoken, hasValue, hasValue && isPlain);
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
        ...(item.piece !== undefined && { piece: item.piece }),
      }));
    });
  });
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
): { sentence: Sentence; given: ReadTurn[]; piece?: string }[] | null {
  const { marked, all } = listsIn(sentence, determinersOf(lexicon));
  if (all.length === 0 || sentence.act.kind === 'statement') return null;
  const text = given.map((turn) => turn.text).join(', ');
  const read = (piece: string) => readTurn({ at: given[0]?.at ?? 0, text: piece }, 0);
  const isEmpty = (piece: string) => {
    const { courtesyOnly, words, marks } = read(piece);
    if (tokensIn(piece).length > 0) return false;
    return words.length === 0 || courtesyOnly || marks.has('evasion') || marks.has('told');
  };
  for (const starts of [marked, all]) {
    const pieces = answerPieces(text, starts.length + 1, isEmpty, language);
    const isFitting = pieces?.length === starts.length + 1 || (starts === marked && pieces?.length);
    if (starts.length === 0 || !pieces || !isFitting) continue;
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

/** Which held values an answer gives, and which it does not although it is short and gives a value. */
function valuesIn(
  given: readonly ReadTurn[],
  bot: BotReading,
  tools: QuestionTools,
): Pick<Question, 'proof' | 'given' | 'denied'> {
  const telling = given.filter(
    ({ content, text }) =>
      tokensIn(text).length > 0 || (content.length > 0 && content.length <= longestProof),
  );
  if (telling.length === 0) return { proof: [], given: [], denied: [] };
  const held = [...bot.held].map(([slot, value]) => ({
    slot,
    isSaid: telling.some((turn) => says(turn, value, tools)),
  }));
  const said = held.filter(({ isSaid }) => isSaid).map(({ slot }) => slot);
  // A story names a city, too; an answer is little more than the value.
  const short = telling.filter(({ content }) => content.length <= longestPlain);
  const plainly = said.filter((slot) => {
    const value = bot.held.get(slot);
    return value !== undefined && short.some((turn) => says(turn, value, tools));
  });
  const told = [...bot.told.keys()].filter((slot) =>
    bot.told.get(slot)?.some((one) => telling.some((turn) => tellTheSame(one, turn, tools))),
  );
  const proof = [...new Set([...said, ...told])];
  const refuses = given.some(({ marks }) => marks.has('told') || marks.has('objection'));
  const isOpen = refuses || !isValue(answerForms(given, tools.language));
  return {
    proof,
    given: [...new Set([...ofOneSlot(proof, telling, bot, tools), ...rare(plainly, bot, tools)])],
    denied: isOpen ? [] : held.map(({ slot }) => slot).filter((slot) => !proof.includes(slot)),
  };
}

/** Those whose value is no yes or no and no small number, and no other slot's: it is seldom said by chance. */
function rare(slots: readonly string[], { held }: BotReading, tools: QuestionTools): string[] {
  const all = [...held.values()].map(({ digest }) => digest);
  return slots.filter((slot) => {
    const digest = held.get(slot)?.digest;
    if (digest === undefined || isCommon(digest, tools)) return false;
    return all.filter((one) => one === digest).length === 1;
  });
}

/** Slots whose own value an answer gives, where no other slot has the same. */
function ofOneSlot(
  proof: readonly string[],
  telling: readonly ReadTurn[],
  { held, told }: BotReading,
  tools: QuestionTools,
): string[] {
  const valuesOfSlot = (slot: string) => {
    const value = held.get(slot);
    const own = value ? [value.digest, ...value.tails] : [];
    const replies = (told.get(slot) ?? []).flatMap((reply) => shapedValues(reply, tools));
    return new Set([...own.map((digest) => digest.slice(0, tokenDigits)), ...replies]);
  };
  const values = new Map(
    [...held.keys(), ...told.keys()].map((slot) => [slot, valuesOfSlot(slot)]),
  );
  const given = new Set(
    telling.flatMap((turn) => [...shapedValues(turn, tools), ...daysIn(turn, tools)]),
  );
  const slotsOf = (value: string) => [...values].filter(([, own]) => own.has(value));
  return proof.filter((slot) =>
    [...(values.get(slot) ?? [])].some((value) => given.has(value) && slotsOf(value).length === 1),
  );
}

/** A bot fills in the year of a day. */
const daysIn = (turn: ReadTurn, tools: QuestionTools): string[] =>
  digestsOfDays(turn, tools).map((digest) => digest.slice(0, tokenDigits));

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
