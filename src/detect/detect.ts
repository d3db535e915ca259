/**
 * Detection: what went wrong before each handoff. Two passes over the journeys: `learn` learns from all of them about the bot,
 * its slots and its wrap-up codes; `detect` then judges each one with that.
 */
import {
  type Finding,
  intentInQuestion,
  type Journey,
  type JourneyResult,
  type TurnRef,
} from '../domain/journey.js';
import { coveredBy, readIntent, trueIntent } from '../intents/true-intent.js';
import { languageIn } from '../lib/locale.js';
import { type AgentReading, emptyAskContext, readAgent } from '../questions/agent-side.js';
import type { InPlay } from '../questions/asks.js';
import { type BotReading, readBot } from '../questions/bot-side.js';
import { readLedger } from '../questions/ledger.js';
import { neededSlots, surelyAsked } from '../questions/needs.js';
import { createTools, type QuestionTools } from '../questions/tools.js';
import type { DetectContext } from '../transcript/context.js';
import type { AnyDetector } from './detector.js';
import { detectors } from './detectors/index.js';
import { measureEffort, measureHandling } from './effort.js';
import { endingOf, hasRecovered } from './ending.js';
import type { JourneyEvidence } from './evidence.js';
import { handoffReason } from './handoff-reason.js';
import type { NightModels } from './learn.js';
import { findLoop } from './loops.js';
import { needTraceOf } from './need-trace.js';
import { readMood, readOpening } from './opening.js';
import { choosePrimary } from './primary.js';
import { findRepeats, measureRepeats } from './repeats.js';
import { resolutionOf } from './resolution.js';
import { scoreJourney } from './score.js';
import { stillNeededWeight } from './settings.js';
import { questionsIn, type Trace, wordsOfJourney } from './trace.js';
import { carryingUtterance } from './utterance.js';
import { withVisibleTime } from './visible-time.js';

export type { DetectContext } from '../transcript/context.js';
export { readLearned, writeLearned } from './kept-learned.js';
export { createTraceParser, writeTrace } from './kept-trace.js';
export { hearBy, type Learned, learn, learnFrom, type NightModels } from './learn.js';
export { createLearnedAbout, type LearnedAbout, sameLearned } from './learned-about.js';
export { createDirectAsks, directContact, handledIn, summarise } from './summaries.js';
export { createTracer, type Trace } from './trace.js';

