/** What this bot's journeys teach before any of them is judged. */
import type { AskReading } from '../domain/ask-reading.js';
import type { DefinedSlot } from '../domain/conversation.js';
import type { AskedRates } from '../intents/asked-slots.js';
import { agreementOfCodes, type CodedWords } from '../intents/code-agreement.js';
import type { KnownOfLabels } from '../intents/outcome-model.js';
import type { WordCounts } from '../intents/word-counts.js';
import { askReading } from '../questions/ask-reading.js';
import { type Asking, createSentenceReader, type SentenceReader } from '../questions/asking.js';
import { agentsFormsOf, formsOf } from '../questions/forms.js';
import { createWordingCollector } from '../questions/learn-wordings.js';
import { learnNeeds, type Needs, surelyAsked } from '../questions/needs.js';
import { createTools, type QuestionTools } from '../questions/tools.js';
import type { DetectContext } from '../transcript/context.js';
import { learnDeEscalation } from './de-escalation.js';
import { agentWordsOf, codesCovered, createAgentHearing, hearAll } from './hear-agents.js';
import type { Learned, NightModels } from './learned.js';
import { needTraceOf } from './need-trace.js';
import { learnHabits } from './opening.js';
import type { Pause } from './pause.js';
import {
  type Asks,
  askedRatesOf,
  asksOfAll,
  type Heard,
  subjectsClaimed,
  subjectsOfAll,
  withAsks,
} from './read-asks.js';
import { boilerplateOf, logHoldsValues, slotsSeen, verbatimRatesOf } from './recurring.js';
import type { Trace } from './trace.js';
import { firstHearing, learnWishes, phrasesFiledBy, type Wishes, wordsBy } from './wishes.js';

/**
 * What customers wanted is learned after what agents ask for, and tells in turn what agents ask for: so agents are read twice, first
 * by what words and labels say at once.
 *
 * @param traces in the journeys' order
 * @param pause between parts of the work: what it throws breaks it off
 */
export async function learnFrom(
  traces: readonly Trace[],
  context: DetectContext,
  pause: Pause,
): Promise<NightModels> {
  const ground = groundOf(traces, context, pause);
  await pause();
  const first = firstHearing(ground.sorted, ground.untaught, ground.codes);
  const firstAsking = await fitAskModel(first, ground);
  const { askedRates, told } = await hearAsks(first, firstAsking, ground);
  const { wishes, agentWords } = await refineIntents(told, ground);
  const asking = await fitAskModel(wishes, ground);
  const about = subjectsOfAll(told, wishes, ground.untaught);
  const asks = await asksOfAll(ground.sorted, about, asking, ground.tools, pause);
  const needs = needsOf(told, wishes, asks, ground.tools);
  const { sorted, slots, verbatimRates } = ground;
  return {
    ...wishes,
    holdsValues: logHoldsValues(traces),
    askedRates,
    agentWords,
    slots,
    asking,
    asks,
    needs,
    verbatimRates,
    reading: readingOf(asking, asks, needs, ground),
    boilerplate: boilerplateOf(traces),
    deEscalation: learnDeEscalation(
      sorted.flatMap(({ receptions }) => receptions),
      context.config.hostileSentiment,
    ),
    openings: learnHabits(sorted.flatMap(({ opening }) => opening ?? [])),
  };
}

/** What is known of the journeys before anything is learned from them, and used by every step. */
interface Ground {
  traces: readonly Trace[];
  /** By session: sums of floating-point numbers depend on their order, and what is learned must not depend on the journeys'. */
  sorted: readonly Trace[];
  /** The definition's slots, with the prompts that the bot was seen to use. */
  slots: DefinedSlot[];
  /** Those that every centre has and nobody here named. */
  added: ReadonlySet<string>;
  sentences: SentenceReader;
  verbatimRates: ReadonlyMap<string, number>;
  codes: KnownOfLabels;
  /** By the definition's slots as they are written. */
  untaught: QuestionTools;
  /** By the slots as they were seen. */
  tools: QuestionTools;
  pause: Pause;
}

function groundOf(traces: readonly Trace[], context: DetectContext, pause: Pause): Ground {
  const untaught = createTools(context, context.definition?.slots ?? []);
  const { slots, added } = slotsSeen(traces, untaught);
  const sorted = [...traces].sort((a, b) => (a.session < b.session ? -1 : 1));
  return {
    traces,
    sorted,
    slots,
    added,
    sentences: createSentenceReader(slots, context.lexicon),
    verbatimRates: verbatimRatesOf(traces),
    codes: { phrasesFiled: phrasesFiledBy(sorted, untaught), covered: codesCovered(sorted) },
    untaught,
    tools: createTools(context, slots),
    pause,
  };
}

