import { describe, expect, it } from 'vitest';
import { discoveryThreshold } from '../../src/stats/benjamini-hochberg.js';
import { betaPrior, shrinkShare } from '../../src/stats/beta-binomial.js';
import { bootstrap } from '../../src/stats/bootstrap.js';
import { clusteredMean } from '../../src/stats/clustered-mean.js';
import { excessPValue } from '../../src/stats/cochran-mantel-haenszel.js';
import { hypergeometric } from '../../src/stats/hypergeometric.js';
import { leastRate } from '../../src/stats/least-rate.js';
import { meanInterval } from '../../src/stats/mean-interval.js';
import { minimumDetectableRate } from '../../src/stats/minimum-detectable-rate.js';
import { ratioInterval } from '../../src/stats/ratio-interval.js';
import { shrinkMeans } from '../../src/stats/shrink-means.js';
import { groupOf, stratifiedDifference } from '../../src/stats/stratified-difference.js';
import { stratifiedRatio } from '../../src/stats/stratified-ratio.js';
import { wilsonInterval } from '../../src/stats/wilson-interval.js';
import { withinStrataEffects } from '../../src/stats/within-strata-effects.js';
import { seeded } from '../support/seeded.js';

/** R's UCBAdmissions: by department, women admitted and rejected, men admitted and rejected. */
const berkeley = [
  [89, 19, 512, 313],
  [17, 8, 353, 207],
  [202, 391, 120, 205],
  [131, 244, 138, 279],
  [94, 299, 53, 138],
  [24, 317, 22, 351],
].map(([a = 0, b = 0, c = 0, d = 0]) => {
  const chance = hypergeometric({ exposed: a + b, failed: a + c, total: a + b + c + d });
  return { excess: a - chance.expected, variance: chance.variance };
});

describe('Cochran-Mantel-Haenszel', () => {
  const excess = berkeley.reduce((sum, one) => sum + one.excess, 0);
  const variance = berkeley.reduce((sum, one) => sum + one.variance, 0);

  it('agrees with mantelhaen.test(UCBAdmissions), which is two-sided', () => {
    expect(excess ** 2 / variance).toBeCloseTo(1.5246, 4);
    expect((excess - 0.5) ** 2 / variance).toBeCloseTo(1.4269, 4);
    expect(2 * excessPValue(excess, variance, 1)).toBeCloseTo(0.2323, 4);
  });

  it('is one-sided: fewer failures than by chance are no alarm', () => {
    expect(excessPValue(-excess, variance, 1)).toBeGreaterThan(0.5);
  });

  it('says nothing where no stratum compares, and less where strata differ more than by chance', () => {
    expect(excessPValue(0, 0, 1)).toBe(1);
    expect(excessPValue(excess, variance, 2)).toBeGreaterThan(excessPValue(excess, variance, 1));
  });
});

describe('Benjamini-Hochberg', () => {
  it("calls what R's p.adjust(method = 'BH') puts at or below the rate", () => {
    // Adjusted: 0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.106, ...
    const some = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
    const called = (rate: number) => some.filter((p) => p <= discoveryThreshold(some, rate)).length;
    expect([0.005, 0.05, 0.083, 0.085, 0.101].map(called)).toEqual([0, 2, 2, 5, 6]);
    const equal = [0.01, 0.02, 0.03, 0.04, 0.05];
    expect(discoveryThreshold(equal, 0.05)).toBeCloseTo(0.05, 10);
  });

  it('calls none that the first step does not where all are large', () => {
    expect(discoveryThreshold([0.5, 0.6], 0.05)).toBeCloseTo(0.025, 10);
    expect(discoveryThreshold([], 0.05)).toBeCloseTo(0.05, 10);
  });
});

