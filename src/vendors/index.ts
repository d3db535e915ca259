/** All vendors. A new one is a folder and a line here. */
import { amazonConnect } from './amazon-connect/vendor.js';
import { amazonLexV2 } from './amazon-lex-v2/vendor.js';
import { csatCsv } from './csat-csv/vendor.js';
import { handback } from './handback/vendor.js';
import { rasa } from './rasa/vendor.js';
import type { Vendor } from './vendor.js';

export const vendors: readonly Vendor[] = [handback, rasa, amazonLexV2, amazonConnect, csatCsv];
