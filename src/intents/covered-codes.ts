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
    const specific = [...countsOf(others)]
      .map(([word, n]) => ({ word, toOthers: n, toHeard: toHeard.get(word) ?? 0 }))
      .filter(({ word, toOthers, toHeard: n }) => {
        const elsewhere = (everywhere.get(word) ?? 0) - toOthers - n;
        const share = (elsewhere + 0.5) / (contacts.length - here.length + 1);
        const expected = others.length * share;
        const deviation = Math.sqrt(expected * (1 - share) + 0.25);
        return toOthers - expected >= coveredCode.specificFrom * deviation;
      });
    const isForeign = specific.some(({ toOthers, toHeard: n }) => {
      const { expected, variance } = hypergeometric({
        exposed: heard.length,
        failed: toOthers + n,
        total: here.length,
      });
      return expected - n > coveredCode.foreignFrom * Math.sqrt(variance);
    });
    if (specific.length > 0 && !isForeign) covered.add(code);
  }
  return covered;
}

/** By word, the contacts in which it is said. */
function countsOf(contacts: readonly FiledContact[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { said } of contacts)
    for (const word of said) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
