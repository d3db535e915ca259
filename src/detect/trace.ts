/**
 * What a journey teaches, read once: everything that learning needs of its transcripts, as plain data that can be kept. A trace
 * depends on the journey's own records, the definition and the lexicon alone, never on what was learned of other journeys.
 */
import type { Contact } from '../domain/conversation.js';
import type { Journey } from '../domain/journey.js';
import { distributionOf, type Words } from '../intents/true-intent.js';
import { filled } from '../lib/json.js';
import {
  type AgentReading,
  emptyAskContext,
  readAgent,
  subjectsOf,
} from '../questions/agent-side.js';
import { answerForms } from '../questions/answer-form.js';
import { says } from '../questions/answers.js';
import { type BotReading, readBot } from '../questions/bot-side.js';
import type { Question } from '../questions/questions.js';
import { shapeOf, type ToldShape } from '../questions/told-before.js';
import { createTools, type QuestionTools } from '../questions/tools.js';
import { prepare, similarity } from '../text/similarity.js';
import { textKey } from '../text/text-key.js';
import { withoutTokens } from '../text/tokens.js';
import type { DetectContext } from '../transcript/context.js';
import { type Reception, receptionsOf } from './de-escalation.js';
import { type OpeningWords, openingWordsOf } from './opening.js';
import { carryingUtterance } from './utterance.js';

export interface Trace {
  session: string;
  /** What the bot acted on. */
  intent?: string | undefined;
  /** Of the linked contact, what its labels say; null without one. */
  contact: Pick<Contact, 'queue' | 'outcome'> | null;
  /** The customer's words as the bot's own training phrases let them be heard. */
  words: Words;
  texts: { toBot?: string | undefined; toAgent?: string | undefined };
  /** What the contact is about, as far as both logs say. */
  about: string[];
  /** Slots that the bot held at the handoff. */
  held: string[];
  /** The agent's; null without a linked contact. */
  questions: Question[] | null;
  /** The bot's questions with the customer's replies, by which `questions` were read (see `toldTo`). */
  told: string;
  /** The bot's wordings for slots, as often as they came. */
  prompts: { slot: string; text: string }[];
  /** What the bot asked for, as far as the platform logs it, with the forms of the answer. */
  answered: { slot: string; answer: string[] }[];
  /** Of each held value that was said in words: whether it is the customer's own words, and what it was said in. */
  ownWords: { slot: string; shape: ToldShape; said: boolean }[];
  /** `textKey` of each of the agent's texts. */
  agentTexts: string[];
  /** How the customer arrived, and what the agent said to it. */
  receptions: Reception[];
  opening: OpeningWords | null;
}

/** @returns what reads journeys into traces */
export function createTracer(context: DetectContext): (journey: Journey) => Trace {
  const tools = createTools(context, context.definition?.slots ?? []);
  return (journey) => traceOf(journey, tools);
}

function traceOf({ session, contact, link }: Journey, tools: QuestionTools): Trace {
  const linked = link.status === 'none' ? undefined : contact;
  const bot = readBot(session, tools);
  const agent = linked ? readAgent(linked, bot, tools, emptyAskContext) : null;
  return {
    session: session.id,
    intent: bot.intent?.name,
    contact: linked ? filled({ queue: linked.queue, outcome: linked.outcome }) : null,
    words: wordsOfJourney(bot, agent, tools),
    texts: textsOf(bot, agent),
    about: linked ? subjectsOf(bot.intent?.name, linked) : [],
    held: [...bot.held.keys()],
    questions: agent?.questions ?? null,
    told: toldTo(bot),
    prompts: session.turns.flatMap(({ asksFor: slot, text = '' }) =>
      slot === undefined ? [] : { slot, text },
    ),
    answered: askedByBot(bot, tools),
    ownWords: ownWordsOf(bot, tools),
    agentTexts: agent ? agentTextsOf(agent) : [],
    receptions: agent ? receptionsOf(agent, tools) : [],
    opening: agent && openingWordsOf(bot, agent, tools),
  };
}

/** Where a log does not say what the bot asks for, its words do, and are read otherwise once its prompts are known. */
const toldTo = ({ told }: BotReading): string =>
  JSON.stringify([...told].map(([slot, replies]) => [slot, replies.map(({ index }) => index)]));

/** The agent's questions as the trace has them; undefined where the bot is read otherwise than it was then. */
export const questionsIn = (trace: Trace | undefined, bot: BotReading): Question[] | undefined =>
  trace?.questions && trace.told === toldTo(bot) ? trace.questions : undefined;

/** Where the platform logs what the bot asks for, the answers show what values of each slot look like. */
function askedByBot(
  { session, customer }: BotReading,
  { language }: QuestionTools,
): Trace['answered'] {
  return session.turns.flatMap(({ asksFor }, turn) => {
    const reply = customer.find(({ index }) => index > turn);
    if (asksFor === undefined || !reply || reply.role === 'payload') return [];
    return [{ slot: asksFor, answer: answerForms([reply], language) }];
  });
}

function ownWordsOf({ held, customer }: BotReading, tools: QuestionTools): Trace['ownWords'] {
  return [...held].flatMap(([slot, value]) => {
    const source = customer.filter(({ index }) => index <= value.turn).at(-1);
    if (!source || source.role === 'payload') return [];
    return [{ slot, shape: shapeOf(source), said: says(source, value, tools) }];
  });
}

function agentTextsOf({ turns, contact }: AgentReading): string[] {
  const own = turns.filter(({ index }) => contact.turns[index]?.actor === 'agent');
  return [...new Set(own.map(({ text }) => textKey(text)))];
}

/** What the customer's own words say, on each side. */
export function wordsOfJourney(
  bot: BotReading,
  agent: AgentReading | null,
  tools: QuestionTools,
): Words {
  const { toBot, toAgent } = textsOf(bot, agent);
  return {
    toBot: distributionOf(toBot, tools.shadow, tools.wants),
    toAgent: distributionOf(toAgent, tools.shadow, tools.wants),
    ...(toBot !== undefined &&
      toAgent !== undefined && { alike: similarity(prepare(toBot), prepare(toAgent)) }),
  };
}

function textsOf(bot: BotReading, agent: AgentReading | null): Trace['texts'] {
  const toAgent = agent?.informative?.text;
  const toBot = carryingUtterance(bot)?.text;
  return { toBot: toBot && withoutTokens(toBot), toAgent: toAgent && withoutTokens(toAgent) };
}
