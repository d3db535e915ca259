import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { source } from './source.js';
import { training } from './training.js';

/** Dialogflow ES: answers of DetectIntent, as Cloud Logging or a client keeps them; the agent's export in and out. */
export const dialogflowEs: Vendor = {
  id: 'dialogflow-es',
  source,
  training,
  patch,
};
