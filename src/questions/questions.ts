/** The agent's turns as questions with their answers: what reading and learning have in common. */
import type { Contact } from '../domain/conversation.js';
import { tokensIn } from '../text/tokens.js';
import type { Clause } from '../transcript/clauses.js';
import type { ReadTurn } from '../transcript/turns.js';
import { answerForms } from './answer-form.js';
import { says } from './answers.js';
import type { AskReader, InPlay, Sentence, SentenceAsk } from './asks.js';
import type { BotReading } from './bot-side.js';
import type { Tools } from './tools.js';
import { asksNothing } from './wordings.js';

export interface Question {
  turn: number;
  /** Customer turns up to the agent's next one. */
  answers: number[];
  /** Forms of the answers. */
  answer: string[];
  /** Slots whose value, as the bot held it, the answers say. */
  proof: string[];
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

/** One for each sentence of the agent's; the answers belong to a turn's last sentence that asks, or to its last. */
export function questionsOf(
  contact: Contact,
  turns: readonly ReadTurn[],
  bot: BotReading,
  tools: Tools,
): Question[] {
  const opening = contact.turns.findIndex(({ actor }) => actor === 'agent');
  return contact.turns.flatMap(({ actor, text }, turn) => {
    if (actor !== 'agent') return [];
    const sentences = tools.reader.sentences(text);
    const answers = answersTo(contact, turn, tools);
    const given = answers.flatMap((index) => turns[index] ?? []);
    const asking = sentences.findLastIndex(({ act }) => act.kind !== 'statement');
    const answered = asking < 0 ? sentences.length - 1 : asking;
    return sentences.map((sentence, i) => ({
      turn,
      sentence,
      first: turn === opening,
      generic: turns[turn]?.marks.has('generic') === true && isGeneric(sentence, tools),
      ...(i === answered
        ? {
            answers,
            answer: answerForms(given),
            proof: proofs(given, bot, tools),
            readBack: readBacks(turns[turn], given, sentence, bot, tools),
          }
        : { answers: [], answer: [], proof: [], readBack: [] }),
    }));
  });
}

/** "What do you need? Acct no?" asks for the matter in its first sentence alone. */
const isGeneric = ({ clause }: Sentence, { readTurn }: Tools) =>
  readTurn({ at: 0, text: clause.words.join(' ') }, 0).marks.has('generic');

/** "Let me look. What is your postcode?" in two turns: the answer is the second one's. */
function answersTo({ turns }: Contact, ask: number, { reader }: Tools): number[] {
  const answers: number[] = [];
  for (let i = ask + 1; i < turns.length; i++) {
    const { actor, text = '' } = turns[i] ?? {};
    if (actor === 'customer') answers.push(i);
    if (actor !== 'agent') continue;
    if (answers.length > 0) break;
    if (reader.sentences(text).some(({ act }) => act.kind === 'request')) return [];
  }
  return answers.slice(0, 2);
}

/** "So that's 12 High Street, got it." "No, it is 14." */
function readBacks(
  said: ReadTurn | undefined,
  [reply]: readonly ReadTurn[],
  { act }: Sentence,
  bot: BotReading,
  tools: Tools,
): string[] {
  if (!said || !reply || act.kind === 'request' || act.kind === 'offer') return [];
  if (!reply.marks.has('yes') && !reply.marks.has('no') && !reply.courtesyOnly) return [];
  if (said.words.length > longestReadBack) return [];
  return [...bot.held].flatMap(([slot, { digest }]) =>
    says(said.text, digest, tools) ? [slot] : [],
  );
}

function proofs(given: readonly ReadTurn[], bot: BotReading, tools: Tools): string[] {
  const telling = given.filter(
    ({ content, text }) =>
      tokensIn(text).length > 0 || (content.length > 0 && content.length <= longestProof),
  );
  if (telling.length === 0) return [];
  return [...bot.held].flatMap(([slot, { digest }]) =>
    telling.some(({ text }) => says(text, digest, tools)) ? [slot] : [],
  );
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

/** A request, or a bare naming ("dob pls") that is a question or is answered: "have a great day" is neither. */
export function isAsked({ sentence, answer, generic }: Question): boolean {
  const { act, clause } = sentence;
  if (generic) return false;
  if (act.kind === 'open') return clause.question || isValue(answer);
  return act.kind === 'request';
}

/** P(the sentence asks for nothing), from what it does alone. */
const idle: Record<Sentence['act']['kind'], number> = {
  request: 0.03,
  open: 0.35,
  offer: 1,
  confirm: 1,
  statement: 1,
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
  for (const { slot, confidence, coverage } of asks)
    prior.set(
      slot,
      rest * confidence * scale * wordsTrust * (kindTrust + (1 - kindTrust) * coverage),
    );
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
