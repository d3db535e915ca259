/** How far customers' words and wrap-up codes agree: each code means what the words of its other contacts tell. */
import type { Estimate } from '../domain/estimate.js';
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

/** By wish, "none" last. */
type Counts = Map<number, number>;

/**
 * Cohen's kappa of the wish that the words tell and the wishes that the contact's code means, which are told by the words of the other
 * half of the contacts: 1 where they always agree, 0 where as often as if codes were dealt out at random.
 *
 * @returns null where the words of too few contacts tell a wish, or where one code stands for most contacts, or codes for nearly
 * everything, so that they can hardly disagree
 */
export function agreementOfCodes(contacts: readonly CodedWords[]): Estimate | null {
  const told = contacts.flatMap(({ session, code, words }) => {
    const wish = wishIn(words);
    return wish === null ? [] : [{ half: seedOf(session) % 2, code, wish }];
  });
  const halves = [0, 1].map((half) => told.filter((one) => one.half === half));
  const meanings = halves.map(meaningsOf);
  const usual = countsOf(told);
  if (mostOf(told.map(({ code }) => code)) > codeAgreement.mostOfOneCode * told.length) return null;
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

/** How often the most frequent one comes. */
function mostOf(list: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** The likeliest wish by the words to the agent, else by those to the bot. */
function wishIn({ toAgent, toBot }: Words): number | null {
  const said = toAgent ?? toBot;
  if (!said) return null;
  const most = Math.max(...said);
  return most < codeAgreement.toldFrom ? null : said.indexOf(most);
}

function meaningsOf(told: readonly { code: string; wish: number }[]): Map<string, Set<number>> {
  const byCode = new Map<string, { wish: number }[]>();
  for (const one of told) {
    const own = byCode.get(one.code);
    if (own) own.push(one);
    else byCode.set(one.code, [one]);
  }
  return new Map(
    [...byCode].map(([code, own]) => {
      const parts = [...countsOf(own)].filter(([, n]) => n >= codeAgreement.partFrom * own.length);
      return [code, new Set(parts.map(([wish]) => wish))];
    }),
  );
}

function countsOf(told: readonly { wish: number }[]): Counts {
  const counts: Counts = new Map();
  for (const { wish } of told) counts.set(wish, (counts.get(wish) ?? 0) + 1);
  return counts;
}
