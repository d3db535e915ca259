/**
 * Which training phrases read like another intent's, by a classifier that has not seen them: confident learning.
 * @see Northcutt, Jiang, Chuang (2021), https://doi.org/10.1613/jair.1.12125
 */
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import { stratifiedFolds } from '../nlu/cross-validate.js';
import { confusionFolds, fewestPhrases } from './settings.js';
import type { Training, TrainingPhrase } from './training.js';

export interface Confusions {
  /** Phrases that are surely another intent's, the surest first. */
  mislabelled: readonly Mislabelled[];
  /** Share of an intent's phrases that are taken for another one's, 0 to 1. */
  share(of: string, as: string): number;
}

export interface Mislabelled {
  phrase: TrainingPhrase;
  /** The intent that its words say. */
  as: string;
  /** How much likelier that is than the intent that it is filed under; probabilities, 0 to 1. */
  lead: number;
}

export const noConfusions: Confusions = { mislabelled: [], share: () => 0 };

/** Cost: five trainings. */
export function confusionsOf(
  { phrases }: Training,
  train: (phrases: LabelledPhrase[]) => Classifier,
): Confusions {
  const sizes = new Map<string, number>();
  for (const { intent } of phrases) sizes.set(intent, (sizes.get(intent) ?? 0) + 1);
  if (sizes.size < 2) return noConfusions;
  const judged = judge(phrases, train);
  const usual = selfConfidence(phrases, judged);
  const taken = new Map<string, number>();
  const mislabelled = phrases.flatMap((phrase, i): Mislabelled[] => {
    const { intent } = phrase;
    const said = judged[i] ?? new Map<string, number>();
    const [best] = [...said]
      .filter(([name, p]) => p >= (usual.get(name) ?? 1))
      .sort((a, b) => b[1] - a[1]);
    const [first] = [...said].sort((a, b) => b[1] - a[1]);
    if (first && first[0] !== intent) count(taken, `${intent}\n${first[0]}`);
    if (!best || best[0] === intent || (sizes.get(intent) ?? 0) < fewestPhrases) return [];
    return [{ phrase, as: best[0], lead: best[1] - (said.get(intent) ?? 0) }];
  });
  return {
    mislabelled: mislabelled.sort(
      (a, b) => b.lead - a.lead || (a.phrase.key < b.phrase.key ? -1 : 1),
    ),
    share: (of, as) => (taken.get(`${of}\n${as}`) ?? 0) / Math.max(1, sizes.get(of) ?? 0),
  };
}

const count = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);

/** Probabilities by intent, from the four folds in which a phrase is not. */
function judge(
  phrases: readonly TrainingPhrase[],
  train: (phrases: LabelledPhrase[]) => Classifier,
): Map<string, number>[] {
  const fold = stratifiedFolds(
    phrases.map(({ intent }) => intent),
    confusionFolds,
  );
  const judged = phrases.map(() => new Map<string, number>());
  for (let round = 0; round < confusionFolds; round++) {
    const others = phrases.filter((_, i) => fold[i] !== round);
    if (others.length === phrases.length || new Set(others.map((one) => one.intent)).size < 2)
      continue;
    const classifier = train(others.map(({ text, intent }) => ({ text, intent })));
    phrases.forEach(({ text }, i) => {
      if (fold[i] !== round) return;
      const { ranking } = classifier.classify(text);
      judged[i] = new Map(ranking.map(({ intent, probability }) => [intent, probability]));
    });
  }
  return judged;
}

/** Mean probability that an intent's own phrases get: above it, a phrase is surely of that intent. */
function selfConfidence(
  phrases: readonly TrainingPhrase[],
  judged: readonly ReadonlyMap<string, number>[],
): Map<string, number> {
  const sums = new Map<string, { sum: number; n: number }>();
  phrases.forEach(({ intent }, i) => {
    const known = sums.get(intent) ?? { sum: 0, n: 0 };
    sums.set(intent, { sum: known.sum + (judged[i]?.get(intent) ?? 0), n: known.n + 1 });
  });
  return new Map([...sums].map(([intent, { sum, n }]) => [intent, sum / n]));
}
