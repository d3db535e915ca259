/** The slot ledger: for each slot that matters, what the bot did about it and what the agent did about it. */
import type { AgentSide, BotSide, LedgerEntry, TurnRef } from '../domain/journey.js';
import { tokensIn } from '../text/tokens.js';
import { splitName, wordsOf } from '../transcript/clauses.js';
import type { ReadTurn } from '../transcript/turns.js';
import type { AgentAsk, AgentReading } from './agent-side.js';
import { type Comparison, compareAnswers, compareReadBack } from './answers.js';
import type { BotReading } from './bot-side.js';
import { heldDoubt } from './settings.js';
import { misheard, shapeOf } from './told-before.js';
import type { QuestionTools } from './tools.js';
import { numberDigests } from './value-digests.js';

export interface LedgerInput {
  bot: BotReading;
  agent: AgentReading | null;
  /** Slots that the journey needs. */
  needs: ReadonlySet<string>;
  /** P(the held value is found in what the customer said to the bot), by slot, and by slot and shape (`toldAs`). */
  sayable: ReadonlyMap<string, number>;
}

export function readLedger(input: LedgerInput, tools: QuestionTools): LedgerEntry[] {
  const { bot, agent, needs } = input;
  const asks = new Map<string, AgentAsk>();
  for (const ask of agent?.asks ?? []) {
    const known = asks.get(ask.slot);
    const doubt = bot.held.has(ask.slot) ? heldDoubt : 0;
    if (ask.confidence < tools.config.askConfidence + doubt) continue;
    if (!known || rank(ask) > rank(known)) asks.set(ask.slot, ask);
  }
  const slots = new Set([...bot.asked.keys(), ...bot.held.keys(), ...needs, ...asks.keys()]);
  return [...slots].sort().map((slot) => entryOf(slot, asks.get(slot), input, tools));
}

/** An ask outranks a read-back of the same slot. */
const rank = (ask: AgentAsk) => (ask.kind === 'request' ? 1 : 0) + ask.confidence;

function entryOf(
  slot: string,
  ask: AgentAsk | undefined,
  { bot, agent, needs, sayable }: LedgerInput,
  tools: QuestionTools,
): LedgerEntry {
  const answers = (ask?.answers ?? []).flatMap((index) => agent?.turns[index] ?? []);
  const held = bot.held.get(slot);
  const source = held && bot.customer.findLast(({ index }) => index <= held.turn);
  const comparison: Comparison = !held
    ? 'unknown'
    : ask?.kind === 'confirm'
      ? compareReadBack(answers, held, tools)
      : compareAnswers(
          answers,
          {
            value: held,
            source,
            sayable: sayable.get(slot) ?? 0,
            misheard: source ? misheard(slot, shapeOf(source), sayable) : 0,
            values: tools.slots.get(slot)?.values ?? [],
          },
          tools,
        );
  const asked = bot.asked.get(slot) ?? [];
  const said = held ? undefined : whereSaid(slot, bot, answers, tools);
  const verified = ask?.kind === 'confirm' || tools.config.verificationSlots.includes(slot);
  const agentSide: AgentSide = !ask ? 'not_asked' : verified ? 'verified' : 'asked';
  const turns: TurnRef[] = asked.map((turn): TurnRef => `bot:${turn}`);
  if (held) turns.push(`bot:${held.turn}`);
  if (said !== undefined) turns.push(`bot:${said}`);
  if (ask) turns.push(`agent:${ask.turn}`, ...ask.answers.map((turn): TurnRef => `agent:${turn}`));
  return {
    slot,
    bot: botSide(held !== undefined, comparison, asked, said),
    agent: agentSide,
    confidence: ask ? ask.confidence : 1,
    turns: [...new Set(turns)],
    needed: needs.has(slot),
  };
}

function botSide(
  held: boolean,
  comparison: Comparison,
  asked: readonly number[],
  said: number | undefined,
): BotSide {
  if (held) return comparison === 'different' ? 'captured_differently' : 'captured';
  if (asked.length > 0) return 'asked_not_captured';
  return said === undefined ? 'never_asked' : 'said_not_captured';
}

/** The bot turn in which the customer gave the value: one of the slot's own values, a typed one, or what the agent got. */
function whereSaid(
  slot: string,
  { customer, held }: BotReading,
  answers: readonly ReadTurn[],
  tools: QuestionTools,
): number | undefined {
  const defined = tools.slots.get(slot);
  const kinds = new Set([...splitName(slot), defined?.type ?? '', splitName(slot).join('_')]);
  const values = (defined?.values ?? []).map(wordsOf).filter(telling);
  const told = answers.filter(({ content }) => content.length > 0 && content.length <= 4);
  // "84595805 and 0791..." answers two questions at once; what the bot holds as another slot's value is not this one's.
  const others = [...held.values()].flatMap(({ digest, tails }) => [digest, ...tails]);
  const hashes = new Set(
    answers.flatMap(({ text }) =>
      tokensIn(text).flatMap(({ hash }) =>
        others.some((digest) => digest.startsWith(hash)) ? [] : [hash],
      ),
    ),
  );
  const numbers = answers
    .flatMap(({ text }) => [...numberDigests(text, tools)])
    .filter((number) => !others.includes(number));
  const saysNumber = (text: string) => {
    const said = numbers.length === 0 ? null : numberDigests(text, tools);
    return said !== null && numbers.some((number) => said.has(number));
  };
  return customer.find(
    ({ words, text }) =>
      saysNumber(text) ||
      tokensIn(text).some(({ kind, hash }) => kinds.has(kind) || hashes.has(hash)) ||
      values.some((value) => includesRun(words, value)) ||
      told.some(({ content }) => telling(content) && content.every((one) => words.includes(one))),
  )?.index;
}

const plain = new Set(['true', 'false', 'yes', 'no', 'none', 'other']);
const telling = (value: readonly string[]) =>
  value.join('').length >= 3 && !(value.length === 1 && plain.has(value[0] ?? ''));

function includesRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, at) => run.every((word, i) => words[at + i] === word));
}
