/** Which of the values that the bot held an answer gives. */
import { tokenDigits, tokensIn } from '../text/tokens.js';
import type { ReadTurn } from '../transcript/turns.js';
import { answerForms, isValue } from './answer-form.js';
import { digestsOfDays, says } from './answers.js';
import type { BotReading } from './bot-side.js';
import { isCommon } from './few-values.js';
import { shapedValues, tellTheSame } from './told-before.js';
import type { QuestionTools } from './tools.js';

/** A longer answer tells a story, in which a held value proves nothing. */
const longestProof = 10;
/** Words of content of an answer that is a value in words, and of those beside it. */
const longestPlain = 5;

export interface GivenValues {
  /** Slots whose value, as the bot held it or as it was told to the bot, the answers say. */
  proof: string[];
  /** Those of `proof` whose value is no other slot's and seldom said by chance. */
  given: string[];
  /** Slots of which the bot held another value than the answer gives. */
  denied: string[];
}

/** Which held values an answer gives, and which it does not although it is short and gives a value. */
export function givenValues(
  given: readonly ReadTurn[],
  bot: BotReading,
  tools: QuestionTools,
): GivenValues {
  const telling = given.filter(
    ({ content, text }) =>
      tokensIn(text).length > 0 || (content.length > 0 && content.length <= longestProof),
  );
  if (telling.length === 0) return { proof: [], given: [], denied: [] };
  const held = [...bot.held].map(([slot, value]) => ({
    slot,
    sayings: telling.filter((turn) => says(turn, value, tools)),
  }));
  const said = held.filter(({ sayings }) => sayings.length > 0);
  // A story names a city, too; an answer is little more than the value.
  const plainly = said
    .filter(({ sayings }) => sayings.some(({ content }) => content.length <= longestPlain))
    .map(({ slot }) => slot);
  const told = [...bot.told.keys()].filter((slot) =>
    bot.told.get(slot)?.some((one) => telling.some((turn) => tellTheSame(one, turn, tools))),
  );
  const proof = [...new Set([...said.map(({ slot }) => slot), ...told])];
  const refuses = given.some(({ marks }) => marks.has('told') || marks.has('objection'));
  const isOpen = refuses || !isValue(answerForms(given, tools.language));
  return {
    proof,
    given: [...new Set([...ofOneSlot(proof, telling, bot, tools), ...rare(plainly, bot, tools)])],
    denied: isOpen ? [] : held.map(({ slot }) => slot).filter((slot) => !proof.includes(slot)),
  };
}

/** Those whose value is no yes or no and no small number, and no other slot's: it is seldom said by chance. */
function rare(slots: readonly string[], { held }: BotReading, tools: QuestionTools): string[] {
  const all = [...held.values()].map(({ digest }) => digest);
  return slots.filter((slot) => {
    const digest = held.get(slot)?.digest;
    if (digest === undefined || isCommon(digest, tools)) return false;
    return all.filter((one) => one === digest).length === 1;
  });
}

/** Slots whose own value an answer gives, where no other slot has the same. */
function ofOneSlot(
  proof: readonly string[],
  telling: readonly ReadTurn[],
  { held, told }: BotReading,
  tools: QuestionTools,
): string[] {
  if (proof.length === 0) return [];
  const valuesOfSlot = (slot: string) => {
    const value = held.get(slot);
    const own = value ? [value.digest, ...value.tails] : [];
    const replies = (told.get(slot) ?? []).flatMap((reply) => shapedValues(reply, tools));
    return new Set([...own.map((digest) => digest.slice(0, tokenDigits)), ...replies]);
  };
  const values = new Map(
    [...held.keys(), ...told.keys()].map((slot) => [slot, valuesOfSlot(slot)]),
  );
  const given = new Set(
    telling.flatMap((turn) => [...shapedValues(turn, tools), ...daysIn(turn, tools)]),
  );
  const slotsOf = (value: string) => [...values].filter(([, own]) => own.has(value));
  return proof.filter((slot) =>
    [...(values.get(slot) ?? [])].some((value) => given.has(value) && slotsOf(value).length === 1),
  );
}

/** A bot fills in the year of a day. */
const daysIn = (turn: ReadTurn, tools: QuestionTools): string[] =>
  digestsOfDays(turn, tools).map((digest) => digest.slice(0, tokenDigits));
