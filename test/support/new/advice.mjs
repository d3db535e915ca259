/** A kind of suggestion, and a case of it. */
export const advice = {
  id: /^[a-z]+(_[a-z]+)*$/,
  registry: { file: 'src/suggest/advice/index.ts', entry: (name) => name },
  next: (id) => [
    `"${id}" among the kinds in src/domain/suggestion.ts: without it nothing compiles`,
    'its words in src/publish/words.ts, and a case in the test that was written',
    '"npm run schemas": it writes docs/suggestions.md and the schema of the suggestions',
  ],
  files: (id, name) => ({
    [`src/suggest/advice/${id}.ts`]: `/** What it proposes, and where it stays silent. */
import type { Advice } from '../advice.js';

export const ${name}: Advice = {
  id: '${id}',
  title: '${id.replaceAll('_', ' ')}',
  description: 'What it proposes. Not: where it stays silent.',
  answers: [],
  advise: () => [],
};
`,
    [`test/suggest/${id}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { ${name} } from '../../src/suggest/advice/${id}.js';

describe('${id}', () => {
  it('answers some repair', () => {
    expect(${name}.answers).not.toEqual([]);
  });
});
`,
  }),
};
