import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const surveys = ['k-1', 'k-2'].map((contact_id) => ({ type: 'survey', contact_id, csat: 5 }));

it.each([
  ['one a line', surveys.map((one) => JSON.stringify(one)).join('\n')],
  ['in a list', JSON.stringify(surveys)],
  ['over several lines', surveys.map((one) => JSON.stringify(one, null, 2)).join('\n')],
])("Handback's own records may stand %s", async (_, content) => {
  const read = await readAll('handback', folder.write('surveys.json', content));
  expect(read.quarantine).toEqual([]);
  expect(read.surveys.map(({ contactId }) => contactId)).toEqual(['k-1', 'k-2']);
});
