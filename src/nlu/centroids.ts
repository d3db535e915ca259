import type { Vector } from './vectoriser.js';

/** Each class's mean direction: a vector of length 1 by feature id (Rocchio). */
export function centroids(
  vectors: readonly Vector[],
  labels: Int32Array,
  classes: number,
  features: number,
): Float32Array[] {
  const sums = Array.from({ length: classes }, () => new Float32Array(features));
  vectors.forEach(({ ids, values }, example) => {
    const sum = sums[labels[example] as number];
    if (!sum) return;
    for (let j = 0; j < ids.length; j++)
      sum[ids[j] as number] = (sum[ids[j] as number] as number) + (values[j] as number);
  });
  for (const sum of sums) {
    let square = 0;
    for (const value of sum) square += value * value;
    const length = Math.sqrt(square) || 1;
    for (let id = 0; id < features; id++) sum[id] = (sum[id] as number) / length;
  }
  return sums;
}
