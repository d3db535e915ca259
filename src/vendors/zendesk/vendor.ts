import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Zendesk: tickets with their comments. */
export const zendesk: Vendor = {
  id: 'zendesk',
  source,
};
