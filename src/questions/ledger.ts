/** The slot ledger: for each slot that matters, what the bot did about it and what the agent did about it. */
import type { AgentSide, BotSide, LedgerEntry, TurnRef } from '../domain/journey.js';
import { tokenDigits, tokensIn } from '../text/tokens.js';
import { includesRun } from '../text/words.js';
import { splitName, wordsOf } from '../transcript/clauses.js';
import type { ReadTurn } from '../transcript/turns.js';
import type { AgentAsk, AgentReading } from './agent-side.js';
import { answerForms, isValue } from './answer-form.js';
import { readPiece } from './answer-pieces.js';
import { type Comparison, compareAnswers, compareReadBack, says } from './answers.js';
import type { BotReading } from './bot-side.js';
import { isCommon } from './few-values.js';
import { heldDoubt, surelyReadBack } from './settings.js';
import type { SlotValue } from './slot-value.js';
import { misheard, shapeOf } from './told-before.js';
import type { QuestionTools } from './tools.js';
import { numberDigests } from './value-digests.js';

export interface LedgerInput {
  bot: BotReading;
  agent: AgentReading | null;
  /** Slots that the journey needs. */
  needs: ReadonlySet<string>;
  /** P(the held value is found in what the customer said to the bot), by slot, and by slot and shape (`toldAs`). */
  verbatimRates: ReadonlyMap<string, number>;
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

/** An ask outranks a read-back of the same slot, unless it is less sure: a value that is read back is proof of its slot. */
const rank = ({ kind, confidence }: AgentAsk) =>
  (kind === 'request' && confidence >= surelyReadBack ? 1 : 0) + confidence;

function entryOf(
  slot: string,
  ask: AgentAsk | undefined,
  { bot, agent, needs, verbatimRates }: LedgerInput,
  tools: QuestionTools,
): LedgerEntry {
  const held = bot.held.get(slot);
  const turnsOfAnswer = (ask?.answers ?? []).flatMap((index) => agent?.turns[index] ?? []);
  const answers = ownAnswer(ask, turnsOfAnswer, held, tools);
  const source = held && bot.customer.findLast(({ index }) => index <= held.turn);
  const compared: Comparison = !held
    ? 'unknown'
    : ask?.kind === 'confirm'
      ? compareReadBack(answers, held, tools)
      : compareAnswers(
          answers,
          {
            value: held,
            source,
            verbatimRates: verbatimRates.get(slot) ?? 0,
            misheard: source ? misheard(slot, shapeOf(source), verbatimRates) : 0,
            values: tools.slots.get(slot)?.values ?? [],
          },
          tools,
        );
  const isMeant = compared === 'different' && held && isSaidAfter(ask, agent, held, tools);
  const comparison = isMeant ? 'same' : compared;
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

/** "S1442043." "Sorry, S1440043.": what an answer had wrong is set right in a later turn, and what was held is the value that is meant. */
function isSaidAfter(
  ask: AgentAsk | undefined,
  agent: AgentReading | null,
  held: SlotValue,
  tools: QuestionTools,
): boolean {
  if (!ask || !agent || ask.kind === 'confirm' || isCommon(held.digest, tools)) return false;
  return agent.customer.some(
    (turn) => turn.index > ask.turn && !turn.marks.has('objection') && says(turn, held, tools),
  );
}

/** Of an answer to several questions the part that belongs to this one, unless the held value stands in another part. */
function ownAnswer(
  ask: AgentAsk | undefined,
  answers: ReadTurn[],
  held: SlotValue | undefined,
  tools: QuestionTools,
): ReadTurn[] {
  const [first] = answers;
  if (!first || ask?.piece === undefined) return answers;
  if (held && answers.some((answer) => says(answer, held, tools))) return answers;
  return [readPiece(ask.piece, answers, tools.readTurn, first.index)];
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

/**
 * The bot turn in which the customer gave the value: what the agent got; where that is not seen, one of the slot's own values,
 * or a redacted one of its kind.
 */
function whereSaid(
  slot: string,
  bot: BotReading,
  answers: readonly ReadTurn[],
  tools: QuestionTools,
): number | undefined {
  const defined = tools.slots.get(slot);
  const kinds = new Set([...splitName(slot), defined?.type ?? '', splitName(slot).join('_')]);
  const listed = (defined?.values ?? []).map(wordsOf).filter(telling);
  const named = listed.filter((value) => answers.some(({ words }) => includesRun(words, value)));
  const isAnswered = isValue(answerForms(answers, tools.language));
  const values = isAnswered ? named : listed;
  // Of "it's 4821, hope that's right" only the figures are the value.
  const inWords = answers.filter(
    ({ content, text }) => content.length > 0 && content.length <= 4 && !/[\d⟨]/.test(text),
  );
  const others = otherValues(slot, bot, tools);
  const given = answers
    .flatMap((answer) => numbersAndTokens(answer, tools))
    .filter((value) => !others.has(value));
  const saysGiven = (turn: ReadTurn) => {
    const said = given.length === 0 ? [] : numbersAndTokens(turn, tools);
    return said.some((value) => given.includes(value));
  };
  return bot.customer.find(
    (turn) =>
      saysGiven(turn) ||
      (!isAnswered && tokensIn(turn.text).some(({ kind }) => kinds.has(kind))) ||
      values.some((value) => includesRun(turn.words, value)) ||
      inWords.some(
        ({ content }) => telling(content) && content.every((one) => turn.words.includes(one)),
      ),
  )?.index;
}

/** "84595805 and 0791..." answers two questions at once: what the bot holds or was told as another slot's value is not this one's. */
function otherValues(
  slot: string,
  { held, told }: BotReading,
  tools: QuestionTools,
): ReadonlySet<string> {
  const others = [...told].filter(([other]) => other !== slot);
  return new Set([
    ...[...held.values()].flatMap(({ digest, tails }) => [digest, ...tails].map(short)),
    ...others.flatMap(([, replies]) => replies.flatMap((reply) => numbersAndTokens(reply, tools))),
  ]);
}

const short = (digest: string) => digest.slice(0, tokenDigits);

const numbersAndTokens = ({ text }: ReadTurn, tools: QuestionTools): string[] => [
  ...tokensIn(text).map(({ hash }) => short(hash)),
  ...[...numberDigests(text, tools)].map(short),
];

const plain = new Set(['true', 'false', 'yes', 'no', 'none', 'other']);
const telling = (value: readonly string[]) =>
  value.join('').length >= 3 && !(value.length === 1 && plain.has(value[0] ?? ''));
