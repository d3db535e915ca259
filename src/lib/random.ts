/** Seeded chance: the same keys give the same numbers, on every machine and in every version. */

export interface Random {
  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number;
  chance(probability: number): boolean;
  /** Whole number, both ends inclusive. */
  int(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  weighted<T>(list: readonly T[], weight: (item: T) => number): T;
  /** Log-normal with this median; `sigma` is the standard deviation of the logarithm. */
  logNormal(median: number, sigma: number): number;
}

/** FNV-1a, 32 bits: spreads the keys over the generator's state. */
function hash(text: string, start: number): number {
  let h = start >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h;
}

/** sfc32 (Chris Doty-Humphrey, PractRand): small, fast, passes PractRand and BigCrush. */
function sfc32(key: string): () => number {
  let a = hash(key, 0x811c9dc5);
  let b = hash(key, 0x9e3779b9);
  let c = hash(key, 0x85ebca6b);
  let d = 1;
  const step = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) step();
  return step;
}

/** A stream of its own for each combination of keys, so that one conversation's length never shifts the next. */
export function createRandom(...keys: (string | number)[]): Random {
  const next = sfc32(keys.join('/'));
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(next() * list.length)];
    if (item === undefined) throw new RangeError('[simulate] nothing to pick from');
    return item;
  };
  const weighted = <T>(list: readonly T[], weight: (item: T) => number): T => {
    let rest = next() * list.reduce((sum, item) => sum + weight(item), 0);
    for (const item of list) {
      rest -= weight(item);
      if (rest < 0) return item;
    }
    return pick(list);
  };
  /** Box-Muller; 1 - u keeps the logarithm finite. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    pick,
    weighted,
    chance: (probability) => next() < probability,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}
