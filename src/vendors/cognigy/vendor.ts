import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { training } from './training.js';

/** Cognigy.AI: a Flow's intents, in and out. */
export const cognigy: Vendor = {
  id: 'cognigy',
  training,
  patch,
};
