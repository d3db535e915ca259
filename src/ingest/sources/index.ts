import type { Source } from '../source.js';
import { amazonConnect } from './amazon-connect.js';
import { csatCsv } from './csat-csv.js';
import { handback } from './handback.js';
import { rasa } from './rasa.js';

export const sources: readonly Source[] = [handback, rasa, amazonConnect, csatCsv];
