/**
 * The handoff tax in its stages, in seconds. A missing time makes its stage unknown, never zero. From the first word to the
 * bot to the start of solving the stages add up: bot, wait, identify and explain are the way there, solve is the rest.
 */
import type { Contact } from '../domain/conversation.js';
import type { Effort, JourneyResult, LedgerEntry } from '../domain/journey.js';
import type { AgentReading } from '../questions/agent-side.js';
import type { BotReading } from '../questions/bot-side.js';
import type { QuestionTools } from '../questions/tools.js';
import { secondsBetween, solvingFrom } from '../transcript/solving.js';

export function measureEffort(
  bot: BotReading,
  agent: AgentReading | null,
  ledger: readonly LedgerEntry[],
  tools: QuestionTools,
): Effort {
  const { session } = bot;
  const botSeconds = secondsBetween(session.startedAt, session.handoff?.at ?? session.endedAt);
  if (!agent) return { bot: botSeconds, wait: null, identify: null, explain: null, solve: null };
  const { contact } = agent;
  const firstAgent = contact.turns.find(({ actor }) => actor === 'agent')?.at;
  const answered = contact.answeredAt ?? firstAgent;
  const solving = solvingFrom(contact, tools.lexicon);
  const asked = new Set([...tools.config.verificationSlots, ...regiven(ledger)]);
  const spoken = agent.turns.length > 0;
  const onTheWay = secondsBetween(answered, solving);
  const identify = spoken ? identifySeconds(agent, asked, onTheWay) : null;
  return {
    bot: botSeconds,
    wait: waitSeconds(session.handoff?.at, contact.startedAt, answered),
    identify,
    explain: onTheWay === null || identify === null ? null : onTheWay - identify,
    solve: secondsBetween(solving, contact.endedAt ?? agent.turns.at(-1)?.at),
  };
}

/** How long the customer waited for an agent, and how long the agent was busy. */
export function measureHandling(
  { session }: BotReading,
  { startedAt, answeredAt, endedAt, turns }: Contact,
): JourneyResult['handling'] {
  const answered = answeredAt ?? turns.find(({ actor }) => actor === 'agent')?.at;
  const waited = secondsBetween(session.handoff?.at ?? startedAt, answered);
  const handled = secondsBetween(answered, endedAt ?? turns.at(-1)?.at);
  return waited === null || handled === null ? undefined : { waited, handled };
}

/**
 * From the handoff, not from the contact's start: a contact may be made long after the bot let go. Where the two systems'
 * clocks say that it began before the handoff, the time in the queue is all that is known.
 */
function waitSeconds(
  handoffAt: number | undefined,
  startedAt: number,
  answered: number | undefined,
): number | null {
  return secondsBetween(Math.min(handoffAt ?? startedAt, startedAt), answered);
}

/** Slots that the bot held and the agent asks for: the customer identifies or tells again. */
function regiven(ledger: readonly LedgerEntry[]): string[] {
  return ledger
    .filter(({ bot, agent }) => bot.startsWith('captured') && agent !== 'not_asked')
    .map(({ slot }) => slot);
}

/** From each such question to the last of its answers; a turn that asks for several slots counts once. */
function identifySeconds(
  agent: AgentReading,
  slots: ReadonlySet<string>,
  most: number | null,
): number {
  const spans = new Map<number, number>();
  for (const { slot, turn, answers } of agent.asks) {
    const span = secondsBetween(agent.turns[turn]?.at, agent.turns[answers.at(-1) ?? -1]?.at);
    if (slots.has(slot) && span !== null) spans.set(turn, span);
  }
  const total = [...spans.values()].reduce((a, b) => a + b, 0);
  // A check in the middle of solving is no part of the way there.
  return most === null ? total : Math.min(total, most);
}
