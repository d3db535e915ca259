import { quantileSorted } from 'simple-statistics';

export interface BootstrapOptions {
  /** Uniform in [0, 1). The same sequence gives the same interval. */
  random: () => number;
  replicates?: number;
  level?: number;
}

/**
 * Percentile bootstrap: the interval of any statistic, by drawing the sample anew from itself. Pass clusters (whole
 * days, say) as `values` where values within a cluster go together. Cost: replicates times the statistic.
 * @see https://en.wikipedia.org/wiki/Bootstrapping_(statistics)
 * @returns null with fewer than two values
 */
export function bootstrap<T>(
  values: readonly T[],
  statistic: (sample: readonly T[]) => number,
  { random, replicates = 1000, level = 0.95 }: BootstrapOptions,
): [low: number, high: number] | null {
  if (values.length < 2) return null;
  const drawn: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const sample = values.map(() => values[Math.floor(random() * values.length)] as T);
    drawn.push(statistic(sample));
  }
  drawn.sort((a, b) => a - b);
  return [quantileSorted(drawn, (1 - level) / 2), quantileSorted(drawn, (1 + level) / 2)];
}
