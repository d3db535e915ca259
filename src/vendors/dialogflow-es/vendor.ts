import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Dialogflow ES: answers of DetectIntent, as Cloud Logging or a client keeps them. */
export const dialogflowEs: Vendor = {
  id: 'dialogflow-es',
  source,
};
