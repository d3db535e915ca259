import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** IBM watsonx Assistant: logs of the v2 and v1 APIs. */
export const watsonx: Vendor = {
  id: 'watsonx',
  source,
};
