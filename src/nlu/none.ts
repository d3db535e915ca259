import { outOfScopePrior, scopePenalty, scopeRate, scopeSteps } from './settings.js';
import type { Vector } from './vectoriser.js';

/** What a text's scores say about whether any intent fits it. */
export type ScopeEvidence = readonly [best: number, familiar: number, covered: number];

export interface LabelledEvidence {
  evidence: ScopeEvidence;
  /** The text belongs to no intent. */
  outOfScope: boolean;
}

export interface ScopeModel {
  kept: KeptScope | null;
  probability(evidence: ScopeEvidence): number;
}

export interface KeptScope {
  scale: readonly [Scale, Scale, Scale];
  /** Of each part of the evidence, standardised. */
  weights: readonly [number, number, number];
  constant: number;
}

/** @param scores by intent. */
export function evidenceOf(
  scores: Float32Array,
  { familiar, covered }: Pick<Vector, 'familiar' | 'covered'>,
): ScopeEvidence {
  let best = -1;
  for (const score of scores) best = Math.max(best, score);
  return [best, familiar, covered];
}

/** For a bot too small to hold intents back: a text that scores below 0 and shares few words is likelier out of scope. */
const unproven: ScopeModel = {
  kept: null,
  probability: ([best, familiar]) => logistic(2 - 6 * best - 2 * familiar),
};

/**
 * Logistic regression on texts of intents that were held back from training (out of scope) and held-out texts of those
 * that were not, weighed to the prior. Evidence is standardised; gradient descent from zero, so equal input gives equal weights.
 */
export function fitOutOfScope(judged: readonly LabelledEvidence[]): ScopeModel {
  const outOfScope = judged.filter((one) => one.outOfScope).length;
  const own = judged.length - outOfScope;
  if (outOfScope < 10 || own < 10) return unproven;
  const scaleOf = (part: 0 | 1 | 2) => standard(judged.map(({ evidence }) => evidence[part]));
  const scale = [scaleOf(0), scaleOf(1), scaleOf(2)] as const;
  const rows = judged.map(({ evidence, outOfScope: isOutOfScope }) => {
    const [x, y, z] = standardised(evidence, scale);
    return {
      x,
      y,
      z,
      target: Number(isOutOfScope),
      share: isOutOfScope ? outOfScopePrior / outOfScope : (1 - outOfScopePrior) / own,
    };
  });
  // Four plain numbers: this runs hundreds of times over thousands of rows.
  let at: Place = { a: 0, b: 0, c: 0, constant: 0 };
  for (let step = 0; step < scopeSteps; step++) at = stepDown(at, rows);
  const { a, b, c, constant } = at;
  return createScope({ scale, weights: [a, b, c], constant });
}

/** Weights of the three parts of the evidence, and the constant. */
type Place = Record<'a' | 'b' | 'c' | 'constant', number>;
type Row = Record<'x' | 'y' | 'z' | 'target' | 'share', number>;

/** One step of gradient descent. By itself, so that it is compiled once and not anew for each classifier. */
function stepDown({ a, b, c, constant }: Place, rows: readonly Row[]): Place {
  let [da, db, dc, dConstant] = [scopePenalty * a, scopePenalty * b, scopePenalty * c, 0];
  for (const { x, y, z, target, share } of rows) {
    const error = share * (logistic(constant + x * a + y * b + z * c) - target);
    da += error * x;
    db += error * y;
    dc += error * z;
    dConstant += error;
  }
  return {
    a: a - scopeRate * da,
    b: b - scopeRate * db,
    c: c - scopeRate * dc,
    constant: constant - scopeRate * dConstant,
  };
}

/** @param kept null for a bot too small to hold intents back */
export function createScope(kept: KeptScope | null): ScopeModel {
  if (!kept) return unproven;
  const { scale, weights, constant } = kept;
  const [a, b, c] = weights;
  return {
    kept,
    probability(evidence) {
      const [x, y, z] = standardised(evidence, scale);
      return logistic(constant + x * a + y * b + z * c);
    },
  };
}

const standardised = (
  [best, familiar, covered]: ScopeEvidence,
  [first, second, third]: readonly [Scale, Scale, Scale],
): [number, number, number] => [
  scaled(best, first),
  scaled(familiar, second),
  scaled(covered, third),
];

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
function scaled(value: number, scale: Scale): number {
  return Math.max(-4, Math.min(4, (value - scale.mean) / scale.deviation));
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
