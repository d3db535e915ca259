import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundary } from '../../src/verify/boundary.js';
import { compare } from '../../src/verify/days.js';
import { fitRate, information, logLikelihood, residuals } from '../../src/verify/odds.js';
import { daysNeeded, informationAfter, planFor } from '../../src/verify/plan.js';
import { priorOf } from '../../src/verify/prior.js';
import { errorsFrom, likeliestRatio, ratioInterval } from '../../src/verify/ratio.js';
import { mostDays, mostLent, nearlyGone } from '../../src/verify/settings.js';
import { dispersion, persistence, usualDispersion } from '../../src/verify/spread.js';
import { createRandom } from '../evaluation/statistics/chance.js';
import { seeded } from '../support/seeded.js';
import { cause, daysFrom, monday, row, scatter } from './days.js';

describe('boundary', () => {
  it('is 2.2414 at the planned end with a known spread, as the table of the normal has it for 1.25 %', () => {
    expect(boundary(1, 1e7)).toBeCloseTo(2.2414, 3);
  });

  it('asks twice as much at a quarter of the information, and no less after the end', () => {
    expect(boundary(0.25, 1e7) / boundary(1, 1e7)).toBeCloseTo(2, 6);
    expect(boundary(3, 40)).toBe(boundary(1, 40));
  });

  it('asks more where the spread is read from few days', () => {
    expect(boundary(1, 5)).toBeGreaterThan(boundary(1, 50));
  });

  it('is crossed by Brownian motion in at most 5 % of paths, looked at every step', () => {
    const uniform = seeded(5);
    const normal = () =>
      Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const steps = 60;
    const paths = 4000;
    const limits = Array.from({ length: steps }, (_, i) => boundary((i + 1) / steps, 1e7));
    let crossed = 0;
    for (let path = 0; path < paths; path++) {
      let sum = 0;
      for (let step = 1; step <= steps; step++) {
        sum += normal();
        if (Math.abs(sum) / Math.sqrt(step) < (limits[step - 1] ?? 0)) continue;
        crossed++;
        break;
      }
    }
    expect(crossed / paths).toBeLessThan(0.05);
    expect(crossed / paths).toBeGreaterThan(0.03);
  });
});

describe('rate and ratio', () => {
  it('is findings by exposure where nothing is compared', () => {
    expect(fitRate([row(3, 100), row(9, 200)])).toBeCloseTo(12 / 300, 8);
    expect(fitRate([row(0, 100)])).toBe(0);
  });

  it('takes off what the controls did in the same days', () => {
    const before = [row(10, 100, 1000)];
    const after = [{ ...row(20, 100, 1000), controlEvents: 2000 }];
    expect(likeliestRatio({ before, after })).toBeCloseTo(1, 6);
    expect(likeliestRatio({ before, after: [row(20, 100, 1000)] })).toBeCloseTo(2, 6);
  });

  it('has no ratio without findings before, and one of 0 without findings after', () => {
    expect(likeliestRatio({ before: [row(0, 100)], after: [row(5, 100)] })).toBeNull();
    const gone = { before: [row(40, 400)], after: [row(0, 100)], dispersion: 1 };
    expect(likeliestRatio(gone)).toBe(0);
    const [low, high] = ratioInterval(gone, 1.96) ?? [];
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.1);
    expect(high).toBeLessThan(1);
  });

  it('has the likelihood-ratio interval of two Poisson counts', () => {
    // 40 findings in 100 against 20 in 100: the deviance of the ratio 1 is 2 (40 ln (40/30) + 20 ln (20/30)) = 6.796.
    const question = { before: [row(40, 100)], after: [row(20, 100)], dispersion: 1 };
    expect(errorsFrom(question)(1)).toBeCloseTo(-Math.sqrt(6.796), 2);
    const [low = 0, high = 0] = ratioInterval(question, Math.sqrt(6.796)) ?? [];
    expect(high).toBeCloseTo(1, 2);
    expect(low).toBeLessThan(0.5);
  });

  it('is wider by the root of the dispersion', () => {
    const question = { before: [row(40, 100)], after: [row(20, 100)], dispersion: 1 };
    expect(errorsFrom({ ...question, dispersion: 4 })(1)).toBeCloseTo(errorsFrom(question)(1) / 2);
  });

  it('has its likelihood at the top of the fitted rate, whatever the days', () => {
    const rows = fc.array(
      fc.record({ events: fc.nat(50), exposure: fc.integer({ min: 1, max: 500 }) }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, (days) => {
        const list = days.map(({ events, exposure }) => row(events, exposure, 200));
        const rate = fitRate(list);
        fc.pre(rate > 0);
        const top = logLikelihood(list, rate);
        for (const other of [rate * 0.9, rate * 1.1])
          expect(logLikelihood(list, other)).toBeLessThanOrEqual(top + 1e-9);
      }),
    );
  });

  it('knows as much as it has findings, less where the controls are few', () => {
    expect(information([row(25, 100)], 0.25)).toBeCloseTo(25, 3);
    expect(information([row(25, 100, 25)], 0.25)).toBeCloseTo(12.5, 3);
  });

  it('has residuals of 0 on expectation and of n standard deviations off it', () => {
    expect(residuals([row(25, 100)], 0.25)[0]).toBeCloseTo(0, 4);
    expect(residuals([row(35, 100)], 0.25)[0]).toBeCloseTo(2, 3);
  });
});