/** What this centre's wordings ask for, where contacts are about what was heard. */
async function fitAskModel(
  heard: Heard,
  { traces, sorted, slots, added, sentences, verbatimRates, untaught, pause }: Ground,
): Promise<Asking | null> {
  const { definition, config } = untaught;
  const wordings = collectWordings(traces, subjectsOfAll(sorted, heard, untaught));
  await pause();
  const forms = agentsFormsOf(definition, config.verificationSlots);
  const { lexicon, language } = untaught;
  return wordings.learn({
    slots,
    added,
    sentences,
    lexicon,
    language,
    verbatimRates,
    forms,
    pause,
  });
}

/** How often the slots of the bot's forms are asked for, and the journeys with what these asks say of the customers' wishes. */
async function hearAsks(
  first: Heard,
  asking: Asking | null,
  { sorted, untaught, tools, pause }: Ground,
): Promise<{ askedRates: AskedRates; told: Trace[] }> {
  const claimed = subjectsClaimed(sorted, first, tools);
  const asks = await asksOfAll(sorted, claimed, asking, tools, pause);
  const forms = formsOf(untaught.definition, untaught.config.verificationSlots);
  const askedRates = askedRatesOf(sorted, first, asks, forms, tools);
  const told = sorted.map((trace) => ({
    ...trace,
    words: withAsks(trace.words, trace, asks, askedRates, tools),
  }));
  return { askedRates, told };
}

/** What the customers wanted, with what agents ask for and say. */
async function refineIntents(
  told: readonly Trace[],
  { untaught, codes, pause }: Ground,
): Promise<{ wishes: Wishes; agentWords: WordCounts }> {
  const withAgents = withAgentsHeard(told, untaught, codes);
  const heard = await learnWishes(withAgents, untaught, codes, pause);
  const agentWords = agentWordsOf(told, heard, codes.covered);
  return { wishes: hearAll(heard, told, agentWords), agentWords };
}

/** How well the agents were read, and how far codes say what customers do. */
function readingOf(
  asking: Asking | null,
  asks: Asks,
  { expected }: Needs,
  { sorted, slots, tools }: Ground,
): AskReading {
  const read = sorted.flatMap(({ session, questions }) =>
    questions && asking ? { questions, asks: asks.get(session) ?? [] } : [],
  );
  const known = new Set(slots.map(({ name }) => name));
  const asked = askReading(read, expected, known, tools.config.askConfidence);
  return { ...asked, codes: agreementOfCodes(codedIn(sorted)) };
}

const codedIn = (traces: readonly Trace[]): CodedWords[] =>
  traces.flatMap(({ session, contact, words }) => {
    const code = contact?.outcome.reason;
    return code === undefined ? [] : [{ session, code, words }];
  });

/**
 * What agents do tells what the bot lacks before any second reading is taught: what a code is taken to mean would be taught as the meaning of words that
 * nobody has heard yet, and then be heard in them.
 */
function withAgentsHeard(
  told: readonly Trace[],
  tools: QuestionTools,
  codes: KnownOfLabels,
): Trace[] {
  const first = firstHearing(told, tools, codes);
  const { words } = hearAll(first, told, agentWordsOf(told, first, codes.covered));
  return told.map((trace) => ({ ...trace, words: words.get(trace.session) ?? trace.words }));
}

function collectWordings(traces: readonly Trace[], about: ReadonlyMap<string, string[]>) {
  const wordings = createWordingCollector();
  for (const { session, questions, about: acted, answered } of traces) {
    if (questions) wordings.add(questions, about.get(session) ?? []);
    for (const { slot, answer } of answered) wordings.addLabelled(slot, answer, acted);
  }
  return wordings;
}

function needsOf(
  traces: readonly Trace[],
  { model, words: heard }: Wishes,
  asks: Asks,
  tools: QuestionTools,
): Needs {
  const known = traces.flatMap(({ session, intent, contact, words: own, held }) => {
    if (!contact) return [];
    const words = heard.get(session) ?? own;
    const asked = surelyAsked(asks.get(session) ?? [], tools);
    return [{ ...needTraceOf({ words, contact, intent, held }, model), asked }];
  });
  return learnNeeds(known, model.intents, tools);
}

/** What was learned before, and what it says of these journeys. @param wasThere whether a journey was there then, by session */
export async function hearBy(
  learned: Learned,
  traces: readonly Trace[],
  wasThere: (session: string) => boolean,
  context: DetectContext,
  pause: Pause,
): Promise<NightModels> {
  const tools = createTools(context, learned.slots);
  const { model, askedRates, agentWords, asking } = learned;
  const hear = createAgentHearing(agentWords, wasThere);
  const said = await wordsBy(learned.lessons, traces, tools, pause);
  const claimed = subjectsClaimed(traces, { model, words: said }, tools);
  const firstAsks = await asksOfAll(traces, claimed, asking, tools, pause);
  const words = new Map(
    traces.map((trace) => [
      trace.session,
      hear(
        withAsks(said.get(trace.session) ?? trace.words, trace, firstAsks, askedRates, tools),
        trace,
      ),
    ]),
  );
  const about = subjectsOfAll(traces, { model, words }, tools);
  const asks = await asksOfAll(traces, about, asking, tools, pause);
  return { ...learned, words, asks };
}
