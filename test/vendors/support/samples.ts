/** What contract suites run on: the samples in the folders of the vendors, so that a new vendor needs no line in a suite. */
import type { SampleFile } from './sample.js';
import type { TrainingSample } from './training-sample.js';

declare global {
  interface ImportMeta {
    /** Vite's: the modules of patterns (those with ! left out), by their relative paths. */
    glob<T>(patterns: readonly string[], options: { eager: true }): Record<string, T>;
  }
}

/** By vendor: `sample` of each module, whose path is `../<vendor>/<file>`. */
const byVendor = <T>(modules: Record<string, { sample: T }>): [string, T][] =>
  Object.entries(modules).map(([path, { sample }]) => [path.split('/').at(-2) ?? '', sample]);

export const sourceSamples = byVendor(
  import.meta.glob<{ sample: SampleFile }>(['../*/sample.ts', '!../support/*'], { eager: true }),
);
export const trainingSamples = byVendor(
  import.meta.glob<{ sample: TrainingSample }>(['../*/training-sample.ts', '!../support/*'], {
    eager: true,
  }),
);
