/** The loop's own score: of the releases that moved a rate, how many lowered it for each that raised it. */
import type { Verification, WinLoss } from '../domain/release.js';
import { wilsonInterval } from '../stats/wilson-interval.js';

/** @param verifications the newest of each release, those of earlier releases of the same ticket among them */
export function winLoss(verifications: readonly Pick<Verification, 'verdict'>[]): WinLoss {
  const count = (verdict: Verification['verdict']): number =>
    verifications.filter((one) => one.verdict === verdict).length;
  const wins = count('verified');
  const losses = count('regressed');
  const [low, high] = wilsonInterval(wins, wins + losses);
  const odds = (share: number): number | null => (share >= 1 ? null : share / (1 - share));
  return {
    wins,
    losses,
    noEffect: count('no_effect'),
    open: count('too_early'),
    ratio: losses === 0 ? null : wins / losses,
    interval: wins + losses === 0 ? null : [odds(low) ?? 0, odds(high)],
  };
}
