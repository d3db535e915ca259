/** The first pass: what this bot's journeys teach before any of them is judged. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Journey } from '../domain/journey.js';
import { type IntentModel, readIntent, type Words } from '../intents/true-intent.js';
import {
  type AgentAsk,
  asksOf,
  type Boilerplate,
  emptyAskContext,
} from '../questions/agent-side.js';
import { type Asking, createWordingCollector } from '../questions/learn-wordings.js';
import { learnNeeds, type Needs, surelyAsked } from '../questions/needs.js';
import type { Question } from '../questions/questions.js';
import { createTools } from '../questions/tools.js';
import type { DetectContext } from '../transcript/context.js';
import { boilerplateOf, comparableSlots, slotsSeen } from './recurring.js';
import { createTracer, type Trace } from './trace.js';
import { learnWishes, type SecondReading } from './wishes.js';

export interface NightModels {
  /** The definition's slots, with the prompts that the bot was seen to use. */
  slots: DefinedSlot[];
  /** What this centre's wordings ask for. */
  asking: Asking | null;
  /** Slots that agents ask for in most journeys of an intent. */
  needs: Needs;
  /** Slots whose held values are the customer's own words, so that a mismatch means something. */
  comparable: ReadonlySet<string>;
  boilerplate: Boilerplate;
  model: IntentModel;
  /** How the customers' words were heard, by session: classifying is the dearest step and is done once. */
  words: ReadonlyMap<string, Words>;
  /** What the agents ask for, by what was learned of wordings; by session. */
  asks: ReadonlyMap<string, AgentAsk[]>;
  /** Second readings that were made tonight, by session. */
  readings: ReadonlyMap<string, SecondReading>;
}

/** Reads every journey, and learns from all of them. */
export async function learn(
  journeys: AsyncIterable<Journey>,
  context: DetectContext,
): Promise<NightModels> {
  const trace = createTracer(context);
  const traces: Trace[] = [];
  for await (const journey of journeys) traces.push(trace(journey));
  return learnFrom(traces, new Map(), context);
}

/**
 * @param traces in the journeys' order
 * @param kept second readings of earlier nights, by session
 */
export function learnFrom(
  traces: readonly Trace[],
  kept: ReadonlyMap<string, SecondReading>,
  context: DetectContext,
): NightModels {
  const tools = createTools(context, context.definition?.slots ?? []);
  const wordings = createWordingCollector();
  for (const { questions, about, answered } of traces) {
    if (questions) wordings.add(questions, about);
    for (const { slot, answer } of answered) wordings.addLabelled(slot, answer, about);
  }
  const slots = slotsSeen(traces, tools);
  // Sums of floating-point numbers depend on their order, and what is learned must not depend on the journeys'.
  const sorted = [...traces].sort((a, b) => (a.session < b.session ? -1 : 1));
  const wishes = learnWishes(sorted, kept, tools);
  const asking = wordings.learn(slots, context.lexicon);
  const ready = createTools(context, slots);
  const light = { ...emptyAskContext, asking };
  const asks = new Map(
    sorted.map(({ session, about, questions }) => [
      session,
      (questions ?? []).filter(mayAsk).flatMap((question) => asksOf(question, about, ready, light)),
    ]),
  );
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
  const comparable = comparableSlots(traces);
  return { ...wishes, slots, asking, asks, needs, comparable, boilerplate: boilerplateOf(traces) };
}

const mayAsk = ({ sentence }: Question) => sentence.act.kind !== 'statement';
