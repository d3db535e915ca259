/** Two answers, one with a comment of two lines. */
import type { SampleFile } from '../support/sample.js';

export const sample: SampleFile = {
  name: 'surveys.csv',
  content:
    'contact_id,score,comment,RecordedDate\nc-1,4,"two\nlines",2026-03-02T10:00:00Z\nc-2,1,,2026-03-02T11:00:00Z\n',
  broken: 'c-3,very good,,2026-03-02T11:00:00Z\n',
  endsBroken: true,
};
