import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** vCon: conversations in the container of the IETF. */
export const vcon: Vendor = {
  id: 'vcon',
  source,
};
