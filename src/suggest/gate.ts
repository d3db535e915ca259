/** Refuses what does harm; puts the rest in the order of its risk and says why. */
import type { Backtest, Suggestion } from '../domain/suggestion.js';
import type { Change } from './backtest.js';
import { personalData } from './personal-data.js';
import { signTest } from './sign-test.js';

export interface Case {
  /** Everything that would be imported: phrases and prompt. */
  texts: readonly string[];
  conflicts: readonly string[];
  /** null: not tested, and `untested` says why. */
  backtest: Backtest | null;
  untested: string;
  changes: readonly Change[];
}

/** An intent is significantly worse below this probability of as many losses by chance. */
const significance = 0.05;

/** More losses than chance would have it. */
export const isWorse = ({ wins, losses }: Change): boolean =>
  losses > wins && signTest(wins, losses) < significance;

export function gate({ texts, conflicts, backtest, untested, changes }: Case): Suggestion['gate'] {
  const personal = texts.map(personalData).find((found) => found !== null);
  if (personal) return { verdict: 'refused', reason: `a text carries personal data: ${personal}` };
  const worse = changes.find(isWorse);
  if (worse)
    return {
      verdict: 'refused',
      reason: `${worse.intent ?? 'out of scope'} gets significantly worse: ${percent(worse.before)} to ${percent(worse.after)}`,
    };
  const review = (reason: string) => ({ verdict: 'review' as const, reason });
  if (conflicts.length > 0)
    return review(`${conflicts.length} of its texts contradict the training data`);
  if (!backtest) return review(untested);
  const { overall, outOfScope, n } = backtest;
  if (overall.after < overall.before)
    return review(
      `overall accuracy falls from ${percent(overall.before)} to ${percent(overall.after)}`,
    );
  if (outOfScope && outOfScope.after < outOfScope.before)
    return review('fewer out-of-scope texts are recognised as such');
  return {
    verdict: 'pass',
    reason: `accuracy ${percent(overall.before)} to ${percent(overall.after)} on ${n} texts, no intent significantly worse`,
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
