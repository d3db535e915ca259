import { describe, expect, it } from 'vitest';
import { fitInverseTemperature, softmax } from '../../src/nlu/calibrate.js';
import { stratifiedFolds } from '../../src/nlu/cross-validate.js';
import { hashFeatures } from '../../src/nlu/features.js';
import { fitOutOfScope, type ScopeEvidence } from '../../src/nlu/none.js';
import { sparseWeights } from '../../src/nlu/sparse-weights.js';
import { createSvm } from '../../src/nlu/svm.js';
import { fitVectoriser } from '../../src/nlu/vectoriser.js';

const point = (...values: number[]) => ({
  ids: Int32Array.from(values.keys()),
  values: Float32Array.from(values),
  familiar: 1,
  covered: 1,
});
const allOf = (examples: readonly unknown[]) => Int32Array.from(examples.keys());

describe('features', () => {
  it('do not depend on case, and tell pairs of words apart', () => {
    expect(hashFeatures('Pay the FINE')).toEqual(hashFeatures('pay the fine'));
    const [stems, neighbours, pairs] = hashFeatures('pay fine');
    const [, turned, samePairs] = hashFeatures('fine pay');
    expect(turned).not.toEqual(neighbours);
    expect(samePairs).toEqual(pairs);
    expect(hashFeatures('paying fines')[0]).toEqual(stems);
  });

  it('stay few where a text is long', () => {
    const long = Array.from({ length: 5000 }, (_, i) => `word${i}x`).join(' ');
    expect(hashFeatures(long)[2]?.length).toBeLessThan(5000 * 13);
  });

  it('make vectors of length 1, and know how much of a text is new', () => {
    const vectoriser = fitVectoriser(['pay the fine', 'renew the loan'].map(hashFeatures));
    const known = vectoriser.vectorise(hashFeatures('pay the fine'));
    const half = vectoriser.vectorise(hashFeatures('pay the ransom'));
    expect(known.values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    expect(known.familiar).toBe(1);
    expect(half.familiar).toBeGreaterThan(0);
    expect(half.familiar).toBeLessThan(1);
    expect(known.covered).toBe(1);
    expect(half.covered).toBeLessThan(1);
  });

  it('can be read as if a phrase had never been there', () => {
    const vectoriser = fitVectoriser(['pay the fine', 'renew the loan'].map(hashFeatures));
    const first = vectoriser.vectorise(hashFeatures('pay the fine'));
    const second = new Set(vectoriser.vectorise(hashFeatures('renew the loan')).ids);
    const left = new Int32Array(vectoriser.size).fill(1);
    for (const id of first.ids) if (!second.has(id)) left[id] = 0;
    const seen = vectoriser.vectorise(hashFeatures('pay the fine'), left);
    expect([...seen.ids].every((id) => second.has(id))).toBe(true);
    expect(seen.familiar).toBeLessThan(1);
  });
});

describe('the support vector machines', () => {
  const labels = Int32Array.of(0, 1);
  const machines = (vectors: ReturnType<typeof point>[], cost: number) =>
    createSvm({ vectors, labels, classes: 2, features: vectors[0]?.ids.length ?? 0, cost });

  it('score own examples 1 and others 0 where the cost allows no exception', () => {
    const svm = machines([point(1, 0), point(Math.SQRT1_2, Math.SQRT1_2)], 1e4);
    svm.train(Int32Array.of(0, 1), 100);
    // The first class: w·(1, 0) = 1 and w·(1, 1)/√2 = 0 give w = (1, -1); the second: (0, √2).
    const wanted = [1, 0, -1, Math.SQRT2];
    svm.weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo(wanted[i] ?? 0, 1);
    });
  });

  it('agree with the closed form of the squared hinge for a single example', () => {
    // min w²/2 + C (1 - w)² gives w = 2C / (1 + 2C): for C = 1 two thirds.
    const svm = createSvm({
      vectors: [point(1)],
      labels: Int32Array.of(0),
      classes: 1,
      features: 1,
      cost: 1,
    });
    svm.train(Int32Array.of(0), 20);
    expect(svm.weights[0]).toBeCloseTo(2 / 3, 1);
  });

  it('forget examples as if they had never been there', () => {
    const vectors = [point(1, 0), point(0, 1)];
    const svm = machines(vectors, 2);
    svm.train(allOf(vectors), 3);
    const copy = svm.clone();
    svm.forget(Int32Array.of(0));
    expect(svm.weights[0]).toBeCloseTo(0, 5);
    expect(svm.weights[3]).toBeCloseTo(copy.weights[3] ?? 0, 5);
    expect(copy.weights[0]).toBeGreaterThan(0.5);
  });
});

describe('sparse weights', () => {
  it('score as the dense ones do, but for what is too small', () => {
    // By feature, then by class.
    const dense = Float32Array.of(1, 0, 0, 3, -2, 0.001);
    const scores = sparseWeights(dense, 2, 0.01).scores(point(1, 1, 1));
    expect(scores[0]).toBeCloseTo(-1, 3);
    expect(scores[1]).toBeCloseTo(3, 3);
  });
});

describe('calibration', () => {
  it('trusts scores that are right and distrusts those that are not', () => {
    const scores = Float32Array.of(1, 0);
    const right = Array.from({ length: 20 }, (_, i) => ({ scores, label: i < 19 ? 0 : 1 }));
    const even = Array.from({ length: 20 }, (_, i) => ({ scores, label: i % 2 }));
    expect(softmax(scores, fitInverseTemperature(right))[0]).toBeCloseTo(0.95, 2);
    expect(softmax(scores, fitInverseTemperature(even))[0]).toBeLessThan(0.55);
  });

  it('learns what an out-of-scope text looks like', () => {
    const evidence = (best: number): ScopeEvidence => [best, best > 0 ? 1 : 0.2, 0.5];
    const judged = Array.from({ length: 60 }, (_, i) => {
      const outOfScope = i % 2 === 0;
      return { evidence: evidence((outOfScope ? -0.5 : 0.5) + (i % 7) / 20), outOfScope };
    });
    const none = fitOutOfScope(judged);
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
