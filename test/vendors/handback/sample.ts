/** One record of each type. */
import { agentContact, botSession, definition, survey } from '../../ingest/records.js';
import { jsonLines, type SampleFile } from '../support/sample.js';

export const sample: SampleFile = {
  name: 'records.ndjson',
  content: jsonLines([botSession(), agentContact(), survey(), definition()]),
  broken: '{"type": "bot_session", \n',
};
