/** The handoff tax in its stages, in seconds. A missing time makes its stage unknown, never zero. */
import type { Effort, LedgerEntry } from '../domain/journey.js';
import type { AgentReading } from './agent-side.js';
import type { BotReading } from './bot-side.js';
import type { Repeat } from './repeats.js';
import type { Tools } from './tools.js';

export function measureEffort(
  bot: BotReading,
  agent: AgentReading | null,
  ledger: readonly LedgerEntry[],
  repeats: readonly Repeat[],
  tools: Tools,
): Effort {
  const { session } = bot;
  const contact = agent?.contact;
  const firstAgent = contact?.turns.find(({ actor }) => actor === 'agent')?.at;
  const answered = contact?.answeredAt ?? firstAgent;
  const waitFrom = contact?.startedAt ?? session.handoff?.at;
  const spoken = agent !== null && agent.turns.length > 0;
  const asked = new Set([...tools.config.verificationSlots, ...regiven(ledger)]);
  const identify = spoken ? identifySeconds(agent, asked) : null;
  const explain = spoken ? explainSeconds(agent, repeats) : null;
  const ended = contact?.endedAt ?? agent?.turns.at(-1)?.at;
  const handled = seconds(answered, spoken || contact?.endedAt !== undefined ? ended : undefined);
  return {
    bot: seconds(session.startedAt, session.handoff?.at ?? session.endedAt),
    wait: contact ? seconds(waitFrom, answered) : null,
    identify,
    explain,
    solve:
      handled === null || identify === null || explain === null
        ? null
        : Math.max(0, handled - identify - explain),
  };
}

/** Clocks of two systems disagree by a little; what comes out negative took no time. */
function seconds(from: number | undefined, to: number | undefined): number | null {
  return from === undefined || to === undefined ? null : Math.max(0, (to - from) / 1000);
}

/** Slots that the bot held and the agent asks for: the customer identifies or tells again. */
function regiven(ledger: readonly LedgerEntry[]): string[] {
  return ledger
    .filter(({ bot, agent }) => bot.startsWith('captured') && agent !== 'not_asked')
    .map(({ slot }) => slot);
}

/** From each such question to the last of its answers; a turn that asks for several slots counts once. */
function identifySeconds(agent: AgentReading, slots: ReadonlySet<string>): number {
  const spans = new Map<number, number>();
  for (const { slot, turn, answers } of agent.asks) {
    const from = agent.turns[turn]?.at;
    const to = agent.turns[answers.at(-1) ?? -1]?.at;
    if (slots.has(slot) && from !== undefined && to !== undefined)
      spans.set(turn, Math.max(0, to - from) / 1000);
  }
  return [...spans.values()].reduce((a, b) => a + b, 0);
}

/** From the turn before each repeated telling to its end, where it is no answer that `identify` has. */
function explainSeconds(agent: AgentReading, repeats: readonly Repeat[]): number {
  let total = 0;
  for (const { turn, kind } of repeats) {
    const from = agent.turns[turn - 1]?.at;
    const to = agent.turns[turn]?.at;
    if (kind !== 'value' && from !== undefined && to !== undefined)
      total += Math.max(0, to - from) / 1000;
  }
  return total;
}
