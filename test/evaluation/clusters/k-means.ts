import type { Likeness } from '../../../src/nlu/likeness.js';
import { seeded } from '../../support/seeded.js';

const starts = 3;
const rounds = 20;

/** Kernel k-means on the likeness of pairs, the best of some starts (k-means++). */
export function kMeans(likeness: Likeness, n: number, k: number): number[] {
  const alike = Array.from({ length: n }, (_, i) => Float32Array.from(likeness(i)));
  let best: { groups: number[]; worth: number } | null = null;
  for (let start = 1; start <= starts; start++) {
    const made = run(alike, firstGroups(alike, k, seeded(start)), k);
    if (!best || made.worth > best.worth) best = made;
  }
  return best?.groups ?? [];
}

function firstGroups(alike: readonly Float32Array[], k: number, random: () => number): number[] {
  const centres = [Math.floor(random() * alike.length)];
  while (centres.length < k) {
    const away = alike.map((row) => Math.max(0, 1 - Math.max(...centres.map((c) => row[c] ?? 0))));
    let left = random() * away.reduce((a, b) => a + b, 0);
    const next = away.findIndex((distance) => {
      left -= distance;
      return left <= 0;
    });
    centres.push(Math.max(0, next));
  }
  return alike.map((row) => nearestOf(centres.map((c) => row[c] ?? 0)));
}

const nearestOf = (values: readonly number[]) => values.indexOf(Math.max(...values));

function run(alike: readonly Float32Array[], first: number[], k: number) {
  let groups = first;
  let worth = 0;
  for (let round = 0; round < rounds; round++) {
    const sums = alike.map((row) => {
      const sum = new Float64Array(k);
      groups.forEach((group, j) => {
        sum[group] = (sum[group] ?? 0) + (row[j] ?? 0);
      });
      return sum;
    });
    const sizes = new Float64Array(k);
    const within = new Float64Array(k);
    groups.forEach((group, i) => {
      sizes[group] = (sizes[group] ?? 0) + 1;
      within[group] = (within[group] ?? 0) + (sums[i]?.[group] ?? 0);
    });
    // Cosine to a group's centre: the mean likeness to its members over the centre's length.
    const length = within.map((w, g) => Math.sqrt(w) / (sizes[g] || 1));
    worth = 0;
    const next = sums.map((sum) => {
      const values = Array.from(sum, (s, g) => s / (sizes[g] || 1) / (length[g] || 1));
      worth += Math.max(...values);
      return nearestOf(values);
    });
    if (next.every((group, i) => group === groups[i])) break;
    groups = next;
  }
  return { groups, worth };
}
