/** Words read by how often they are said of each wish. */
import type { Distribution } from './distribution.js';
import { agentWords } from './settings.js';
import type { Counts, WordCounts } from './word-counts.js';

/** @returns likelihoods of which the largest is 1 */
export function createReader(counts: WordCounts) {
  const readers = new Map<string, LogReader>();
  return (said: readonly string[], fold: number | null, code: string): number[] | null => {
    const place = `${fold} ${code}`;
    const logsOf = readers.get(place) ?? createLogReader(counts, fold, code);
    readers.set(place, logsOf);
    const sums = new Array<number>(counts.size).fill(0);
    let tells = false;
    for (const word of said) {
      const own = counts.words.get(word);
      if (!own) continue;
      tells = true;
      const logs = logsOf(own);
      for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (logs[k] ?? 0);
    }
    if (!tells) return null;
    const highest = Math.max(...sums);
    return sums.map((sum) => Math.exp(agentWords.sharpness * (sum - highest)));
  };
}

/** @returns logs of P(word | each intent, or none of them in this code) over P(word), without the fold's contacts */
type LogReader = (own: Counts) => Distribution;

function createLogReader(
  { contacts, size, codes, covered }: WordCounts,
  fold: number | null,
  code: string,
): LogReader {
  const known = new Map<Counts, Distribution>();
  const row = fold === null ? null : (size + codes.size) * (1 + fold);
  const left = (counts: Counts, column: number): number =>
    Math.max(0, (counts[column] ?? 0) - (row === null ? 0 : (counts[row + column] ?? 0)));
  const columns = Array.from({ length: size }, (_, k) => k);
  const total = (counts: Counts): number => columns.reduce((sum, k) => sum + left(counts, k), 0);
  const all = columns.map((k) => left(contacts, k));
  const totalOfAll = total(contacts);
  const ofCode = codes.get(code);
  const isCovered = covered.has(code);
  const { offTopic, trust, trustOfNone } = agentWords;

  function logsOf(own: Counts): Distribution {
    const said = total(own);
    // What no other contact says is unknown.
    if (said < 1) return columns.map(() => 0);
    const usual = said / totalOfAll;
    const shares = columns.map((k) => (left(own, k) + trust * usual) / ((all[k] ?? 0) + trust));
    if (isCovered) shares[size - 1] = usual;
    else if (ofCode !== undefined)
      shares[size - 1] =
        (left(own, ofCode) + trustOfNone * (shares[size - 1] ?? usual)) /
        (left(contacts, ofCode) + trustOfNone);
    return shares.map((share) => Math.log((1 - offTopic) * (share / usual) + offTopic));
  }

  return (own) => {
    const logs = known.get(own) ?? logsOf(own);
    known.set(own, logs);
    return logs;
  };
}
