/** Which labels of journeys are probably wrong, as far as the words can tell. */
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import { stratifiedFolds } from '../nlu/cross-validate.js';
import { assumedNoise, believed, doubtFolds, doubtRounds } from './settings.js';

/**
 * For each of `labelled` the probability (0 to 1) that its label is wrong. Each is judged by a classifier trained on the
 * training data and the others, in five folds. A right label has the probability that the words give it, a wrong one may be
 * any other; what share is wrong is estimated from all together (a mixture fitted by expectation maximisation). So a label
 * that the bot's own classifier finds surprising is not doubted for that alone, as confident learning (Northcutt et al.
 * 2021) would: what surprises is what teaches. Cost: five trainings.
 */
export function doubts(
  present: readonly LabelledPhrase[],
  labelled: readonly LabelledPhrase[],
  train: (phrases: LabelledPhrase[]) => Classifier,
): number[] {
  const fits = likelihoods(present, labelled, train);
  const classes = new Set([...present, ...labelled].map(({ intent }) => intent)).size;
  if (classes < 2) return fits.map(() => 0);
  const byChance = 1 / classes;
  let wrong = assumedNoise;
  let doubt: number[] = [];
  for (let round = 0; round < doubtRounds; round++) {
    doubt = fits.map((fit) => {
      const right = (1 - wrong) * (believed * fit + (1 - believed) * byChance);
      return (wrong * byChance) / (right + wrong * byChance);
    });
    // One more of each keeps a handful of journeys from being called all right or all wrong.
    wrong = (doubt.reduce((sum, one) => sum + one, 0) + assumedNoise) / (doubt.length + 1);
  }
  return doubt;
}

/** Probability of each label by its words, from a classifier that has not seen them. */
function likelihoods(
  present: readonly LabelledPhrase[],
  labelled: readonly LabelledPhrase[],
  train: (phrases: LabelledPhrase[]) => Classifier,
): number[] {
  const fits = new Array<number>(labelled.length).fill(0);
  const fold = stratifiedFolds(
    labelled.map(({ intent }) => intent),
    doubtFolds,
  );
  for (let round = 0; round < doubtFolds; round++) {
    if (!fold.includes(round)) continue;
    const others = labelled.filter((_, i) => fold[i] !== round);
    const classifier = train([...present, ...others]);
    labelled.forEach(({ text, intent }, i) => {
      if (fold[i] !== round) return;
      const { none, ranking } = classifier.classify(text);
      fits[i] =
        intent === null ? none : (ranking.find((one) => one.intent === intent)?.probability ?? 0);
    });
  }
  return fits;
}
