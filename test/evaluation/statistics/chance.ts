/** Draws from the distributions that the simulated worlds are made of. */

export type Random = ReturnType<typeof createRandom>;

export function createRandom(uniform: () => number) {
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Knuth's method, in parts where the mean is large. */
  const poisson = (mean: number): number => {
    if (mean > 30) return poisson(mean / 2) + poisson(mean / 2);
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = uniform(); product > limit; product *= uniform()) count++;
    return count;
  };
  /** Marsaglia and Tsang's method, for a shape of at least 1. */
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < x * x * 0.5 + d - d * v + d * Math.log(v))
        return d * v;
    }
  };
  /** Gamma with mean 1 and this coefficient of variation (at most 1): what a Poisson mean is multiplied with. */
  const wobble = (variation: number): number =>
    variation === 0 ? 1 : gamma(1 / variation ** 2) * variation ** 2;
  const draw = <T>(list: readonly T[]): T => list[Math.floor(uniform() * list.length)] as T;
  return { uniform, normal, poisson, wobble, draw };
}

/** Draws a place by weight, from a table. */
export function drawer(weights: readonly number[], { draw }: Random): () => number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const table = weights.flatMap((weight, i) =>
    new Array<number>(Math.max(1, Math.round((2000 * weight) / all))).fill(i),
  );
  return () => draw(table);
}
