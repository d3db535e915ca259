/** Two contact records, one of them with its Contact Lens analysis. */
import { chatLens, connectRecord, contactId } from '../fixtures/connect.js';
import { jsonLine, jsonLines, type SampleFile } from '../support/sample.js';

export const sample: SampleFile = {
  name: 'records.json',
  content: jsonLines([connectRecord(), connectRecord({ ContactId: 'other' })]),
  broken: 'ContactId,Channel\n',
  beside: { [`lens/${contactId}_analysis_2026-03-02T09_13_20Z.json`]: jsonLine(chatLens) },
  options: { contact_lens: 'lens/*.json' },
  companions: 1,
};
