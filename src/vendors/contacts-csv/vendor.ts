import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Agent contacts as CSV with a mapping of columns. */
export const contactsCsv: Vendor = {
  id: 'contacts-csv',
  source,
};
