export interface Observed {
  stratum: string;
  /** Numbers of the traits that it has, each once. */
  traits: readonly number[];
  value: number;
}

/** A trait that is nearly always seen together with another gets no wild effect: as if one more had been seen without any. */
const ridge = 1;
const sweeps = 100;

/**
 * What each trait adds to a value, with the others' share taken off, strata compared within themselves alone (fixed-effects
 * regression, the "within" estimator, by Gauss and Seidel's method). A trait that all of a stratum have says nothing there.
 * Cost: linear in the rows, quadratic in a row's traits.
 * @see https://en.wikipedia.org/wiki/Fixed_effects_model
 * @returns effects by trait; 0 where nothing tells
 */
export function withinStrataEffects(rows: Iterable<Observed>, traits: number): number[] {
  const products = Array.from({ length: traits }, () => new Float64Array(traits));
  const targets = new Float64Array(traits);
  const strata = new Map<string, { n: number; sum: number; seen: Map<number, number> }>();
  for (const { stratum, traits: own, value } of rows) {
    const known = strata.get(stratum) ?? { n: 0, sum: 0, seen: new Map<number, number>() };
    strata.set(stratum, known);
    known.n++;
    known.sum += value;
    for (const a of own) {
      known.seen.set(a, (known.seen.get(a) ?? 0) + 1);
      add(targets, a, value);
      for (const b of own) add(products[a], b, 1);
    }
  }
  for (const { n, sum, seen } of strata.values()) {
    for (const [a, count] of seen) {
      add(targets, a, (-count * sum) / n);
      for (const [b, other] of seen) add(products[a], b, (-count * other) / n);
    }
  }
  return solve(products, targets);
}

function add(list: Float64Array | undefined, at: number, value: number): void {
  if (list) list[at] = (list[at] ?? 0) + value;
}

/** Converges for every symmetric matrix without negative eigenvalues, which the ridge makes positive. */
function solve(products: readonly Float64Array[], targets: Float64Array): number[] {
  const effects = products.map(() => 0);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    products.forEach((row, a) => {
      let rest = targets[a] ?? 0;
      row.forEach((product, b) => {
        if (b !== a) rest -= product * (effects[b] ?? 0);
      });
      effects[a] = rest / ((row[a] ?? 0) + ridge);
    });
  }
  return effects;
}
