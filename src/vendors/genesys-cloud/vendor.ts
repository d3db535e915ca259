import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { source } from './source.js';
import { training } from './training.js';

/** Genesys Cloud: bot and agent side of one conversation, and surveys; versions of NLU domains in and out. */
export const genesysCloud: Vendor = {
  id: 'genesys-cloud',
  source,
  training,
  patch,
};
