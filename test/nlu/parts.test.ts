import { describe, expect, it } from 'vitest';
import { fitSharpness, softmax } from '../../src/nlu/calibrate.js';
import { stratifiedFolds } from '../../src/nlu/cross-validate.js';
import { hashFeatures } from '../../src/nlu/features.js';
import { type Evidence, fitNone } from '../../src/nlu/none.js';
import { sparseWeights } from '../../src/nlu/sparse-weights.js';
import { trainSvm } from '../../src/nlu/svm.js';
import { fitVectoriser } from '../../src/nlu/vectoriser.js';

const point = (...values: number[]) => ({
  ids: Int32Array.from(values.keys()),
  values: Float32Array.from(values),
  familiar: 1,
});

describe('features', () => {
  it('do not depend on case, and tell pairs of words apart', () => {
    expect(hashFeatures('Pay the FINE')).toEqual(hashFeatures('pay the fine'));
    expect(hashFeatures('pay fine').words).not.toEqual(hashFeatures('fine pay').words);
  });

  it('make vectors of length 1, and know how much of a text is new', () => {
    const vectoriser = fitVectoriser(['pay the fine', 'renew the loan'].map(hashFeatures));
    const known = vectoriser.vectorise(hashFeatures('pay the fine'));
    const half = vectoriser.vectorise(hashFeatures('pay the ransom'));
    expect(known.values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    expect(known.familiar).toBe(1);
    expect(half.familiar).toBeGreaterThan(0);
    expect(half.familiar).toBeLessThan(1);
  });
});

describe('the support vector machine', () => {
  const options = { cost: 1000, epochs: 500, tolerance: 1e-4, bias: 1 };

  it('finds the widest margin: two points at -1 and 1 give the weight 1 and no constant', () => {
    const weights = trainSvm(
      [point(1), point(-1)],
      Int32Array.of(0, 1),
      (example) => example === 0,
      1,
      options,
    );
    expect(weights[0]).toBeCloseTo(1, 2);
    expect(weights[1]).toBeCloseTo(0, 2);
  });

  it('agrees with the closed form of the squared hinge where every point violates its margin', () => {
    // min w²/2 + C Σ (1 - y w x)² with x = ±0.5, C = 1, no constant: w = Σ C x / (1/2 + C Σ x²) = 1 / 1.
    const weights = trainSvm(
      [point(0.5), point(-0.5)],
      Int32Array.of(0, 1),
      (example) => example === 0,
      1,
      { ...options, cost: 1, bias: 0 },
    );
    expect(weights[0]).toBeCloseTo(1, 2);
  });
});

describe('sparse weights', () => {
  it('score as the dense ones do', () => {
    const dense = [Float32Array.of(1, 0, -2, 0.5), Float32Array.of(0, 3, 0.001, 0)];
    const scores = sparseWeights(dense, 3, 0.01).scores(point(1, 1, 1));
    expect([...scores]).toEqual([-0.5, 3]);
  });
});

describe('calibration', () => {
  it('trusts scores that are right and distrusts those that are not', () => {
    const scores = Float32Array.of(1, 0);
    const right = Array.from({ length: 20 }, (_, i) => ({ scores, label: i < 19 ? 0 : 1 }));
    const even = Array.from({ length: 20 }, (_, i) => ({ scores, label: i % 2 }));
    expect(softmax(scores, fitSharpness(right))[0]).toBeCloseTo(0.95, 2);
    expect(softmax(scores, fitSharpness(even))[0]).toBeLessThan(0.55);
  });

  it('learns what a foreign text looks like', () => {
    const evidence = (best: number): Evidence => [best, best / 2, best > 0 ? 1 : 0.2];
    const judged = Array.from({ length: 60 }, (_, i) => {
      const foreign = i % 2 === 0;
      return { evidence: evidence((foreign ? -0.5 : 0.5) + (i % 7) / 20), foreign };
    });
    const none = fitNone(judged);
    expect(none.probability(evidence(-0.5))).toBeGreaterThan(0.8);
    expect(none.probability(evidence(0.6))).toBeLessThan(0.1);
  });
});

describe('folds', () => {
  it('deal every label out evenly', () => {
    const labels = ['a', 'a', 'b', 'a', 'b', 'a', 'b', 'b'];
    const fold = stratifiedFolds(labels, 4);
    for (const label of ['a', 'b'])
      expect([...fold].filter((_, i) => labels[i] === label).sort()).toEqual([0, 1, 2, 3]);
  });
});
