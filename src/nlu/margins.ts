import { centroids } from './centroids.js';
import { hardAndRandom } from './negatives.js';
import { type SparseWeights, sparseWeights } from './sparse-weights.js';
import { trainSvm } from './svm.js';
import type { Vector } from './vectoriser.js';

/**
 * The usual cost for vectors of length 1; few passes, since late ones move little. The constant is held small: trained
 * on hard negatives, a free one drifts.
 */
const svm = { cost: 1, epochs: 6, tolerance: 0.2, bias: 0.3 };
/** With few phrases a class, its mean direction generalises where the margin's support vectors are chance. */
const centroidWeight = 1;
const floor = 0.03;

/**
 * A linear model: one support vector machine a class, blended with the class's centroid. A score is above 0 for a class's
 * own phrases, below it for others'.
 */
export function trainMargins(
  vectors: readonly Vector[],
  labels: Int32Array,
  classes: number,
  features: number,
): SparseWeights {
  const means = centroids(vectors, labels, classes, features);
  const cosines = sparseWeights(means, features, floor);
  const examples = hardAndRandom(vectors, labels, classes, cosines);
  const dense = examples.map((chosen, k) => {
    const weights = trainSvm(vectors, chosen, (i) => labels[i] === k, features, svm);
    const mean = means[k] as Float32Array;
    for (let id = 0; id < features; id++)
      weights[id] = (weights[id] as number) + centroidWeight * (mean[id] as number);
    weights[features] = svm.bias * (weights[features] as number);
    return weights;
  });
  return sparseWeights(dense, features, floor);
}
