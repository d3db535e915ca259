import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Amazon Connect: contact records with Contact Lens transcripts. */
export const amazonConnect: Vendor = {
  id: 'amazon-connect',
  source,
};
