import type { Vendor } from '../vendor.js';
import { source } from './source.js';
import { training } from './training.js';

/** Our own records, for everyone whose system has no connector. */
export const handback: Vendor = {
  id: 'handback',
  source,
  training,
};
