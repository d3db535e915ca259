/** Refuses what does harm; puts the rest in the order of its risk and says why. */
import type { Backtest, Gate, Risk } from '../domain/suggestion.js';
import type { Change, Flips } from './cross-validation.js';
import { personalData } from './personal-data.js';
import { signTest } from './sign-test.js';

export interface Case {
  /** Everything that would be imported: phrases and prompt. */
  texts: readonly string[];
  conflicts: readonly string[];
  risk?: Risk | undefined;
  /** null: not tested, and `untested` says why. */
  backtest: Backtest | null;
  untested: string;
  changes: readonly Change[];
  /** Utterances of the backtest that it gets right by the suggestion, and that it gets wrong by it. */
  flips: Flips;
}

/** An intent is significantly worse below this probability of as many losses by chance. */
const significance = 0.05;

/**
 * A net loss over all is a cost below this probability of as many losses by chance. Nine labels in ten are right, so most
 * suggestions help a little, and one utterance of 360 lost on balance says nothing. Refusing for it took 2.5 points of gain
 * from one live bot (docs/measurements.md,
 * "Statements that are answered, and the gate in company").
 */
const costSignificance = 0.2;

/**
 * Intents with more losses than chance would have it, among all that changed (Bonferroni): of twenty that change by chance one
 * would look worse.
 */
export function worseOf(changes: readonly Change[]): Change[] {
  const changed = changes.filter(({ wins, losses }) => wins + losses > 0).length;
  return changes.filter(
    ({ wins, losses }) => losses > wins && signTest(wins, losses) < significance / changed,
  );
}

export function gate(tested: Case): Gate {
  const { texts, conflicts, risk, backtest, untested, changes } = tested;
  const personal = texts.map(personalData).find((found) => found !== null);
  if (personal)
    return {
      verdict: 'refused',
      risk: 'personal_data',
      reason: `a text carries personal data: ${personal}`,
    };
  if (risk === 'collision')
    return {
      verdict: 'refused',
      risk,
      reason: conflicts[0] ?? 'its texts stand under another intent',
    };
  const [worse] = worseOf(changes);
  if (worse)
    return {
      verdict: 'refused',
      reason: `${worse.intent ?? 'out of scope'} gets significantly worse: ${percent(worse.before)} to ${percent(worse.after)}`,
    };
  const review = (reason: string, of?: Risk): Gate => ({
    verdict: 'review',
    ...(of && { risk: of }),
    reason,
  });
  const costly = costOf(tested);
  if (costly !== null) return { verdict: 'refused', risk: 'cost', reason: `costly: ${costly}` };
  if (risk === 'doubt') return review('doubted: its words speak against the label', risk);
  if (conflicts.length > 0)
    return review(`${conflicts.length} of its texts contradict the training data`);
  if (risk === 'thin') return review('thin evidence: few journeys say so', risk);
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

/** What it loses on one side, of what the bot can do or of what it cannot, where that is surely more than it gains on the other. */
function costOf({ risk, backtest, flips }: Case): string | null {
  if (risk === 'cost') return 'with it the bot refuses more of what it can do';
  if (!backtest || signTest(flips.wins, flips.losses) >= costSignificance) return null;
  const { overall, inScope, outOfScope } = backtest;
  const change = `overall ${percent(overall.before)} to ${percent(overall.after)}`;
  if (inScope.after < inScope.before)
    return `it loses more of what the bot can do than it gains, ${change}`;
  return outOfScope && outOfScope.after < outOfScope.before
    ? `it loses more of what the bot cannot do than it gains, ${change}`
    : null;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** What needs least thought is read first. */
export function reviewOrder({ verdict, risk }: Gate): number {
  if (verdict === 'review' && risk === 'doubt') return 2;
  return { pass: 0, review: 1, refused: 3 }[verdict];
}
