import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { source } from './source.js';
import { training } from './training.js';

/** Dialogflow CX: rows of the interaction log and conversations of the history; the agent's package in and out. */
export const dialogflowCx: Vendor = {
  id: 'dialogflow-cx',
  source,
  training,
  patch,
};
