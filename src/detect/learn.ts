/** What this bot's journeys teach before any of them is judged. */
import type { AskReading } from '../domain/ask-reading.js';
import type { DefinedSlot } from '../domain/conversation.js';
import type { AskedRates } from '../intents/asked-slots.js';
import type { PhraseLabels } from '../intents/phrase-labels.js';
import type { Lesson } from '../intents/second-reading.js';
import type { IntentModel, Words } from '../intents/true-intent.js';
import type { WordCounts } from '../intents/word-counts.js';
import type { Boilerplate } from '../questions/agent-side.js';
import { askReading } from '../questions/ask-reading.js';
import { type Asking, createSentenceReader } from '../questions/asking.js';
import { agentsFormsOf, formsOf } from '../questions/forms.js';
import { createWordingCollector } from '../questions/learn-wordings.js';
import { learnNeeds, type Needs, surelyAsked } from '../questions/needs.js';
import { createTools, type QuestionTools } from '../questions/tools.js';
import type { DetectContext } from '../transcript/context.js';
import { type Calming, learnCalming } from './calming.js';
import { agentWordsOf, createAgentHearing, hearAll } from './hear-agents.js';
import { needTraceOf } from './need-trace.js';
import { learnHabits, type OpeningHabits } from './opening.js';
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
import { boilerplateOf, logHoldsValues, sayableSlots, slotsSeen } from './recurring.js';
import type { Trace } from './trace.js';
import { firstHearing, learnWishes, phrasesFiledBy, type Wishes, wordsBy } from './wishes.js';

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
  /** Whether this platform's log ever says what the bot captured. */
  holdsValues: boolean;
  /** How agents answer customers who arrive angry. */
  calming: Calming;
  openings: OpeningHabits;
  /** How well the agents were read; shares are null where there was too little, or nothing was learned of wordings. */
  reading: AskReading;
  model: IntentModel;
  /** How often agents ask for the slots of the bot's forms, by what the customer wants. */
  askedRates: AskedRates;
  /** Which of the agents' words go with which wish. */
  agentWords: WordCounts;
  /** What the second readings rest on (see `Wishes`). */
  lessons: readonly Lesson[];
}

/** What was learned, and what it says of single journeys. */
export interface NightModels extends Learned {
  /** How the customers' words were heard, by session: classifying is the dearest step and is done once. */
  words: ReadonlyMap<string, Words>;
  /** What the agents ask for, by what was learned of wordings; by session. */
  asks: Asks;
}

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
  const tools = createTools(context, context.definition?.slots ?? []);
  const slots = slotsSeen(traces, tools);
  // Sums of floating-point numbers depend on their order, and what is learned must not depend on the journeys'.
  const sorted = [...traces].sort((a, b) => (a.session < b.session ? -1 : 1));
  const phrasesFiled = phrasesFiledBy(sorted, tools);
  await pause();
  const first = firstHearing(sorted, tools, phrasesFiled);
  const sayable = sayableSlots(traces);
  const { verificationSlots } = context.config;
  const forms = formsOf(context.definition, verificationSlots);
  const agentsForms = agentsFormsOf(context.definition, verificationSlots);
  const sentences = createSentenceReader(slots, context.lexicon);
  const askingBy = async (heard: Heard) => {
    const wordings = collectWordings(traces, subjectsOfAll(sorted, heard, tools));
    await pause();
    return wordings.learn(slots, sentences, context, sayable, agentsForms, pause);
  };
  const firstAsking = await askingBy(first);
  const ready = createTools(context, slots);
  const claimed = subjectsClaimed(sorted, first, tools);
  const firstAsks = await asksOfAll(sorted, claimed, firstAsking, ready, pause);
  const askedRates = askedRatesOf(sorted, first, firstAsks, forms, ready);
  const told = sorted.map((trace) => ({
    ...trace,
    words: withAsks(trace.words, trace, firstAsks, askedRates, ready),
  }));
  const heard = await learnWishes(
    withAgentsHeard(told, tools, phrasesFiled),
    tools,
    phrasesFiled,
    pause,
  );
  const agentWords = agentWordsOf(told, heard);
  const wishes = hearAll(heard, told, agentWords);
  const asking = await askingBy(wishes);
  const asks = await asksOfAll(sorted, subjectsOfAll(told, wishes, tools), asking, ready, pause);
  const needs = needsOf(told, wishes, asks, ready);
  const reading = askReading(
    sorted.flatMap(({ session, questions }) =>
      questions && asking ? { questions, asks: asks.get(session) ?? [] } : [],
    ),
    needs.expected,
    new Set(slots.map(({ name }) => name)),
    context.config.askConfidence,
  );
  const boilerplate = boilerplateOf(traces);
  const calming = learnCalming(
    sorted.flatMap(({ receptions }) => receptions),
    context.config.hostileSentiment,
  );
  const openings = learnHabits(sorted.flatMap(({ opening }) => opening ?? []));
  const holdsValues = logHoldsValues(traces);
  const learned = {
    holdsValues,
    askedRates,
    agentWords,
    slots,
    asking,
    asks,
    needs,
    sayable,
    reading,
    boilerplate,
  };
  return { ...wishes, ...learned, calming, openings };
}

/**
 * What agents do tells what the bot lacks before any second reading is taught: what a code is taken to mean would be taught as the meaning of words that
 * nobody has heard yet, and then be heard in them.
 */
function withAgentsHeard(
  told: readonly Trace[],
  tools: QuestionTools,
  phrasesFiled: PhraseLabels,
): Trace[] {
  const first = firstHearing(told, tools, phrasesFiled);
  const { words } = hearAll(first, told, agentWordsOf(told, first));
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
