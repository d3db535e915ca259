/**
 * The handoff tax in its stages, in seconds. A missing time makes its stage unknown, never zero. From the first word to the
 * bot to the start of solving the stages add up: bot, wait, identify and explain are the way there, solve is the rest.
 */
import type { Contact } from '../domain/conversation.js';
import type { Effort, JourneyResult, LedgerEntry } from '../domain/journey.js';
import type { AgentReading } from '../questions/agent-side.js';
import type { BotReading } from '../questions/bot-side.js';
import type { QuestionTools } from '../questions/tools.js';
import { type AskedFor, secondsBetween, solvingFrom } from '../transcript/solving.js';

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
  const again = new Set([...tools.config.verificationSlots, ...regiven(ledger)]);
  const asked = (turn: number) => askedFor(turn, agent, again, tools);
  const solving = solvingFrom(contact, tools.lexicon, asked);
  const spoken = agent.turns.length > 0;
  const onTheWay = secondsBetween(answered, solving);
  const waitedAgain = secondsOf(contact.waitedAgain);
  const talked = onTheWay === null ? null : Math.max(0, onTheWay - waitedAgain);
  const identify = spoken ? identifySeconds(agent, again, talked, solving) : null;
  const waited = waitSeconds(session.handoff?.at, contact.startedAt, answered);
  return {
    bot: botSeconds,
    wait: waited === null ? null : waited + waitedAgain,
    identify,
    explain: talked === null || identify === null ? null : talked - identify,
    solve: secondsBetween(solving, contact.endedAt ?? agent.turns.at(-1)?.at),
  };
}

const secondsOf = (waits: Contact['waitedAgain'] = []): number =>
  waits.reduce((sum, { from, to }) => sum + (to - from) / 1000, 0);

/** What is read back was told before, too. */
function askedFor(
  turn: number,
  { asks }: AgentReading,
  again: ReadonlySet<string>,
  { config }: QuestionTools,
): AskedFor {
  const own = asks.filter((ask) => ask.turn === turn && ask.confidence >= config.askConfidence);
  if (own.some(({ slot, kind }) => kind === 'confirm' || again.has(slot))) return 'again';
  return own.length > 0 ? 'new' : null;
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

/** From what was said before each such question on the way to the last of its answers; a turn that asks for several slots counts once. */
function identifySeconds(
  agent: AgentReading,
  slots: ReadonlySet<string>,
  most: number | null,
  solving: number | null,
): number {
  const spans = new Map<number, number>();
  for (const { slot, turn, answers } of agent.asks) {
    const asked = agent.turns[turn]?.at ?? 0;
    const since = agent.turns[turn - 1]?.at ?? asked;
    const span = secondsBetween(since, agent.turns[answers.at(-1) ?? -1]?.at);
    // A check in the middle of solving is no part of the way there.
    if (slots.has(slot) && span !== null && (solving === null || asked <= solving))
      spans.set(turn, span);
  }
  const total = [...spans.values()].reduce((a, b) => a + b, 0);
  return most === null ? total : Math.min(total, most);
}
