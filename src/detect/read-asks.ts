/** What the agents of all journeys ask for, by what was learned of this centre's wordings, and what that says of the customers' wishes. */
import { intentInQuestion } from '../domain/journey.js';
import {
  type AskedRates,
  type AskedTrace,
  learnAskedRates,
  toldByAsks,
} from '../intents/asked-slots.js';
import { claimOf, type IntentModel, readIntent, type Words } from '../intents/true-intent.js';
import {
  type AgentAsk,
  emptyAskContext,
  asksOfAll as readAsks,
  subjectsOf,
} from '../questions/agent-side.js';
import type { Asking } from '../questions/asking.js';
import type { Forms } from '../questions/forms.js';
import { surelyAsked } from '../questions/needs.js';
import { isAnsweredStatement, type Question } from '../questions/questions.js';
import type { QuestionTools } from '../questions/tools.js';
import { oneByOne, type Pause } from './pause.js';
import type { Trace } from './trace.js';

export interface Heard {
  model: IntentModel;
  /** By session; of one that is absent, those of its trace. */
  words: ReadonlyMap<string, Words>;
}

/** By session. */
export type Asks = ReadonlyMap<string, AgentAsk[]>;
type Subjects = ReadonlyMap<string, string[]>;

/** What contacts are about: what the customer wanted where that is claimed, else what the bot acted on. */
export const subjectsOfAll = (
  traces: readonly Trace[],
  heard: Heard,
  tools: QuestionTools,
): Subjects => new Map(traces.map((trace) => [trace.session, subjectsIn(trace, heard, tools)]));

/** What contacts are about as far as the customer or the agent says so: the bot's own word is left out. */
export const subjectsClaimed = (
  traces: readonly Trace[],
  heard: Heard,
  tools: QuestionTools,
): Subjects =>
  subjectsOfAll(
    traces.map((trace) => ({ ...trace, intent: undefined })),
    heard,
    tools,
  );

function subjectsIn(
  { session, intent, contact, words }: Trace,
  { model, words: heard }: Heard,
  { config }: QuestionTools,
): string[] {
  if (!contact) return [];
  const reading = readIntent(heard.get(session) ?? words, contact, model);
  const truth = claimOf(reading, model, config.trueIntentFrom);
  return subjectsOf(intentInQuestion(truth, intent), contact);
}

export async function asksOfAll(
  traces: readonly Trace[],
  about: Subjects,
  asking: Asking | null,
  tools: QuestionTools,
  pause: Pause,
): Promise<Asks> {
  const context = { ...emptyAskContext, asking };
  const asks = new Map<string, AgentAsk[]>();
  await oneByOne(traces, pause, ({ session, questions }) => {
    const asked = (questions ?? []).filter(mayAsk);
    asks.set(session, readAsks(asked, about.get(session) ?? [], tools, context).flat());
  });
  return asks;
}

/** A statement that nothing answers asks for nothing, and is not read. */
const mayAsk = (question: Question) =>
  question.sentence.act.kind !== 'statement' || isAnsweredStatement(question);

/** How often agents here ask for the slots of the bot's forms, by what the customer wants. */
export function askedRatesOf(
  traces: readonly Trace[],
  { model, words }: Heard,
  asks: Asks,
  forms: Forms,
  tools: QuestionTools,
): AskedRates {
  const telling = traces.flatMap(({ session, contact, held, words: own }): AskedTrace[] => {
    const asked = surelyAsked(asks.get(session) ?? [], tools);
    if (!contact || asked.size === 0) return [];
    const { posterior } = readIntent(words.get(session) ?? own, contact, model);
    return [{ posterior, held: new Set(held), asked }];
  });
  return learnAskedRates(telling, model.intents, forms);
}

/** The customer's words with what the agent's questions say. */
export function withAsks(
  words: Words,
  { session, held, contact }: Trace,
  asks: Asks,
  rates: AskedRates,
  tools: QuestionTools,
): Words {
  if (!contact) return words;
  const asked = surelyAsked(asks.get(session) ?? [], tools);
  const told = toldByAsks({ held: new Set(held), asked }, rates);
  return told ? { ...words, asked: told } : words;
}
