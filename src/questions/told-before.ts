/** What the customer told the bot when it asked for a slot: who tells the agent the same answers a question for that slot. */
import type { Language } from '../language/language.js';
import { tokenDigits, tokensIn } from '../text/tokens.js';
import { includesRun } from '../text/words.js';
import type { ReadTurn } from '../transcript/turns.js';
import { leastVerbatim } from './settings.js';
import { numberDigests } from './value-digests.js';
import { yearlessDates } from './yearless-dates.js';

interface Digests {
  language: Language;
  digestValue: (value: unknown) => string | null;
}

/** Slot to the customer's replies to the bot's questions for it. */
export type Told = ReadonlyMap<string, readonly ReadTurn[]>;

/** @param asked bot turns by slot that they ask for */
export function toldIn(
  asked: ReadonlyMap<string, readonly number[]>,
  customer: readonly (ReadTurn & { role: string })[],
): Told {
  const replyTo = (turn: number) => customer.find(({ index }) => index > turn);
  return new Map(
    [...asked].map(([slot, turns]) => [
      slot,
      turns.flatMap((turn) => {
        const reply = replyTo(turn);
        return reply?.role === 'answer' ? [reply] : [];
      }),
    ]),
  );
}

/** How a value is said: a redacted one, in figures, in words. A bot may keep one of these as it is and make another value of the next. */
export type ToldShape = 'token' | 'figures' | 'words';
export const shapes: readonly ToldShape[] = ['token', 'figures', 'words'];

export const shapeOf = ({ text }: ReadTurn): ToldShape =>
  text.includes('⟨') ? 'token' : /\d/.test(text) ? 'figures' : 'words';

/** What a slot's values that are told in one shape stand under in `VerbatimRates`, beside the slot's own name. */
export const toldAs = (slot: string, shape: ToldShape): string => `${slot} ${shape}`;

/**
 * P(a value was heard wrongly | it is not found in what was told in this shape). How often a slot is heard wrongly is seen best
 * where the bot keeps most as it is told; of the other shapes, some are not found because the bot writes them in another way.
 */
export function misheard(
  slot: string,
  shape: ToldShape,
  verbatimRates: ReadonlyMap<string, number>,
): number {
  const found = (one: ToldShape) => verbatimRates.get(toldAs(slot, one)) ?? 0;
  if (found(shape) < leastVerbatim) return 0;
  const wrong = 1 - Math.max(...shapes.map(found));
  return wrong / (1 - found(shape));
}

/** Both turns give one value: the same token, number or day, or all that the second says is in the first. */
export function tellTheSame(one: ReadTurn, other: ReadTurn, tools: Digests): boolean {
  const known = new Set(shapedValues(one, tools));
  return shapedValues(other, tools).some((value) => known.has(value)) || saysNoMore(other, one);
}

/** The second turn gives what the first gives, maybe beside something else: "1501.05, and the unit is ..." */
export const isToldAgain = (one: ReadTurn, other: ReadTurn, tools: Digests): boolean =>
  tellTheSame(one, other, tools) ||
  (one.content.length >= fewestOfRun && includesRun(other.words, one.content));

/** What of a turn is known by its shape: the hashes of redacted values and of numbers, days without their year. */
export const shapedValues = ({ text }: Pick<ReadTurn, 'text'>, tools: Digests): string[] => [
  ...tokensIn(text).map(({ hash }) => hash.slice(0, tokenDigits)),
  ...[...numberDigests(text, tools)].map((digest) => digest.slice(0, tokenDigits)),
  ...yearlessDates(text, tools.language),
  ...tools.language.sums
    .spoken(text)
    .flatMap((sum) => tools.digestValue(sum)?.slice(0, tokenDigits) ?? []),
];

/** Words of an answer that gives a value, a code that is spelled out among them; a longer one tells more than that. */
const longestTold = 10;
/** Fewer words in a row are said again by chance. */
const fewestOfRun = 3;

function saysNoMore({ content, text }: ReadTurn, { words }: ReadTurn): boolean {
  if (content.length === 0 || content.length > longestTold || /[\d⟨?]/.test(text)) return false;
  return content.join('').length > 3 && content.every((word) => words.includes(word));
}
