import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { training } from './training.js';

/** Kore.ai's XO platform: ML utterances, in and out. */
export const koreAi: Vendor = {
  id: 'kore-ai',
  training,
  patch,
};