describe('Wilson interval', () => {
  it("agrees with R's prop.test without correction", () => {
    expect(wilsonInterval(5, 10)).toEqual([expect.closeTo(0.2366, 4), expect.closeTo(0.7634, 4)]);
    expect(wilsonInterval(0, 10)).toEqual([expect.closeTo(0, 10), expect.closeTo(0.2775, 4)]);
    expect(wilsonInterval(10, 10)[0]).toBeCloseTo(0.7225, 4);
  });

  it('knows nothing of nothing', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});

describe('shares by empirical Bayes', () => {
  const alike = Array.from({ length: 40 }, (_, i) => ({ successes: 5 + (i % 2), n: 11 }));
  const apart = Array.from({ length: 40 }, (_, i) => ({ successes: i % 2 ? 90 : 10, n: 100 }));

  it('draws groups that differ by no more than chance together', () => {
    const prior = betaPrior(alike);
    expect(prior && shrinkShare(10, 11, prior).share).toBeCloseTo(0.5, 1);
  });

  it('leaves groups apart that are', () => {
    const prior = betaPrior(apart);
    expect(prior && shrinkShare(90, 100, prior).share).toBeGreaterThan(0.88);
  });

  it('is the posterior of a flat prior, with its quantiles', () => {
    const { share, interval } = shrinkShare(7, 10, { alpha: 1, beta: 1 });
    expect(share).toBeCloseTo(8 / 12, 10);
    expect(interval).toEqual([expect.closeTo(0.3902574, 5), expect.closeTo(0.8907366, 5)]);
  });

  it('has no prior without a count', () => {
    expect(betaPrior([{ successes: 0, n: 0 }])).toBeNull();
  });
});

describe('ratio of shares', () => {
  it("agrees with the Physicians' Health Study: aspirin and heart attacks", () => {
    const found = ratioInterval({ events: 104, n: 11037 }, { events: 189, n: 11034 });
    expect(found?.ratio).toBeCloseTo(0.5501, 4);
    expect(found?.interval).toEqual([expect.closeTo(0.4337, 3), expect.closeTo(0.6978, 3)]);
  });

  it('has an answer for an empty cell and none for no events', () => {
    expect(ratioInterval({ events: 0, n: 20 }, { events: 4, n: 20 })?.ratio).toBeCloseTo(1 / 9, 5);
    expect(ratioInterval({ events: 0, n: 20 }, { events: 0, n: 20 })).toBeNull();
  });
});

describe('means', () => {
  const sleep = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];

  it("agrees with R's t.test on sleep", () => {
    const found = meanInterval(sleep);
    expect(found?.mean).toBeCloseTo(0.75, 10);
    expect(found?.interval).toEqual([expect.closeTo(-0.5297804, 6), expect.closeTo(2.0297804, 6)]);
  });

  it('is the t interval where every cluster is one value', () => {
    const clustered = clusteredMean(sleep.map((value) => [value]));
    expect(clustered?.interval[0]).toBeCloseTo(-0.5297804, 6);
    expect(clusteredMean([sleep])).toBeNull();
  });

  it('is wider where the values of a day go together', () => {
    const days = [1, 9, 2, 8].map((level) => Array.from({ length: 25 }, (_, i) => level + (i % 2)));
    const [low, high] = clusteredMean(days)?.interval ?? [0, 0];
    const [naiveLow, naiveHigh] = meanInterval(days.flat())?.interval ?? [0, 0];
    expect(high - low).toBeGreaterThan(3 * (naiveHigh - naiveLow));
  });

  it('shrinks the unsure towards the rest and leaves the sure where they are', () => {
    const [unsure, ...rest] = shrinkMeans([
      { mean: 50, variance: 100 },
      { mean: 10, variance: 0.1 },
      { mean: 14, variance: 0.1 },
      { mean: 12, variance: 0.1 },
    ]);
    expect(unsure?.mean).toBeLessThan(20);
    expect(rest[0]?.mean).toBeCloseTo(10, 0);
    expect(shrinkMeans([{ mean: 50, variance: 100 }])).toEqual([{ mean: 50, variance: 100 }]);
  });
});

