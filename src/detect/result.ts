/** What is kept of a journey that was judged: its figures, its findings, and the words that show them. */
import type { Contact, Session } from '../domain/conversation.js';
import type { Finding, JourneyResult, TurnRef } from '../domain/journey.js';
import { languageIn } from '../lib/locale.js';
import type { AgentReading } from '../questions/agent-side.js';
import type { BotReading } from '../questions/bot-side.js';
import type { QuestionTools } from '../questions/tools.js';
import { measureEffort, measureHandling } from './effort.js';
import type { JourneyEvidence } from './evidence.js';
import { handoffReason } from './handoff-reason.js';
import { measureRepeats } from './repeats.js';
import { resolutionOf } from './resolution.js';
import { scoreJourney } from './score.js';
import { carryingUtterance } from './utterance.js';

/** @param contact absent where none is linked */
export function resultOf(
  session: Session,
  contact: Contact | undefined,
  { link, bot, agent, ledger, trueIntent: truth, repeats }: JourneyEvidence,
  findings: Finding[],
  tools: QuestionTools,
): JourneyResult {
  const handling = contact && measureHandling(bot, contact);
  const utterance = carryingUtterance(bot);
  const effort = measureEffort(bot, agent, ledger, tools);
  const { day, hour } = tools.calendar.local(session.startedAt);
  const told = measureRepeats(repeats ?? [], ledger, agent);
  const { score, scores } = scoreJourney(
    {
      findings,
      trueIntent: truth,
      botIntent: bot.intent?.name,
      contextLevel: session.handoff?.context?.level,
      effort,
      repeats: told.count,
      outcome: contact?.outcome ?? {},
      hasAgentWords: (agent?.customer.length ?? 0) > 0,
      hasCustomerWords: bot.customer.length > 0,
    },
    tools.config.rubric,
  );
  return {
    session: session.id,
    sessionId: session.sessionId,
    contact: contact?.id ?? null,
    contactId: contact?.contactId ?? null,
    link,
    startedAt: session.startedAt,
    handoff: handoffReason(bot),
    handoffAt: session.handoff?.at ?? session.endedAt ?? session.startedAt,
    day,
    hour,
    channel: session.channel,
    ...(session.locale !== undefined && { language: languageIn(session.locale) }),
    ...(contact?.queue !== undefined && { queue: contact.queue }),
    ...(contact?.agentId !== undefined && { agentId: contact.agentId }),
    ...(bot.intent && { botIntent: bot.intent.name }),
    ...(session.handoff?.context && { contextLevel: session.handoff.context.level }),
    outcome: contact?.outcome ?? {},
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
