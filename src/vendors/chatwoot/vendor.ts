import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Chatwoot: conversations with messages and survey answers. */
export const chatwoot: Vendor = {
  id: 'chatwoot',
  source,
};