/** The second pass, in the journeys' order. A detector that throws is reported to `onFault`; the others run. */
export async function* detect(
  journeys: AsyncIterable<Journey>,
  learned: NightModels,
  context: DetectContext,
): AsyncIterable<JourneyResult> {
  const judgeOne = createJudge(learned, context);
  for await (const journey of journeys) yield judgeOne(journey);
}

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
  { session, contact, link }: Journey,
  learned: NightModels,
  tools: QuestionTools,
  trace: Trace | undefined,
): JourneyResult {
  const { config, calendar } = tools;
  const linked = link.status === 'none' ? undefined : contact;
  const bot = readBot(session, tools);
  const plain =
    linked && !learned.words.has(session.id)
      ? readAgent(linked, bot, tools, emptyAskContext)
      : null;
  const words = learned.words.get(session.id) ?? wordsOfJourney(bot, plain, tools);
  const { asking, boilerplate, sayable } = learned;
  const reading = readIntent(words, linked, learned.model);
  const truth = trueIntent(reading, learned.model, config.trueIntentFrom);
  const known = needTraceOf(
    { words, contact: linked, intent: bot.intent?.name, held: bot.held.keys() },
    learned.model,
  );
  const expected = neededSlots({ ...known, asked: new Set() }, learned.needs);
  const light = { inPlay: slotsInPlay(expected, bot), asking, boilerplate };
  const agent = linked
    ? readAgent(linked, bot, tools, light, {
        intent: intentInQuestion(truth, bot.intent?.name),
        questions: questionsIn(trace, bot),
      })
    : null;
  const asked = surelyAsked(agent?.asks ?? [], tools);
  const needs = neededSlots({ ...known, asked }, learned.needs);
  const ledger = readLedger({ bot, agent, needs, sayable }, tools);
  const opening = agent && readOpening(bot, agent, tools, learned.openings);
  const repeats = agent ? findRepeats(bot, agent, tools, words, opening?.warm === true) : null;
  const utterance = carryingUtterance(bot);
  const effort = measureEffort(bot, agent, ledger, tools);
  const evidence: JourneyEvidence = {
    link,
    bot,
    agent,
    ledger,
    trueIntent: truth,
    covered: coveredBy(reading, learned.model),
    utterance: utterance?.turn ?? null,
    loop: findLoop(bot, tools),
    repeats,
    opening,
    mood: agent && readMood(bot, agent, tools, learned.calming),
    captures: learned.holdsValues ? true : null,
    settings: config,
  };
  const handoff = handoffReason(bot);
  const found = choosePrimary(
    detectors.flatMap((one) => runSafely(one, evidence, tools)),
    endingOf(bot),
    hasRecovered(bot, truth.name),
  );
  const findings = withVisibleTime(found, ledger, bot, agent);
  const handling = linked && measureHandling(bot, linked);
  const { day, hour } = calendar.local(session.startedAt);
  const told = measureRepeats(repeats ?? [], ledger, agent);
  const { score, scores } = scoreJourney(
    {
      findings,
      trueIntent: truth,
      botIntent: bot.intent?.name,
      contextLevel: session.handoff?.context?.level,
      effort,
      repeats: told.count,
      outcome: linked?.outcome ?? {},
      hasAgentWords: (agent?.customer.length ?? 0) > 0,
      hasCustomerWords: bot.customer.length > 0,
    },
    config.rubric,
  );
  return {
    session: session.id,
    sessionId: session.sessionId,
    contact: linked?.id ?? null,
    contactId: linked?.contactId ?? null,
    link,
    startedAt: session.startedAt,
    handoff,
    handoffAt: session.handoff?.at ?? session.endedAt ?? session.startedAt,
    day,
    hour,
    channel: session.channel,
    ...(session.locale !== undefined && { language: languageIn(session.locale) }),
    ...(linked?.queue !== undefined && { queue: linked.queue }),
    ...(linked?.agentId !== undefined && { agentId: linked.agentId }),
    ...(bot.intent && { botIntent: bot.intent.name }),
    ...(session.handoff?.context && { contextLevel: session.handoff.context.level }),
    outcome: linked?.outcome ?? {},
    ledger,
    findings,
    effort,
    ...(handling && { handling }),
    repeats: told.count,
    repeatSeconds: told.seconds,
    trueIntent: truth,
    ...(utterance && { utterance }),
    score,
    scores,
    resolution: resolutionOf(agent, tools),
    ...quotesOf(findings, bot, agent),
  };
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
    tools.onFault(detector.id, error instanceof Error ? error.message : String(error));
    return [];
  }
}

function quotesOf(
  findings: readonly Finding[],
  bot: BotReading,
  agent: AgentReading | null,
): Pick<JourneyResult, 'quotes' | 'customerTurns'> {
  const quotes: JourneyResult['quotes'] = {};
  const customerTurns: TurnRef[] = [];
  for (const ref of new Set(findings.flatMap(({ turns }) => turns))) {
    const turn = turnAt(ref, bot, agent);
    const text = turn?.text ?? failureOf(turn);
    if (turn === undefined || text === undefined) continue;
    quotes[ref] = text;
    if (turn.actor === 'customer') customerTurns.push(ref);
  }
  return { quotes, customerTurns };
}

/** What failed says nothing: whoever is to mend it has to know what it was, and how. */
function failureOf(turn: ReturnType<typeof turnAt>): string | undefined {
  if (turn === undefined || !('error' in turn) || turn.error === undefined) return undefined;
  return turn.action === undefined ? turn.error : `${turn.action}: ${turn.error}`;
}

function turnAt(ref: TurnRef, bot: BotReading, agent: AgentReading | null) {
  const index = Number(ref.slice(ref.indexOf(':') + 1));
  return ref.startsWith('bot:') ? bot.session.turns[index] : agent?.contact.turns[index];
}
