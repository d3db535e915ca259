/** Which intents are heard under which labels far more often than elsewhere. */
import { clear, type IntentReading } from './classifier-reliability.js';
import { apart } from './settings.js';

/**
 * By label, whether each intent is clearly heard in it far more often than in the others. That is no chance of the classifier's, however small
 * a part of a large label it is; pruned, it would leave those contacts to "none of them".
 */
export function heardApart(
  groups: ReadonlyMap<string, readonly IntentReading[]>,
  size: number,
): Map<string, boolean[]> {
  const counts = new Map<string, number[]>();
  const all = new Array<number>(size).fill(0);
  let contacts = 0;
  for (const [label, own] of groups) {
    const heard = new Array<number>(size).fill(0);
    for (const { grade, best } of own) if (grade === clear) heard[best] = (heard[best] ?? 0) + 1;
    heard.forEach((n, k) => {
      all[k] = (all[k] ?? 0) + n;
    });
    counts.set(label, heard);
    contacts += own.length;
  }
  const { deviations, fewest } = apart;
  return new Map(
    [...counts].map(([label, heard]) => {
      const here = groups.get(label)?.length ?? 0;
      const elsewhere = Math.max(1, contacts - here);
      return [
        label,
        heard.map((n, k) => {
          const expected = (here * ((all[k] ?? 0) - n)) / elsewhere;
          return n >= fewest && n - expected >= deviations * Math.sqrt(expected + 1);
        }),
      ];
    }),
  );
}
