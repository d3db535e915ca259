import type { Vector } from './vectoriser.js';

/** What a text's scores say about whether any intent fits it. */
export type Evidence = readonly [best: number, familiar: number, covered: number];

export interface Judged {
  evidence: Evidence;
  /** The text belongs to no intent. */
  foreign: boolean;
}

export interface NoneModel {
  probability(evidence: Evidence): number;
}

/**
 * How many texts of a bot belong to no intent is unknown before reading them: one in ten keeps a plain request from being refused,
 * and strong evidence outweighs it.
 */
const prior = 0.1;
const steps = 300;
const rate = 0.5;
const penalty = 0.01;

/** @param scores by intent. */
export function evidenceOf(
  scores: Float32Array,
  { familiar, covered }: Pick<Vector, 'familiar' | 'covered'>,
): Evidence {
  let best = -1;
  for (const score of scores) best = Math.max(best, score);
  return [best, familiar, covered];
}

/** For a bot too small to hold intents back: a text that scores below 0 and shares few words is likelier foreign. */
const unproven: NoneModel = {
  probability: ([best, familiar]) => logistic(2 - 6 * best - 2 * familiar),
};

/**
 * Logistic regression on texts of intents that were held back from training (foreign) and held-out texts of those
 * that were not, weighed to the prior. Evidence is standardised; gradient descent from zero, so equal input gives equal weights.
 */
export function fitNone(judged: readonly Judged[]): NoneModel {
  const foreign = judged.filter((one) => one.foreign).length;
  const own = judged.length - foreign;
  if (foreign < 10 || own < 10) return unproven;
  const scale = [0, 1, 2].map((part) => standard(judged.map((one) => one.evidence[part] ?? 0)));
  const rows = judged.map(({ evidence }) =>
    evidence.map((value, part) => scaled(value, scale[part])),
  );
  const weights = [0, 0, 0, 0];
  const dot = (row: readonly number[]) =>
    row.reduce((sum, value, part) => sum + value * (weights[part] ?? 0), weights[3] ?? 0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, part) => (part < 3 ? penalty * weight : 0));
    rows.forEach((row, i) => {
      const isForeign = judged[i]?.foreign === true;
      const share = isForeign ? prior / foreign : (1 - prior) / own;
      const error = share * (logistic(dot(row)) - (isForeign ? 1 : 0));
      for (let part = 0; part < 4; part++)
        gradient[part] = (gradient[part] ?? 0) + error * (row[part] ?? 1);
    });
    for (let part = 0; part < 4; part++)
      weights[part] = (weights[part] ?? 0) - 4 * rate * (gradient[part] ?? 0);
  }
  return {
    probability: (evidence) =>
      logistic(dot(evidence.map((value, part) => scaled(value, scale[part])))),
  };
}

interface Scale {
  mean: number;
  deviation: number;
}

function standard(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) || 1 };
}

/** Clipped: a text stranger than any seen is as strange as the strangest, not beyond all measure. */
function scaled(value: number, scale: Scale | undefined): number {
  if (!scale) return 0;
  return Math.max(-4, Math.min(4, (value - scale.mean) / scale.deviation));
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
