/** How far customers' words and wrap-up codes agree: each code means what the words of its other contacts tell. */
import type { Estimate } from '../domain/estimate.js';
import { groupBy } from '../lib/group-by.js';
import { seedOf } from '../lib/seed.js';
import { wilsonInterval } from '../stats/wilson-interval.js';
import { codeAgreement } from './settings.js';
import type { Words } from './true-intent.js';

export interface CodedWords {
  session: string;
  /** Wrap-up code. */
  code: string;
  words: Words;
}

interface Told {
  half: number;
  code: string;
  /** Its place among the intents, "none" last. */
  wish: number;
}

/**
 * Cohen's kappa of the wish that the words tell and the wishes that the contact's code means, which are told by the words of the other
 * half of the contacts: 1 where they always agree, 0 where as often as if codes were dealt out at random.
 *
 * @returns null where the words of too few contacts tell a wish, or where one code stands for most contacts, or codes for nearly
 * everything, so that they can hardly disagree
 */
export function agreementOfCodes(contacts: readonly CodedWords[]): Estimate | null {
  const told = contacts.flatMap(({ session, code, words }): Told[] => {
    const wish = wishIn(words);
    return wish === null ? [] : [{ half: seedOf(session) % 2, code, wish }];
  });
  const halves = [0, 1].map((half) => told.filter((one) => one.half === half));
  const meanings = halves.map(meaningsOf);
  const ofOneCode = [...groupBy(told, codeOf).values()].map(({ length }) => length);
  if (Math.max(0, ...ofOneCode) > codeAgreement.mostOfOneCode * told.length) return null;
  const usual = wishesOf(told);
  let [all, agreeing, byChance] = [0, 0, 0];
  for (const { half, code, wish } of told) {
    const means = meanings[1 - half]?.get(code);
    if (!means) continue;
    all += 1;
    if (means.has(wish)) agreeing += 1;
    for (const one of means) byChance += (usual.get(one) ?? 0) / told.length;
  }
  if (all < codeAgreement.fewest) return null;
  const chance = byChance / all;
  if (chance > codeAgreement.mostByChance) return null;
  const beyondChance = (share: number) => Math.max(0, (share - chance) / (1 - chance));
  const [low, high] = wilsonInterval(agreeing, all);
  return {
    value: beyondChance(agreeing / all),
    interval: [beyondChance(low), beyondChance(high)],
    n: all,
  };
}

/** The likeliest wish by the words to the agent, else by those to the bot. */
function wishIn({ toAgent, toBot }: Words): number | null {
  const said = toAgent ?? toBot;
  if (!said) return null;
  const most = Math.max(...said);
  return most < codeAgreement.toldFrom ? null : said.indexOf(most);
}

function meaningsOf(told: readonly Told[]): Map<string, Set<number>> {
  return new Map(
    [...groupBy(told, codeOf)].map(([code, own]) => {
      const parts = [...wishesOf(own)].filter(([, n]) => n >= codeAgreement.partFrom * own.length);
      return [code, new Set(parts.map(([wish]) => wish))];
    }),
  );
}

const codeOf = ({ code }: Told): string => code;

function wishesOf(told: readonly Told[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { wish } of told) counts.set(wish, (counts.get(wish) ?? 0) + 1);
  return counts;
}