describe('stratified difference', () => {
  it('is not fooled by the mix of the strata', () => {
    const stratum = (one: number[], other: number[]) => ({
      one: groupOf(one),
      other: groupOf(other),
    });
    const around = (centre: number, n: number) =>
      Array.from({ length: n }, (_, i) => centre + (i % 3) - 1);
    // One is better by 5 in both strata, but mostly in the bad one: pooled it looks worse.
    const strata = [
      stratum(around(85, 30), around(80, 300)),
      stratum(around(45, 300), around(40, 30)),
    ];
    const found = stratifiedDifference(strata);
    expect(found?.difference).toBeCloseTo(5, 5);
    expect(found?.interval[0]).toBeGreaterThan(4.5);
  });

  it('takes the spread of each stratum, and is unsure where the rare side is the wide one', () => {
    const wide = [10, 90, 15, 85, 20, 80, 12, 88, 18, 82];
    const narrow = Array.from({ length: 200 }, (_, i) => 50 + (i % 2));
    const other = Array.from({ length: 200 }, (_, i) => 45 + (i % 2));
    const reach = (one: number[]) => {
      const found = stratifiedDifference([
        { one: groupOf(one), other: groupOf(other) },
        { one: groupOf(narrow), other: groupOf(other) },
      ]);
      return ((found?.interval[1] ?? 0) - (found?.interval[0] ?? 0)) / 2;
    };
    // Half of the weight on ten values with a deviation of 37.6: 1.96 x 37.6 / sqrt(10) / 2 = 11.6, less what is borrowed.
    expect(reach(wide)).toBeGreaterThan(8);
    expect(reach(wide)).toBeLessThan(12);
  });

  it('is as unsure as its days, where values of one day go together', () => {
    const days = Array.from({ length: 100 }, (_, i) => `day ${i % 10}`);
    const together = Array.from({ length: 100 }, (_, i) => 50 + 10 * (i % 2) + (i % 10));
    const flat = Array.from({ length: 100 }, (_, i) => 40 + (i % 7));
    const width = (clusters: string[]) => {
      const pair = { one: groupOf(together, clusters), other: groupOf(flat) };
      const [low, high] = stratifiedDifference([pair])?.interval ?? [0, 0];
      return high - low;
    };
    expect(width(days)).toBeGreaterThan(2.5 * width([]));
  });

  it('says nothing without a common stratum', () => {
    expect(stratifiedDifference([{ one: groupOf([1, 2]), other: groupOf([]) }])).toBeNull();
  });
});

describe('stratified ratio of shares', () => {
  const strata = [
    { one: { events: 40, n: 500 }, other: { events: 2, n: 50 } },
    { one: { events: 2, n: 50 }, other: { events: 10, n: 500 } },
  ];

  it('is the ratio of one stratum, with its interval', () => {
    const [one, other] = [
      { events: 17, n: 120 },
      { events: 9, n: 140 },
    ];
    const found = stratifiedRatio([{ one, other }]);
    const plain = ratioInterval(one, other);
    expect(found?.ratio).toBeCloseTo(plain?.ratio ?? 0, 10);
    expect(found?.interval[0]).toBeCloseTo(plain?.interval[0] ?? 0, 10);
  });

  it('is not fooled by the mix of the strata (Simpson)', () => {
    const all = (side: 'one' | 'other') => ({
      events: strata.reduce((sum, pair) => sum + pair[side].events, 0),
      n: strata.reduce((sum, pair) => sum + pair[side].n, 0),
    });
    expect(ratioInterval(all('one'), all('other'))?.ratio).toBeCloseTo(3.5, 10);
    expect(stratifiedRatio(strata)?.ratio).toBeCloseTo(2, 10);
  });

  it('says nothing without a common stratum, or without events', () => {
    const none = { events: 0, n: 10 };
    expect(stratifiedRatio([{ one: none, other: { events: 3, n: 10 } }])).toBeNull();
    expect(stratifiedRatio([{ one: { events: 3, n: 0 }, other: none }])).toBeNull();
  });
});

