/** Wrap-up codes whose customers want what the bot has an intent for, however they say it. */
import { groupBy } from '../lib/group-by.js';
import { hypergeometric } from '../stats/hypergeometric.js';
import { coveredCode } from './settings.js';

export interface FiledContact {
  code: string;
  /** The bot's own training phrases let the customer's words be heard clearly. */
  isHeard: boolean;
  /** The agent's words, each once. */
  said: readonly string[];
}

/**
 * Customers who are not heard under a code may say its wishes in new words, or want something that the bot lacks. What tells is what their agents say: in
 * the first case that is what agents say to those who are heard. So a code is covered where no word that goes with it is said far more often to those who are not.
 *
 * @returns only codes of which enough customers are heard, and under which agents say something of their own: elsewhere nothing can be compared
 */
export function coveredCodes(contacts: readonly FiledContact[]): Set<string> {
  const everywhere = countsOf(contacts);
  const covered = new Set<string>();
  for (const [code, here] of groupBy(contacts, (one) => one.code)) {
    const heard = here.filter(({ isHeard }) => isHeard);
    if (heard.length < coveredCode.fewestHeard) continue;
    const others = here.filter(({ isHeard }) => !isHeard);
    const toHeard = countsOf(heard);
    const specific = [...countsOf(others)].filter(([word, n]) => {
      const elsewhere = (everywhere.get(word) ?? 0) - n - (toHeard.get(word) ?? 0);
      const share = (elsewhere + 0.5) / (contacts.length - here.length + 1);
      return deviationsAbove(share, n, others.length) >= coveredCode.specificFrom;
    });
    const isSaidToOthersAlone = specific.some(
      ([word, n]) =>
        deviationsBelow(toHeard.get(word) ?? 0, heard.length, n, others.length) >
        coveredCode.foreignFrom,
    );
    if (specific.length > 0 && !isSaidToOthersAlone) covered.add(code);
  }
  return covered;
}

/** Of a count among `all`, above what a share (0 to 1) lets expect. */
function deviationsAbove(share: number, count: number, all: number): number {
  const expected = all * share;
  return (count - expected) / Math.sqrt(expected * (1 - share) + 0.25);
}

/** Of a count among `all`, below what it would be if it were spread over `all` and the others by chance; 0 where chance has no choice. */
function deviationsBelow(count: number, all: number, ofOthers: number, others: number): number {
  const margins = { exposed: all, failed: count + ofOthers, total: all + others };
  const { expected, variance } = hypergeometric(margins);
  return variance === 0 ? 0 : (expected - count) / Math.sqrt(variance);
}

/** By word, the contacts in which it is said. */
function countsOf(contacts: readonly FiledContact[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { said } of contacts)
    for (const word of said) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
