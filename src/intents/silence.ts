/**
 * How much of a label (a wrap-up code, a queue) no intent covers. Some of what customers say is understood of every topic that the
 * bot has; of a topic that it lacks next to nothing is. So what counts is how often the shadow names any intent at all,
 * against the other labels; which one it names where it lacks the right one is an accident of words.
 */
import { wilsonInterval } from '../stats/wilson-interval.js';
import type { Distribution } from './distribution.js';

export interface Silence {
  /** By label, 0 to 1; at the cautious end of what its number of journeys allows. */
  uncovered: ReadonlyMap<string, number>;
  /** P(the shadow says none | none of the intents is wanted). */
  onNone: number;
}

const confidence = 0.9;
/** Before there is a label that is surely uncovered, and how many journeys this counts for. */
const usualOnNone = 0.95;
const trust = 40;
const surelyUncovered = 0.6;

export function measureSilence(groups: ReadonlyMap<string, readonly Distribution[]>): Silence {
  const counts = [...groups].map(([label, own]) => ({
    label,
    n: own.length,
    named: own.filter((posterior) => (posterior.at(-1) ?? 0) < 0.5).length,
  }));
  const usual = medianShare(counts);
  const uncovered = new Map<string, number>();
  let [silent, all] = [trust * usualOnNone, trust];
  for (const { label, n, named } of counts) {
    const most = wilsonInterval(named, n, confidence)[1];
    const share = usual > 0 ? Math.max(0, 1 - most / usual) : 0;
    uncovered.set(label, share);
    if (share < surelyUncovered) continue;
    silent += n - named;
    all += n;
  }
  return { uncovered, onNone: silent / all };
}

/** The median over journeys of their labels' shares: half of the journeys have a label that is named at least so often. */
function medianShare(counts: readonly { n: number; named: number }[]): number {
  const shares = counts
    .map(({ n, named }) => ({ n, share: named / n }))
    .sort((a, b) => a.share - b.share);
  const half = shares.reduce((sum, { n }) => sum + n, 0) / 2;
  let passed = 0;
  for (const { n, share } of shares) {
    passed += n;
    if (passed >= half) return share;
  }
  return 0;
}
