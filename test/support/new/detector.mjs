/** A detector: its rule, and both sides of it. */
export const detector = {
  id: /^[a-z]+(_[a-z]+)*$/,
  registry: { file: 'src/detect/detectors/index.ts', entry: (name) => `runnable(${name})` },
  next: (id) => [
    `its entry in src/domain/categories.ts: without it "${id}" does not compile`,
    'its rule, and both sides of it in the test that was written',
    '"npm run schemas": it writes docs/detectors.md and the schema of the tickets',
  ],
  files: (id, name) => ({
    [`src/detect/detectors/${id}.ts`]: `/**
 * What it surfaces.
 * Not: its near twin, with an example of what is said there.
 */
import type { Detector } from '../detector.js';

export const ${name}: Detector<'bot'> = {
  id: '${id}',
  description: 'What it surfaces. Its near twin is left alone.',
  // Parts of \`JourneyEvidence\`; where one of them is null it does not run.
  needs: ['bot'],
  detect: () => [],
};
`,
    [`test/detect/${id}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { bot, said, session } from '../support/conversations.js';
import { detectOne } from './support.js';

const categoriesOf = async (...texts: string[]) => {
  const turns = texts.flatMap((text) => [said(text), bot('One moment.')]);
  return (await detectOne(session(turns))).findings.map(({ category }) => category);
};

describe('${id}', () => {
  it('is found where it is, and not in its near twin', async () => {
    expect(await categoriesOf('what a customer says where it is')).toContain('${id}');
    expect(await categoriesOf('what a customer says in its near twin')).not.toContain('${id}');
  });
});
`,
  }),
};
