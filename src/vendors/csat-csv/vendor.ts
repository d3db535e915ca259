import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Surveys as CSV with a mapping of columns. */
export const csatCsv: Vendor = {
  id: 'csat-csv',
  source,
};
