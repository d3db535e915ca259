/** Sentences that more than one output says. Each is made from the figures that stand beside it. */

import type { Estimate } from '../domain/estimate.js';
import type { TurnRef } from '../domain/journey.js';
import { nameWords } from '../domain/name-words.js';
import type { Ticket } from '../domain/ticket.js';
import { weeksAMonth } from '../lib/calendar.js';
import { unknown, type Write } from './format.js';

/** Journeys in two weeks below which a change between them says nothing. */
const fewestJourneys = 10;
/** 95 % of the normal distribution, two-sided. */
const z = 1.96;
/** A ratio whose interval spans more than this factor tells nobody anything. */
const widestRatio = 10;

/** `file_auto_claim` as a person says it. */
export const plainName = (code: string): string => nameWords(code).toLowerCase() || code;

/** A ticket's title with plain names for the intents and slots that it quotes. */
export function plainTitle(
  write: Write,
  { title, intents, slots }: Pick<Ticket, 'title' | 'intents' | 'slots'>,
): string {
  return plainSentence(write, title, [...intents, ...slots]);
}

/** A sentence of an earlier stage with plain names for the codes that it quotes, and numbers as the locale writes them. */
export function plainSentence(write: Write, text: string, codes: readonly string[]): string {
  const named = codes.reduce(
    (told, code) => told.replaceAll(`"${code}"`, `“${plainName(code)}”`),
    text,
  );
  return named
    .split(/("[^"]*"|“[^”]*”)/)
    .map((part, i) => (i % 2 === 0 ? numbersIn(write, part) : curly(part)))
    .join('');
}

const curly = (quoted: string): string => quoted.replace(/^"(.*)"$/s, '“$1”');

/** Percents, and counts of four digits or more; what belongs to a date, an hour or a decimal stays. */
const numbersIn = (write: Write, text: string): string =>
  text
    .replace(/(?<![\d.])(\d+(?:\.\d+)?) %/g, (_, share: string) =>
      share.includes('.')
        ? write.percent(Number(share) / 100)
        : write.wholePercent(Number(share) / 100),
    )
    .replace(/(?<![\d.:-])\d{4,}(?![\d.:-])/g, (digits) => write.count(Number(digits)));

/** Customers' and agents' time that a repair gives back in a month. */
export const worthAMonth = (write: Write, { value }: Pick<Ticket, 'value'>): string =>
  durationAMonth(write, value.minutesPerWeek);

/** In the unit of the worth itself, so that the two can be compared. */
export function worthBetween(write: Write, { value }: Pick<Ticket, 'value'>): string {
  const [low, high] = value.interval.map((minutes) => weeksAMonth * minutes) as [number, number];
  return Math.round(weeksAMonth * value.minutesPerWeek) < 120
    ? `${write.range([low, high], 0)} minutes`
    : `${write.range([low / 60, high / 60], 1)} hours`;
}

/** What tickets are ordered by: time and money together, at their lower end; null without a price of minutes. */
export const surelyAMonth = (
  write: Write,
  { value }: Pick<Ticket, 'value'>,
  currency: string,
): string | null =>
  value.surelyPerWeek === null ? null : moneyAMonth(write, value.surelyPerWeek, currency);

/** What decides the order first; without prices the time alone. */
export function worthInWords(
  write: Write,
  ticket: Pick<Ticket, 'value'>,
  currency: string,
): string {
  const surely = surelyAMonth(write, ticket, currency);
  const time = worthAMonth(write, ticket);
  return surely === null
    ? `worth ${time} a month`
    : `surely worth ${surely} a month; gives back about ${time}`;
}

export const moneyAMonth = (write: Write, aWeek: number, currency: string): string =>
  write.money(weeksAMonth * aWeek, currency);

export const durationAMonth = (write: Write, minutesAWeek: number): string =>
  write.duration(weeksAMonth * minutesAWeek);

export type Direction = 'up' | 'down' | 'level' | 'too_few';

/**
 * Whether two counts of the same length of time differ by more than chance: the difference of two Poisson counts has
 * their sum as its variance.
 */
export function directionOf({
  thisWeek,
  lastWeek,
}: Pick<Ticket['trend'], 'thisWeek' | 'lastWeek'>): Direction {
  const both = thisWeek + lastWeek;
  if (both < fewestJourneys) return 'too_few';
  if (Math.abs(thisWeek - lastWeek) <= z * Math.sqrt(both)) return 'level';
  return thisWeek > lastWeek ? 'up' : 'down';
}

export const directionWords: Record<Direction, string> = {
  up: 'more often',
  down: 'less often',
  level: 'about as often',
  too_few: 'too few to compare',
};

/** `32 a week, about as often as the week before (21)`. */
export function trendText(write: Write, { thisWeek, lastWeek }: Ticket['trend']): string {
  const direction = directionOf({ thisWeek, lastWeek });
  const counts = `${write.count(thisWeek)} this week, ${write.count(lastWeek)} the week before`;
  return `${counts}: ${directionWords[direction]}`;
}

/** `2.5 to 1`; a ratio that may be anything is not given. */
export function ratioText(write: Write, ratio: Estimate | null): string {
  if (ratio === null) return unknown;
  const [low, high] = ratio.interval;
  if (low <= 0 || high / low > widestRatio) return 'too few to say';
  return `${write.decimal(ratio.value, 1)} to 1`;
}

/** `bot:3` is the fourth turn of the bot's side. */
export function turnText(turn: TurnRef): string {
  const [side = '', position = ''] = turn.split(':');
  return `${side}, turn ${Number(position) + 1}`;
}
