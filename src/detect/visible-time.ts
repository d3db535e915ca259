/**
 * What customer and agent visibly spend on a finding, in its own turns. Writing or saying a turn is taken to last from the
 * turn before it; a turn that several findings or questions share is shared among them, since it goes only with all of them.
 */
import { categories } from '../domain/categories.js';
import type { Finding, LedgerEntry, TurnRef } from '../domain/journey.js';
import type { AgentReading } from '../questions/agent-side.js';
import type { BotReading } from '../questions/bot-side.js';
import { leastContentOfAgent, longestTurnSeconds } from './settings.js';

type Side = 'bot' | 'agent';
interface TimedTurn {
  at: number;
  actor: string;
}

/** The findings with `spent`, where their turns show it. */
export function withVisibleTime(
  findings: readonly Finding[],
  ledger: readonly LedgerEntry[],
  bot: BotReading,
  agent: AgentReading | null,
): Finding[] {
  const { turns, handoff } = bot.session;
  const asking = new Set(agent?.asks.map(({ turn }) => turn));
  const sides: Record<Side, Log> = {
    bot: { turns, end: handoff?.at, follows: () => false },
    agent: {
      turns: agent?.contact.turns ?? [],
      end: undefined,
      follows: (at, also) =>
        agent?.contact.turns[at]?.actor === 'agent' &&
        !asking.has(at) &&
        (also === 'reply' || (agent.turns[at]?.content.length ?? 0) < leastContentOfAgent),
    },
  };
  const claims = findings.map((finding) => ({
    bot: claimed(finding, 'bot', sides.bot),
    agent: claimed(finding, 'agent', sides.agent),
  }));
  const claimants = countClaims(claims, findings, ledger);
  return findings.map((finding, i) => {
    const what = categories[finding.category].visibleTime;
    const shares = claims[i];
    if (!what || !shares) return finding;
    const seconds = (side: Side) =>
      [...shares[side]].reduce(
        (sum, at) => sum + secondsOf(sides[side], at) / (claimants.get(`${side}:${at}`) ?? 1),
        0,
      );
    const spent = { bot: seconds('bot'), agent: seconds('agent') };
    // Turns without times of their own tell nothing.
    return spent.bot + spent.agent > 0 ? { ...finding, spent } : finding;
  });
}

interface Log {
  turns: readonly TimedTurn[];
  /** When the side ended, where it did not end with its last turn. */
  end: number | undefined;
  /** Whether a turn only follows from the one before. */
  follows(at: number, also: 'thanks' | 'reply'): boolean;
}

/** Places of the turns of one side that go with a finding; `turns.length` is the time after the last. */
function claimed({ category, turns }: Finding, side: Side, log: Log): Set<number> {
  const what = categories[category].visibleTime;
  const places = new Set<number>();
  if (!what || (what.side !== 'both' && what.side !== side)) return places;
  const refs = turns
    .filter((ref) => ref.startsWith(`${side}:`))
    .map(placeOf)
    .sort((a, b) => a - b);
  const [first, last] = [refs[0], refs.at(-1)];
  if (first === undefined || last === undefined) return places;
  if (what.also === 'rest') {
    for (let at = first + 1; at <= log.turns.length; at++) places.add(at);
    return places;
  }
  if (what.also === 'between') {
    for (let at = first + 1; at <= last; at++) places.add(at);
    return places;
  }
  for (const at of refs) {
    // What the bot says takes no time; what the customer then answers in vain does.
    const isBot = log.turns[at]?.actor === 'bot';
    if (!isBot) places.add(at);
    else if (log.turns[at + 1]?.actor === 'customer') places.add(at + 1);
    if (what.also && !refs.includes(at + 1) && log.follows(at + 1, what.also)) places.add(at + 1);
  }
  return places;
}

/** By side and place: how many findings, and slots asked for at the same time, a turn serves. */
function countClaims(
  claims: readonly Record<Side, ReadonlySet<number>>[],
  findings: readonly Finding[],
  ledger: readonly LedgerEntry[],
): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (ref: string) => counts.set(ref, (counts.get(ref) ?? 0) + 1);
  const found = new Set(findings.map(({ slot }) => slot));
  claims.forEach(({ bot, agent }) => {
    for (const at of bot) add(`bot:${at}`);
    for (const at of agent) add(`agent:${at}`);
  });
  for (const { slot, agent, turns } of ledger) {
    if (agent === 'not_asked' || found.has(slot)) continue;
    for (const ref of turns) if (ref.startsWith('agent:')) add(ref);
  }
  return counts;
}

function secondsOf({ turns, end }: Log, at: number): number {
  const before = turns[at - 1]?.at;
  const after = turns[at]?.at ?? end;
  if (before === undefined || after === undefined) return 0;
  return Math.min(longestTurnSeconds, Math.max(0, (after - before) / 1000));
}

const placeOf = (ref: TurnRef): number => Number(ref.slice(ref.indexOf(':') + 1));