describe('the plan', () => {
  const known = { before: 200, aDay: 2, freedom: 27 };

  it('announces fewer days the more is found a day, and a week at the least', () => {
    const days = daysNeeded(known) ?? 0;
    expect(days).toBeGreaterThan(7);
    expect(daysNeeded({ ...known, aDay: 1.5 })).toBeGreaterThan(days);
    expect(daysNeeded({ ...known, before: 1e6, aDay: 1e5 })).toBe(7);
  });

  it('announces nothing where twelve weeks are too few, or where nothing was found', () => {
    expect(daysNeeded({ ...known, aDay: 0.01 })).toBeNull();
    expect(daysNeeded({ before: 0, aDay: 0, freedom: 1 })).toBeNull();
  });

  it('announces in the days in which chance lets four fifths of falls be seen', () => {
    const rare = { before: 40, aDay: 40 / 28, freedom: 1e6 };
    const days = daysNeeded(rare, nearlyGone) ?? 0;
    const { poisson } = createRandom(seeded(3));
    const seen = Array.from({ length: 2000 }, () => {
      const before = [row(poisson(40), 28)];
      const after = [row(poisson(nearlyGone * rare.aDay * days), days)];
      return errorsFrom({ before, after, dispersion: 1 })(1) <= -boundary(1, 1e6);
    });
    const share = seen.filter(Boolean).length / seen.length;
    expect(share).toBeGreaterThan(0.77);
    expect(share).toBeLessThan(0.87);
  });

  it('never knows more of the ratio than of the days before', () => {
    expect(informationAfter(known, 1e9)).toBeCloseTo(200, 3);
    expect(informationAfter(known, 100)).toBeCloseTo(100, 6);
  });
});

describe('the prior, against regression to the mean', () => {
  const of = (rates: number[], exposure = 1000) =>
    rates.map((rate) => daysFrom(monday, 10, () => (rate * exposure) / 10, exposure / 10));

  it('lies at the common rate and is worth much where causes hardly differ', () => {
    const prior = priorOf(of([0.1, 0.1, 0.1, 0.1]), 1);
    expect(prior.events / prior.exposure).toBeCloseTo(0.1, 8);
    expect(prior.events).toBeCloseTo(400, 6);
  });

  it('is worth little where they lie far apart', () => {
    expect(priorOf(of([0.01, 0.05, 0.2, 0.4]), 1).events).toBeLessThan(3);
  });

  it('takes differences for chance where days scatter widely', () => {
    const rates = of([0.08, 0.1, 0.12]);
    expect(priorOf(rates, 10).events).toBeGreaterThan(priorOf(rates, 1).events);
  });

  it('says nothing from two causes, or from causes without findings', () => {
    expect(priorOf(of([0.1, 0.2]), 1)).toEqual({ events: 0, exposure: 0 });
    expect(priorOf(of([0, 0, 0]), 1)).toEqual({ events: 0, exposure: 0 });
  });
});

