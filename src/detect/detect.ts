/**
 * Detection: what went wrong before each handoff. `learnFrom` learns from the traces of all journeys about the bot, its slots and its
 * wrap-up codes (`hearBy` takes what an earlier night learned); `createJudge` then judges each one with that.
 */

import type { Contact, Session } from '../domain/conversation.js';
import {
  type Finding,
  intentInQuestion,
  type Journey,
  type JourneyResult,
} from '../domain/journey.js';
import type { Link } from '../domain/link.js';
import { coveredBy, readIntent, trueIntent, type Words } from '../intents/true-intent.js';
import { messageOf } from '../lib/message-of.js';
import { emptyAskContext, readAgent } from '../questions/agent-side.js';
import type { InPlay } from '../questions/asks.js';
import { type BotReading, readBot } from '../questions/bot-side.js';
import { readLedger } from '../questions/ledger.js';
import { neededSlots, surelyAsked } from '../questions/needs.js';
import { createTools, type QuestionTools } from '../questions/tools.js';
import type { DetectContext } from '../transcript/context.js';
import type { AnyDetector } from './detector.js';
import { detectors } from './detectors/index.js';
import { endingOf, hasRecovered } from './ending.js';
import type { JourneyEvidence } from './evidence.js';
import type { NightModels } from './learned.js';
import { findLoop } from './loops.js';
import { needTraceOf } from './need-trace.js';
import { readMood, readOpening } from './opening.js';
import { choosePrimary } from './primary.js';
import { findRepeats } from './repeats.js';
import { resultOf } from './result.js';
import { stillNeededWeight } from './settings.js';
import { questionsIn, type Trace, wordsOfJourney } from './trace.js';
import { carryingUtterance } from './utterance.js';
import { withVisibleTime } from './visible-time.js';

export type { DetectContext } from '../transcript/context.js';
export { readLearned, writeLearned } from './kept-learned.js';
export { createTraceParser, writeTrace } from './kept-trace.js';
export { hearBy, learnFrom } from './learn.js';
export type { Learned, NightModels } from './learned.js';
export { createLearnedAbout, type LearnedAbout, sameLearned } from './learned-about.js';
export { createDirectAsks, createSummaries, directContact } from './summaries.js';
export { createTracer, type Trace } from './trace.js';

/**
 * @param traces by session: what a trace has of the agent's questions is not read again
 * @returns what judges one journey with what was learned from all
 */
export function createJudge(
  learned: NightModels,
  context: DetectContext,
  traces: ReadonlyMap<string, Trace> = new Map(),
): (journey: Journey) => JourneyResult {
  const tools = createTools(context, learned.slots);
  return (journey) => judge(journey, learned, tools, traces.get(journey.session.id));
}

function judge(
  journey: Journey,
  learned: NightModels,
  tools: QuestionTools,
  trace: Trace | undefined,
): JourneyResult {
  const { session, contact, link } = journey;
  const linked = link.status === 'none' ? undefined : contact;
  const sides = readSides(session, linked, learned, tools, trace);
  const evidence = evidenceOf(link, sides, learned, tools);
  const findings = findingsOf(evidence, tools);
  return resultOf(session, linked, evidence, findings, tools);
}

/** What the customer wanted, and both sides as they read with that. */
interface Sides
  extends Pick<JourneyEvidence, 'bot' | 'agent' | 'ledger' | 'trueIntent' | 'covered'> {
  words: Words;
}

function readSides(
  session: Session,
  contact: Contact | undefined,
  learned: NightModels,
  tools: QuestionTools,
  trace: Trace | undefined,
): Sides {
  const bot = readBot(session, tools);
  const plain =
    contact && !learned.words.has(session.id)
      ? readAgent(contact, bot, tools, emptyAskContext)
      : null;
  const words = learned.words.get(session.id) ?? wordsOfJourney(bot, plain, tools);
  const { asking, boilerplate, verbatimRates, model } = learned;
  const reading = readIntent(words, contact, model);
  const truth = trueIntent(reading, model, tools.config.trueIntentFrom);
  const known = needTraceOf(
    { words, contact, intent: bot.intent?.name, held: bot.held.keys() },
    model,
  );
  const expected = neededSlots({ ...known, asked: new Set() }, learned.needs);
  const context = { inPlay: slotsInPlay(expected, bot), asking, boilerplate };
  const agent = contact
    ? readAgent(contact, bot, tools, context, {
        intent: intentInQuestion(truth, bot.intent?.name),
        questions: questionsIn(trace, bot),
      })
    : null;
  const asked = surelyAsked(agent?.asks ?? [], tools);
  const needs = neededSlots({ ...known, asked }, learned.needs);
  const ledger = readLedger({ bot, agent, needs, verbatimRates }, tools);
  return { bot, agent, ledger, trueIntent: truth, covered: coveredBy(reading, model), words };
}

function evidenceOf(
  link: Link,
  { words, ...sides }: Sides,
  learned: NightModels,
  tools: QuestionTools,
): JourneyEvidence {
  const { bot, agent } = sides;
  const opening = agent && readOpening(bot, agent, tools, learned.openings);
  return {
    link,
    ...sides,
    utterance: carryingUtterance(bot)?.turn ?? null,
    loop: findLoop(bot, tools),
    repeats: agent && findRepeats(bot, agent, tools, words, opening?.warm === true),
    opening,
    mood: agent && readMood(bot, agent, tools, learned.deEscalation),
    captures: learned.holdsValues ? true : null,
    settings: tools.config,
  };
}

function findingsOf(evidence: JourneyEvidence, tools: QuestionTools): Finding[] {
  const { bot, agent, ledger, trueIntent: truth } = evidence;
  const found = choosePrimary(
    detectors.flatMap((one) => runSafely(one, evidence, tools)),
    endingOf(bot),
    hasRecovered(bot, truth.name),
  );
  return withVisibleTime(found, ledger, bot, agent);
}

function slotsInPlay(needs: ReadonlySet<string>, bot: BotReading): InPlay {
  if (needs.size === 0) return null;
  const inPlay = new Map([...bot.asked.keys(), ...bot.held.keys()].map((slot) => [slot, 1]));
  for (const slot of needs) inPlay.set(slot, bot.held.has(slot) ? 1 : stillNeededWeight);
  return inPlay;
}

/** Evidence that comes from the agent's side, and is as sure as the link. */
const needsLink = new Set<keyof JourneyEvidence>([
  'agent',
  'ledger',
  'trueIntent',
  'covered',
  'repeats',
  'opening',
  'mood',
]);

function runSafely(
  detector: AnyDetector,
  evidence: JourneyEvidence,
  tools: QuestionTools,
): Finding[] {
  const { status, probability } = evidence.link;
  const doubtful = status === 'possible' && detector.needs.some((need) => needsLink.has(need));
  const trust = doubtful ? probability : 1;
  try {
    return detector.run(evidence).map((draft) => ({
      category: detector.id,
      ...draft,
      confidence: draft.confidence * trust,
      primary: false,
    }));
  } catch (error) {
    tools.onFault(detector.id, messageOf(error));
    return [];
  }
}
