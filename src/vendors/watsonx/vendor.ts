import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { source } from './source.js';
import { training } from './training.js';

/** IBM watsonx Assistant: logs of the v2 and v1 APIs, dialog skills in and out. */
export const watsonx: Vendor = {
  id: 'watsonx',
  source,
  training,
  patch,
};
