/**
 * How well the shadow hears this bot's customers. Their wording is not that of the training phrases, so "none of these" is
 * often no more than "not understood"; what it is worth, and what the ranking behind it is still worth, is learned from the night itself.
 */
import { type Distribution, normalised } from './distribution.js';

export interface Hearing {
  /** P(the best of its ranking is what the customer wants), where it names an intent and where it says none. */
  clear: number;
  faint: number;
  /** P(it says none | the customer wants one of the intents), and | none of them. */
  silence: number;
  silenceOnNone: number;
  /** Where it errs to, over the intents. */
  spread: Distribution;
}

/** Before anything was learned: what small classifiers do on wording that they have not seen. */
export const usualHearing = { clear: 0.75, faint: 0.3, silence: 0.4, silenceOnNone: 0.95 };
/** Journeys that the usual values count for. */
export const trust = 40;

/** Where the shadow's rankings lead over all journeys, smoothed. */
export function spreadOf(posteriors: readonly Distribution[], intents: number): Distribution {
  const sums = Array.from({ length: intents }, () => 1);
  for (const posterior of posteriors) {
    const named = namedShare(posterior);
    for (let k = 0; k < intents; k++) sums[k] = (sums[k] ?? 0) + (posterior[k] ?? 0) / named;
  }
  return normalised(sums);
}

const namedShare = (posterior: Distribution): number =>
  Math.max(1e-6, 1 - (posterior[posterior.length - 1] ?? 0));

/** One way in which the shadow can have come to what it said. */
export interface Way {
  silent: boolean;
  right: boolean;
  likelihood: number;
}

/** The four ways for an intent: heard clearly or not, ranked rightly or not. */
export function waysOf(posterior: Distribution, k: number, hearing: Hearing): Way[] {
  const { clear, faint, silence, spread } = hearing;
  const none = posterior[spread.length] ?? 0;
  const ranked = (posterior[k] ?? 0) / namedShare(posterior);
  const share = spread[k] ?? 0;
  const astray = (strayed(posterior, spread) - ranked * share) / Math.max(1e-9, 1 - share);
  return [
    { silent: false, right: true, likelihood: (1 - none) * (1 - silence) * clear * ranked },
    { silent: false, right: false, likelihood: (1 - none) * (1 - silence) * (1 - clear) * astray },
    { silent: true, right: true, likelihood: none * silence * faint * ranked },
    { silent: true, right: false, likelihood: none * silence * (1 - faint) * astray },
  ];
}

/** P(what the shadow said | each intent, and none in the last place), up to a common factor. */
export function likelihoods(posterior: Distribution, hearing: Hearing): number[] {
  const { clear, faint, silence, silenceOnNone, spread } = hearing;
  const none = posterior[spread.length] ?? 0;
  const named = namedShare(posterior);
  const leaning = strayed(posterior, spread);
  const aloud = (1 - none) * (1 - silence);
  const hushed = none * silence;
  // The sum of `waysOf`, written out: this runs for every journey, intent and round.
  const right = aloud * clear + hushed * faint;
  const wrong = aloud * (1 - clear) + hushed * (1 - faint);
  const found = spread.map((share, k) => {
    const ranked = (posterior[k] ?? 0) / named;
    return right * ranked + (wrong * (leaning - ranked * share)) / Math.max(1e-9, 1 - share);
  });
  const either = (1 - none) * (1 - silenceOnNone) + none * silenceOnNone;
  return [...found, either * leaning];
}

/** P(the ranking | it was led by nothing but the shadow's own leanings). */
function strayed(posterior: Distribution, spread: Distribution): number {
  const named = namedShare(posterior);
  return spread.reduce((sum, share, k) => sum + (share * (posterior[k] ?? 0)) / named, 0);
}

/** Counts from which the next hearing is taken: those of the usual one, and what the journeys add. */
export function createTally() {
  const usual = usualHearing;
  const clear = { n: trust, right: trust * usual.clear };
  const faint = { n: trust, right: trust * usual.faint };
  const covered = { n: trust, silent: trust * usual.silence };
  return {
    /** A journey that wants intent `k` by a share of it. */
    addIntent(posterior: Distribution, k: number, share: number, hearing: Hearing): void {
      const ways = waysOf(posterior, k, hearing);
      const total = ways.reduce((sum, { likelihood }) => sum + likelihood, 0);
      if (total <= 0) return;
      for (const { silent, right, likelihood } of ways) {
        const part = (share * likelihood) / total;
        const heard = silent ? faint : clear;
        heard.n += part;
        covered.n += part;
        if (right) heard.right += part;
        if (silent) covered.silent += part;
      }
    },
    hearing: (before: Hearing): Hearing => ({
      ...before,
      clear: clear.right / clear.n,
      faint: faint.right / faint.n,
      silence: covered.silent / covered.n,
    }),
  };
}