describe('spread', () => {
  it('is 1 for days that differ less than chance, and Pearson by its freedom for others', () => {
    const even = [row(10, 100), row(10, 100), row(10, 100)];
    expect(dispersion({ rows: even, rate: 0.1 }, { rows: [], rate: 0 })).toEqual({
      factor: 1,
      freedom: 2,
    });
    const wild = [row(0, 100), row(20, 100), row(0, 100), row(20, 100)];
    const { factor } = dispersion({ rows: wild, rate: 0.1 }, { rows: [], rate: 0 });
    expect(factor).toBeCloseTo(40 / 3, 4);
  });

  it('looks at before and after apart, so that a fall is no scatter', () => {
    const before = [row(20, 100), row(20, 100)];
    const after = [row(5, 100), row(5, 100)];
    expect(dispersion({ rows: before, rate: 0.2 }, { rows: after, rate: 0.05 })).toEqual({
      factor: 1,
      freedom: 2,
    });
  });

  const walks = (lasting: number) => {
    const uniform = seeded(9);
    const normal = () =>
      Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    return Array.from({ length: 40 }, () => {
      let state = normal();
      return daysFrom(monday, 56, () => {
        state = lasting * state + Math.sqrt(1 - lasting ** 2) * normal();
        return Math.max(0, Math.round(200 + 60 * state));
      });
    });
  };

  it('knows bad days that last from bad days that do not', () => {
    // First-order autocorrelation of 0.6 multiplies the variance of long sums by (1 + 0.6) / (1 - 0.6) = 4.
    expect(persistence(walks(0.6))).toBeGreaterThan(2.5);
    expect(persistence(walks(0.6))).toBeLessThan(5.5);
    expect(persistence(walks(0))).toBeLessThan(1.4);
  });

  it('says 1 where there is too little to tell', () => {
    expect(persistence([daysFrom(monday, 14, scatter(20))])).toBe(1);
    expect(persistence([])).toBe(1);
    expect(usualDispersion([])).toMatchObject({ overall: 1, freedom: 0 });
    expect(usualDispersion([]).at(10)).toBe(1);
  });

  /** Causes whose days differ by a coefficient of variation beyond chance. */
  const wobbling = (variations: number[], mean: number) => {
    const { normal, poisson } = createRandom(seeded(5));
    return variations.map((variation) =>
      daysFrom(monday, 56, () => poisson(mean * Math.max(0, 1 + variation * normal()))),
    );
  };

  it('knows that days of frequent findings differ more than chance by more than those of rare ones', () => {
    // Variance of a Poisson count whose rate varies by 30 %: 1 + 0.3 ** 2 times the mean, in units of the mean.
    const usual = usualDispersion(wobbling(Array(40).fill(0.3), 20));
    expect(usual.at(20)).toBeGreaterThan(2.5);
    expect(usual.at(20)).toBeLessThan(3.1);
    expect(usual.at(1)).toBeLessThan(1.15);
  });

  it('lends much where causes are alike, and little where each differs from the next', () => {
    const alike = usualDispersion(wobbling(Array(40).fill(0.3), 20));
    const apart = usualDispersion(
      wobbling(
        Array.from({ length: 40 }, (_, i) => (i % 2 ? 0 : 0.8)),
        20,
      ),
    );
    expect(alike.freedom).toBe(mostLent);
    expect(apart.freedom).toBeLessThan(10);
  });

  it('moderates a dispersion by what is usual, as many days as that is worth', () => {
    const wild = [row(0, 100), row(20, 100), row(0, 100), row(20, 100)];
    const rated = { rows: wild, rate: 0.1 };
    const usual = { overall: 1, at: () => 1, freedom: 37 };
    // 40 of its own with 3 degrees of freedom, and 37 days at 1.
    expect(dispersion(rated, { rows: [], rate: 0 }, usual)).toEqual({
      factor: expect.closeTo(77 / 40, 6),
      freedom: 40,
    });
  });
});

describe('comparing days', () => {
  const spans = {
    before: [monday, '2026-02-01'] as [string, string],
    after: ['2026-02-03', '2026-02-16'] as [string, string],
  };
  const own = cause(
    'own',
    daysFrom(monday, 43, () => 10),
  );
  const other = (id: string, events: number, more = {}) =>
    cause(
      id,
      daysFrom(monday, 43, () => events),
      more,
    );

  it('takes controls of the same category where they have findings enough, else of the owner, else any', () => {
    const same = other('same', 40);
    const owner = other('owner', 60, { category: 'intent_loop' });
    const any = other('any', 60, { category: 'cold_open', owner: 'journey_owner' });
    expect(compare(own, [same, owner, any], spans).controls).toBe(1);
    expect(compare(own, [other('few', 5), owner, any], spans).controls).toBe(2);
    expect(compare(own, [other('few', 5), any], spans).controls).toBe(2);
    expect(compare(own, [other('few', 5)], spans).controls).toBe(0);
  });

  it('leaves out the day of the release, days without sessions and days not looked at', () => {
    const holed = own.days
      .filter(({ day }) => day !== '2026-01-20')
      .map((one) => (one.day === '2026-01-21' ? { ...one, exposure: 0, events: 0 } : one));
    const { before, after } = compare(cause('own', holed), [], spans);
    expect(before).toHaveLength(26);
    expect(after).toHaveLength(14);
  });

  it('takes no control that was not looked at on all of these days', () => {
    const late = { ...other('late', 100), days: daysFrom('2026-01-12', 36, () => 100) };
    expect(compare(own, [late], spans).controls).toBe(0);
  });

  it('expects more at weekends where weekends always had more', () => {
    const weekends = cause(
      'own',
      daysFrom(monday, 43, (i) => (i % 7 >= 5 ? 40 : 10)),
    );
    const { after } = compare(weekends, [], spans);
    const expected = after.map(({ exposure }) => Math.round(exposure));
    // The third of February is a Tuesday.
    expect(expected[4]).toBeGreaterThan(2 * (expected[0] ?? 0));
    expect(expected[4]).toBe(expected[5]);
  });
});

describe('the plan of a proof', () => {
  it('waits for a halved rate where four weeks show it', () => {
    const known = { before: 400, aDay: 14, freedom: 27 };
    const days = daysNeeded(known);
    expect(days).toBeLessThanOrEqual(28);
    expect(planFor(known)).toEqual({
      announced: days,
      end: days,
      stages: [{ end: days, part: 1 }],
    });
  });

  it('looks for a large fall first where that takes longer, at a part of the level, and goes on', () => {
    const plan = planFor({ before: 45, aDay: 1.6, freedom: 27 });
    expect(plan.announced).toBeLessThanOrEqual(28);
    expect(plan.end).toBeGreaterThan(28);
    expect(plan.stages.map(({ part }) => part).reduce((a, b) => a + b)).toBeCloseTo(1);
  });

  it('announces nothing where no fall would show', () => {
    const plan = planFor({ before: 2, aDay: 0.05, freedom: 27 });
    expect(plan).toMatchObject({ announced: null, end: mostDays });
  });
});
