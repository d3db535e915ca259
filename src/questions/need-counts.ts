/** How often agents ask for slots, by what the customer wants. */
import type { NeedTrace } from './need-trace.js';

/** An intent's part in a journey. A journey is about one intent or two, seldom about ninety. */
export interface Part {
  /** Place of the intent. */
  k: number;
  share: number;
}

/** For each slot, by intent: journeys whose agent asks for it while the bot does not hold it, and journeys in which the bot holds it. */
export function countsOf(
  slots: readonly string[],
  traces: readonly NeedTrace[],
  shares: readonly Part[][],
  size: number,
) {
  const zeros = () => new Array<number>(size).fill(0);
  const counts = new Map(slots.map((slot) => [slot, { hits: zeros(), held: zeros() }]));
  const total = zeros();
  traces.forEach(({ held, asked }, j) => {
    const parts = shares[j] ?? [];
    addTo(total, parts);
    for (const slot of held) addTo(counts.get(slot)?.held, parts);
    for (const slot of asked) if (!held.has(slot)) addTo(counts.get(slot)?.hits, parts);
  });
  return { counts, total };
}

function addTo(sums: number[] | undefined, parts: readonly Part[]): void {
  if (!sums) return;
  for (const { k, share } of parts) sums[k] = (sums[k] ?? 0) + share;
}
