/** Turns scores into probabilities: exp(score × inverse temperature), normalised. */
import { unprovenTemperature, widestTemperature } from './settings.js';
export function softmax(scores: ArrayLike<number>, inverseTemperature: number): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) highest = Math.max(highest, scores[k] as number);
  const shares = new Float64Array(scores.length);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    const share = Math.exp(inverseTemperature * ((scores[k] as number) - highest));
    shares[k] = share;
    sum += share;
  }
  for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] as number) / sum;
  return shares;
}

export interface HeldOut {
  scores: Float32Array;
  label: number;
}

/**
 * The inverse temperature that makes held-out labels likeliest (temperature scaling, Guo et al. 2017, https://arxiv.org/abs/1706.04599), by golden
 * section; the likelihood has one peak. Without held-out examples a cautious default.
 */
export function fitInverseTemperature(heldOut: readonly HeldOut[]): number {
  if (heldOut.length === 0) return unprovenTemperature;
  const behind = heldOut.map(behindBest);
  const loss = (inverseTemperature: number) => {
    let sum = 0;
    for (const one of behind) sum -= Math.log(Math.max(1e-12, shareOf(one, inverseTemperature)));
    return sum;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0.1, widestTemperature];
  for (let step = 0; step < 20; step++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/** How far scores lie behind the best of them: 0 and less. */
interface Behind {
  all: Float64Array;
  own: number;
}

function behindBest({ scores, label }: HeldOut): Behind {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const all = Float64Array.from(scores, (score) => score - highest);
  return { all, own: (scores[label] ?? 0) - highest };
}

/** As `softmax` gives it, without the others. */
function shareOf({ all, own }: Behind, inverseTemperature: number): number {
  let sum = 0;
  for (let k = 0; k < all.length; k++) {
    // Less than e^-16 of the likeliest adds nothing that the sum could show.
    const power = inverseTemperature * (all[k] as number);
    if (power > -16) sum += Math.exp(power);
  }
  return Math.exp(inverseTemperature * own) / sum;
}
