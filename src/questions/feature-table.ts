/** Counts of features by class, in rows of plain numbers: a night's wordings are counted twenty times over. */

/** Features and how often each was seen, by their places in a table. */
export interface Bag {
  ids: Int32Array;
  counts: Float64Array;
}

export interface FeatureTable {
  /** Of each feature. */
  places: ReadonlyMap<string, number>;
  /** Gives each feature its place, a new one where it has none. */
  bagOf(features: Iterable<readonly [feature: string, times: number]>): Bag;
  /** A feature's place; undefined where it was never seen. */
  idOf(feature: string): number | undefined;
  /** @param trust a feature of a class counts as if it had been seen so often in the mean of all classes. */
  counter(classes: number, trust: number): Counter;
}

export interface Counter {
  /** @param share of each class @param weight what one count is worth */
  add(bag: Bag, share: Float64Array, weight: number): void;
  /** The same where all of it is one class's. */
  addTo(at: number, bag: Bag, weight: number): void;
  /** Forgets what was added after the last call of `keep`. */
  reset(): void;
  keep(): void;
  /** @param expected the share of each class's counts that every feature has before anything was seen; without it, the mean of all classes */
  ratios(expected?: readonly (Float64Array | null)[]): LogRatios;
  /** Each feature's share of all that was added so far. */
  shares(): Float64Array;
}

/** By feature, then by class. */
export type LogRatios = Float64Array;

/** Adds a feature's row to `logs`, one number a class, `weight` times. */
export function addRow(
  logs: Float64Array,
  ratios: LogRatios,
  id: number | undefined,
  weight: number,
): void {
  if (id === undefined) return;
  const row = id * logs.length;
  for (let k = 0; k < logs.length; k++) logs[k] = (logs[k] ?? 0) + weight * (ratios[row + k] ?? 0);
}

/** @param known places that features have from before */
export function createFeatureTable(known: ReadonlyMap<string, number> = new Map()): FeatureTable {
  const places = new Map(known);
  const placeOf = (feature: string): number => {
    const place = places.get(feature);
    if (place !== undefined) return place;
    places.set(feature, places.size);
    return places.size - 1;
  };
  return {
    places,
    bagOf: (features) => {
      const list = [...features];
      return {
        ids: Int32Array.from(list, ([feature]) => placeOf(feature)),
        counts: Float64Array.from(list, ([, times]) => times),
      };
    },
    idOf: (feature) => places.get(feature),
    counter: (classes, trust) => createCounter(places.size, classes, trust),
  };
}

function createCounter(features: number, classes: number, trust: number): Counter {
  const counts = new Float64Array(features * classes);
  let kept = counts.slice();
  return {
    add({ ids, counts: times }, share, weight) {
      for (let i = 0; i < ids.length; i++) {
        const row = (ids[i] ?? 0) * classes;
        const n = times[i] ?? 0;
        for (let k = 0; k < classes; k++)
          counts[row + k] = (counts[row + k] ?? 0) + weight * (share[k] ?? 0) * n;
      }
    },
    addTo(k, { ids, counts: times }, weight) {
      for (let i = 0; i < ids.length; i++) {
        const at = (ids[i] ?? 0) * classes + k;
        counts[at] = (counts[at] ?? 0) + weight * (times[i] ?? 0);
      }
    },
    reset: () => counts.set(kept),
    keep: () => {
      kept = counts.slice();
    },
    ratios: (expected) => logRatios(counts, classes, trust, expected ?? []),
    shares: () => sharesOf(counts, classes),
  };
}

function sharesOf(counts: Float64Array, classes: number): Float64Array {
  const shares = new Float64Array(counts.length / classes);
  let all = 0;
  for (let row = 0, at = 0; row < shares.length; row++)
    for (let k = 0; k < classes; k++, at++) {
      shares[row] = (shares[row] ?? 0) + (counts[at] ?? 0);
      all += counts[at] ?? 0;
    }
  return all === 0 ? shares : shares.map((n) => n / all);
}

/** ln P(feature | class) / P(feature), shrunk towards what is expected of the class. */
function logRatios(
  counts: Float64Array,
  classes: number,
  trust: number,
  expected: readonly (Float64Array | null)[],
): LogRatios {
  const totals = new Float64Array(classes);
  for (let row = 0; row < counts.length; row += classes)
    for (let k = 0; k < classes; k++) totals[k] = (totals[k] ?? 0) + (counts[row + k] ?? 0);
  const all = totals.reduce((sum, n) => sum + n, 0);
  const ratios = new Float64Array(counts.length);
  for (let row = 0; row < counts.length; row += classes) {
    let mean = 0;
    for (let k = 0; k < classes; k++) mean += counts[row + k] ?? 0;
    mean /= all;
    if (!(mean > 0)) continue;
    for (let k = 0; k < classes; k++) {
      const own = expected[k]?.[row / classes];
      const before = own === undefined ? mean : 0.9 * own + 0.1 * mean;
      ratios[row + k] = Math.log(
        ((counts[row + k] ?? 0) + trust * before) / ((totals[k] ?? 0) + trust) / mean,
      );
    }
  }
  return ratios;
}
