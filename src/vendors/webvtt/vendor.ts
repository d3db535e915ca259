import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** WebVTT: transcripts of calls, each with a sidecar that says whose it is. */
export const webvtt: Vendor = {
  id: 'webvtt',
  source,
};
