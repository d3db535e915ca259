import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Genesys Cloud: bot and agent side of one conversation, and surveys. */
export const genesysCloud: Vendor = {
  id: 'genesys-cloud',
  source,
};
