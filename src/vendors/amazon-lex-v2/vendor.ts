import type { Vendor } from '../vendor.js';
import { patch } from './patch.js';
import { source } from './source.js';
import { training } from './training.js';

/** Amazon Lex V2: conversation logs, and the export of a bot in and out. */
export const amazonLexV2: Vendor = {
  id: 'amazon-lex-v2',
  source,
  training,
  patch,
};