describe('power', () => {
  it("agrees with R's power.prop.test(p1 = .5, p2 = .75, power = .9): n = 76.7", () => {
    const question = { baseRate: 0.5, exposed: 76.65294, others: 76.65294, alpha: 0.025 };
    expect(minimumDetectableRate({ ...question, power: 0.9 })).toBeCloseTo(0.75, 3);
  });

  it('needs a larger rise where the data are noisier, and gives up at 1', () => {
    const question = { baseRate: 0.3, exposed: 60, others: 600, alpha: 0.001 };
    expect(minimumDetectableRate({ ...question, dispersion: 2 })).toBeGreaterThan(
      minimumDetectableRate(question),
    );
    expect(minimumDetectableRate({ ...question, exposed: 2, baseRate: 0.9 })).toBe(1);
  });

  it('needs a larger rise where it must hold without the best stratum, the more so the fewer there are', () => {
    const question = { baseRate: 0.3, exposed: 60, others: 600, alpha: 0.001 };
    const [all, many, few] = [{}, { strata: 28 }, { strata: 5 }].map((strata) =>
      minimumDetectableRate({ ...question, ...strata }),
    );
    expect(many).toBeGreaterThan(all ?? 1);
    expect(few).toBeGreaterThan(many ?? 1);
  });
});

describe('least rate', () => {
  it("agrees with R's binom.test(7, 20, alternative = 'greater'): 0.1773", () => {
    expect(leastRate(7, 20, 0.05)).toBeCloseTo(0.1773, 4);
  });

  it('is 0 without an event, and high where nearly all fail', () => {
    expect(leastRate(0, 20, 0.05)).toBe(0);
    expect(leastRate(20, 20, 0.05)).toBeCloseTo(0.05 ** (1 / 20), 6);
  });
});

describe('bootstrap', () => {
  it('comes near the t interval and is the same for a seed', () => {
    const values = Array.from({ length: 200 }, (_, i) => (i * 37) % 101);
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    const [low, high] = bootstrap(values, mean, { random: seeded(7) }) ?? [0, 0];
    const [tLow, tHigh] = meanInterval(values)?.interval ?? [0, 0];
    expect(Math.abs(low - tLow)).toBeLessThan(0.6);
    expect(Math.abs(high - tHigh)).toBeLessThan(0.6);
    expect(bootstrap(values, mean, { random: seeded(7) })).toEqual([low, high]);
    expect(bootstrap([1], mean, { random: seeded(7) })).toBeNull();
  });
});

describe('effects within strata', () => {
  // R: lm(value ~ a + b + factor(stratum)) gives 2 and 3 for these.
  const rows = ['x', 'y'].flatMap((stratum, s) =>
    [[], [0], [1], [0, 1]].flatMap((traits) =>
      Array.from({ length: 500 }, () => ({
        stratum,
        traits,
        value: 10 * s + (traits.includes(0) ? 2 : 0) + (traits.includes(1) ? 3 : 0),
      })),
    ),
  );

  it('tells traits apart that are seen together, whatever the strata are like', () => {
    const often = rows.filter(({ traits }, i) => traits.length !== 1 || i % 5 === 0);
    const [a, b] = withinStrataEffects(often, 2);
    expect(a).toBeCloseTo(2, 1);
    expect(b).toBeCloseTo(3, 1);
  });

  it('says nothing of a trait that all of a stratum have, or none', () => {
    const all = rows.filter(({ traits }) => traits.includes(0));
    expect(withinStrataEffects(all, 3)[0]).toBeCloseTo(0, 6);
    expect(withinStrataEffects(all, 3)[2]).toBe(0);
  });
});
