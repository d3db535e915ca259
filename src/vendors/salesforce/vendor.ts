import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Salesforce Service Cloud: chat transcripts and cases as CSV. */
export const salesforce: Vendor = {
  id: 'salesforce',
  source,
};
