/** The first pass: what this bot's journeys teach before any of them is judged. */
import type { AskReading } from '../domain/ask-reading.js';
import type { DefinedSlot } from '../domain/conversation.js';
import type { Journey } from '../domain/journey.js';
import type { Lesson } from '../intents/second-reading.js';
import {
  type IntentModel,
  intentInQuestion,
  readIntent,
  trueIntent,
  type Words,
} from '../intents/true-intent.js';
import {
  type AgentAsk,
  asksOf,
  type Boilerplate,
  emptyAskContext,
  subjectsOf,
} from '../questions/agent-side.js';
import { askReading } from '../questions/ask-reading.js';
import type { Asking } from '../questions/asking.js';
import { formsOf } from '../questions/forms.js';
import { createWordingCollector } from '../questions/learn-wordings.js';
import { learnNeeds, type Needs, surelyAsked } from '../questions/needs.js';
import { isAnsweredStatement, type Question } from '../questions/questions.js';
import { createTools, type QuestionTools } from '../questions/tools.js';
import type { DetectContext } from '../transcript/context.js';
import { oneByOne, type Pause } from './pause.js';
import { boilerplateOf, sayableSlots, slotsSeen } from './recurring.js';
import { createTracer, type Trace } from './trace.js';
import { learnWishes, wordsBy } from './wishes.js';

export interface Learned {
  /** The definition's slots, with the prompts that the bot was seen to use. */
  slots: DefinedSlot[];
  /** What this centre's wordings ask for. */
  asking: Asking | null;
  /** Slots that agents ask for in most journeys of an intent. */
  needs: Needs;
  /** P(a held value is found in what the customer said), by slot: where it usually is, a mismatch means something. */
  sayable: ReadonlyMap<string, number>;
  boilerplate: Boilerplate;
  /** How well the agents were read; shares are null where there was too little, or nothing was learned of wordings. */
  reading: AskReading;
  model: IntentModel;
  /** What the second readings rest on (see `Wishes`). */
  lessons: readonly Lesson[];
}

/** What was learned, and what it says of single journeys. */
export interface NightModels extends Learned {
  /** How the customers' words were heard, by session: classifying is the dearest step and is done once. */
  words: ReadonlyMap<string, Words>;
  /** What the agents ask for, by what was learned of wordings; by session. */
  asks: ReadonlyMap<string, AgentAsk[]>;
}

/** Reads every journey, and learns from all of them. */
export async function learn(
  journeys: AsyncIterable<Journey>,
  context: DetectContext,
): Promise<NightModels> {
  const trace = createTracer(context);
  const traces: Trace[] = [];
  for await (const journey of journeys) traces.push(trace(journey));
  return learnFrom(traces, context, async () => {});
}

/**
 * @param traces in the journeys' order
 * @param pause between parts of the work: what it throws breaks it off
 */
export async function learnFrom(
  traces: readonly Trace[],
  context: DetectContext,
  pause: Pause,
): Promise<NightModels> {
  const tools = createTools(context, context.definition?.slots ?? []);
  const wordings = createWordingCollector();
  const slots = slotsSeen(traces, tools);
  // Sums of floating-point numbers depend on their order, and what is learned must not depend on the journeys'.
  const sorted = [...traces].sort((a, b) => (a.session < b.session ? -1 : 1));
  const wishes = await learnWishes(sorted, tools, pause);
  const about = subjectsOfAll(sorted, wishes, tools);
  for (const { session, questions, about: acted, answered } of traces) {
    if (questions) wordings.add(questions, about.get(session) ?? []);
    for (const { slot, answer } of answered) wordings.addLabelled(slot, answer, acted);
  }
  await pause();
  const sayable = sayableSlots(traces);
  const forms = formsOf(context.definition);
  const asking = wordings.learn(slots, context, sayable, forms);
  const ready = createTools(context, slots);
  const asks = await asksOfAll(sorted, about, asking, ready, pause);
  const needs = learnNeeds(
    sorted.flatMap(({ session, intent: acted, contact, words, held }) => {
      if (!contact) return [];
      const heard = wishes.words.get(session) ?? words;
      const { posterior } = readIntent(heard, contact, wishes.model);
      const code = contact.outcome.reason;
      const asked = surelyAsked(asks.get(session) ?? [], ready);
      return [{ posterior, acted, code, held: new Set(held), asked }];
    }),
    wishes.model.intents,
    ready,
  );
  const reading = askReading(
    sorted.flatMap(({ session, questions }) =>
      questions && asking ? { questions, asks: asks.get(session) ?? [] } : [],
    ),
    needs.expected,
    new Set(slots.map(({ name }) => name)),
    context.config.askConfidence,
  );
  const boilerplate = boilerplateOf(traces);
  return { ...wishes, slots, asking, asks, needs, sayable, reading, boilerplate };
}

/** What was learned before, and what it says of these journeys. @param wasThere see `Rereader`, by session */
export async function hearBy(
  learned: Learned,
  traces: readonly Trace[],
  wasThere: (session: string) => boolean,
  context: DetectContext,
  pause: Pause,
): Promise<NightModels> {
  const tools = createTools(context, learned.slots);
  const words = await wordsBy(learned.lessons, traces, wasThere, tools, pause);
  const about = subjectsOfAll(traces, { model: learned.model, words }, tools);
  const asks = await asksOfAll(traces, about, learned.asking, tools, pause);
  return { ...learned, words, asks };
}

type Heard = Pick<NightModels, 'model' | 'words'>;

const subjectsOfAll = (traces: readonly Trace[], heard: Heard, tools: QuestionTools) =>
  new Map(traces.map((trace) => [trace.session, subjectsIn(trace, heard, tools)]));

async function asksOfAll(
  traces: readonly Trace[],
  about: ReadonlyMap<string, string[]>,
  asking: Asking | null,
  tools: QuestionTools,
  pause: Pause,
): Promise<Map<string, AgentAsk[]>> {
  const light = { ...emptyAskContext, asking };
  const asks = new Map<string, AgentAsk[]>();
  await oneByOne(traces, pause, ({ session, questions }) => {
    const asked = (questions ?? []).filter(mayAsk);
    asks.set(
      session,
      asked.flatMap((question) => asksOf(question, about.get(session) ?? [], tools, light)),
    );
  });
  return asks;
}

/** What a contact is about: what the customer wanted where that is claimed, else what the bot acted on. */
function subjectsIn(
  { session, intent, contact, words }: Trace,
  { model, words: heard }: Heard,
  { config }: QuestionTools,
): string[] {
  if (!contact) return [];
  const reading = readIntent(heard.get(session) ?? words, contact, model);
  const truth = trueIntent(reading, model, config.trueIntentFrom);
  return subjectsOf(intentInQuestion(truth, intent), contact);
}

/** A statement that nothing answers asks for nothing, and is not read. */
const mayAsk = (question: Question) =>
  question.sentence.act.kind !== 'statement' || isAnsweredStatement(question);
