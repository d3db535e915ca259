import type { WriteOptions } from './options.js';

/** The options with which `data/lender` was made: four weeks of the lender that end on 31 October 2026. */
export const sampleOptions = {
  world: 'lender',
  journeys: 600,
  seed: 7,
  from: '2026-10-04',
  days: 28,
  timeZone: 'Europe/London',
  compress: true,
} as const satisfies WriteOptions;
