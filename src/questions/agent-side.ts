/** The agent's transcript, read: what the agent asks for, where the answers are, how it opens. */
import type { Contact } from '../domain/conversation.js';
import { textKey } from '../text/text-key.js';
import type { ReadTurn } from '../transcript/turns.js';
import type { Asking } from './asking.js';
import type { InPlay } from './asks.js';
import type { BotReading } from './bot-side.js';
import { listsAmong, onceAnswered, onePerSlot } from './one-per-slot.js';
import { isAnsweredStatement, isAsked, type Question, questionsOf } from './questions.js';
import { leastConfidence, leastOfStatement, surelyGiven, surelyReadBack } from './settings.js';
import { codeSubject, intentSubject } from './subjects.js';
import type { QuestionTools } from './tools.js';
import { asksNothing, isUnknown } from './wordings.js';
import { yesNo } from './yes-or-no.js';

export interface AgentAsk {
  turn: number;
  slot: string;
  confidence: number;
  kind: 'request' | 'confirm';
  /** Customer turns up to the agent's next one. */
  answers: number[];
  /** See `Question`. */
  piece?: string;
}

export interface AgentReading {
  contact: Contact;
  turns: ReadTurn[];
  questions: Question[];
  asks: AgentAsk[];
  customer: ReadTurn[];
  /** What the agent said before the customer had said something twice: at most three turns. */
  opening: ReadTurn[];
  /** First customer turn that says something, is no answer and no courtesy. */
  informative?: ReadTurn;
}

/** Key of an agent's text that recurs in most contacts (see `textKey`), to the factor by which its asks are discounted. */
export type Boilerplate = ReadonlyMap<string, number>;

/** In what light the agent's turns are read. */
export interface AskContext {
  inPlay: InPlay;
  /** What was learned of this centre's wordings; null before anything was. */
  asking: Asking | null;
  boilerplate: Boilerplate;
}

/** What is known of a contact before it is read. */
interface Known {
  /** The one in question, where it is another than the bot acted on. */
  intent?: string | undefined;
  /** Its questions, where they were read before. */
  questions?: Question[] | undefined;
}

export const emptyAskContext: AskContext = { inPlay: null, asking: null, boilerplate: new Map() };

export function readAgent(
  contact: Contact,
  bot: BotReading,
  tools: QuestionTools,
  context: AskContext,
  { intent = bot.intent?.name, questions: read }: Known = {},
): AgentReading {
  const turns = contact.turns.map((turn, i) => tools.readTurn(turn, i));
  const by = (actor: string) => turns.filter(({ index }) => contact.turns[index]?.actor === actor);
  const questions = read ?? questionsOf(contact, turns, bot, tools);
  const about = subjectsOf(intent, contact);
  const all = asksOfAll(questions, about, tools, context);
  const asks = questions.flatMap((question, i) => {
    // Where wordings were learned, what is said in every contact was learned, too.
    const key = textKey(turns[question.turn]?.text ?? '');
    const discount = context.asking ? 1 : (context.boilerplate.get(key) ?? 1);
    return (all[i] ?? []).map((ask) => ({ ...ask, confidence: ask.confidence * discount }));
  });
  const customer = by('customer');
  const answered = new Set(asks.flatMap(({ answers }) => answers));
  const informative = customer.find((turn) => isInformative(turn, answered));
  return {
    contact,
    turns,
    questions,
    asks,
    customer,
    opening: openingOf(by('agent'), customer),
    ...(informative && { informative }),
  };
}

/** What a contact is about: the intent in question, and the wrap-up code. */
export function subjectsOf(
  intent: string | undefined,
  { outcome }: Pick<Contact, 'outcome'>,
): string[] {
  return [
    ...(intent === undefined ? [] : [intentSubject(intent)]),
    ...(outcome.reason === undefined ? [] : [codeSubject(outcome.reason)]),
  ];
}

/** The slots that questions ask for: by their own words, by what their wordings mean here, by their answers. @param questions of one contact, in order */
export function asksOfAll(
  questions: readonly Question[],
  about: readonly string[],
  tools: QuestionTools,
  context: AskContext,
): AgentAsk[][] {
  const { asking } = context;
  const shares = questions.map((question) =>
    asking && isRead(question) ? sharesOf(question, about, asking) : [],
  );
  if (asking) {
    for (const list of listsAmong(questions))
      onePerSlot(
        list.map((i) => shares[i] ?? []),
        asking.model,
      );
    onceAnswered(questions, shares, asking.model);
  }
  return questions.map((question, i) => asksOf(question, shares[i] ?? [], tools, context));
}

const isRead = (question: Question): boolean => isAsked(question) || isAnsweredStatement(question);

/** What answers a contact's first words is the matter, and a value in it is one by chance; a bare yes or no says that no value was asked for. */
export const heardOf = ({
  first,
  answer,
  proof,
  denied,
}: Pick<Question, 'first' | 'answer' | 'proof' | 'denied'>) =>
  first
    ? { answer: answer.every((form) => form === yesNo) ? answer : [], proof: [], denied: [] }
    : { answer, proof, denied };

/** P(class) by each wording of a question. */
function sharesOf(question: Question, about: readonly string[], asking: Asking): Float64Array[] {
  const heard = heardOf(question);
  return asking
    .wordings(question.sentence)
    .map((wording) => asking.model.posterior(wording, { ...heard, about }));
}

function asksOf(
  question: Question,
  wordings: readonly Float64Array[],
  tools: QuestionTools,
  { inPlay, asking }: AskContext,
): AgentAsk[] {
  const { sentence, turn, answers, readBack, given, piece, first } = question;
  const plain = ({ slot, confidence, kind }: Omit<AgentAsk, 'turn' | 'answers'>): AgentAsk => ({
    slot,
    confidence,
    kind,
    turn,
    answers,
    ...(piece !== undefined && { piece }),
  });
  if (readBack.length > 0)
    return readBack.map((slot) => plain({ slot, confidence: surelyReadBack, kind: 'confirm' }));
  if (!asking || !isRead(question)) return tools.reader.asksOf(sentence, inPlay).map(plain);
  const least = isAsked(question) ? leastConfidence : leastOfStatement;
  const best = new Map<string, AgentAsk>();
  for (const shares of wordings) {
    shares.forEach((confidence, k) => {
      const slot = asking.model.classes[k] ?? asksNothing;
      if (slot === asksNothing || isUnknown(slot) || confidence < least) return;
      if (confidence > (best.get(slot)?.confidence ?? 0))
        best.set(slot, plain({ slot, confidence, kind: 'request' }));
    });
  }
  for (const slot of first ? [] : given)
    if ((best.get(slot)?.confidence ?? 0) < surelyGiven)
      best.set(slot, plain({ slot, confidence: surelyGiven, kind: 'request' }));
  return [...best.values()];
}

/** An answer of many words to "how can I help" is no slot's value. */
function isInformative(turn: ReadTurn, answered: ReadonlySet<number>): boolean {
  if (turn.courtesyOnly || turn.asksForPerson) return false;
  return turn.content.length >= (answered.has(turn.index) ? 5 : 2);
}

function openingOf(agent: readonly ReadTurn[], customer: readonly ReadTurn[]): ReadTurn[] {
  const limit = customer.filter(({ content }) => content.length > 0)[0]?.index ?? Infinity;
  const before = agent.filter(({ index }) => index < limit);
  return (before.length > 0 ? before : agent.slice(0, 1)).slice(0, 3);
}
