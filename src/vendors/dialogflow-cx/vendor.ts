import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Dialogflow CX: rows of the interaction log and conversations of the history. */
export const dialogflowCx: Vendor = {
  id: 'dialogflow-cx',
  source,
};
