import { expect, it } from 'vitest';
import { caseFiles } from '../../../src/vendors/cases.js';
import { phrasesFor } from '../support/suggestions.js';

it('reads no training data where nothing was chosen', () => {
  let reads = 0;
  const training = [
    {
      path: 'data/nlu.yml',
      get text() {
        reads++;
        return 'nlu:\n- intent: greet\n  examples: |\n    - hi\n    - good day\n';
      },
    },
  ];
  const patched = { vendor: 'rasa', training, options: {}, patch: { files: [], notes: [] } };
  expect(caseFiles({ ...patched, suggestions: [] })).toEqual([]);
  expect(reads).toBe(0);
  const suggestions = [phrasesFor('greet', [{ text: 'good day' }])];
  expect(caseFiles({ ...patched, suggestions }).length).toBeGreaterThan(0);
  expect(reads).toBeGreaterThan(0);
});
