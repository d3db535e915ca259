import type { Vendor } from '../vendor.js';
import { source } from './source.js';

/** Amazon Lex V2: conversation logs. */
export const amazonLexV2: Vendor = {
  id: 'amazon-lex-v2',
  source,
};
