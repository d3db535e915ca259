import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publish } from '../../src/publish/publish.js';
import { report } from './fixture.js';

const expected = join(import.meta.dirname, 'cases', 'small-night', 'expected');
/** The ending keeps formatters away: every byte counts. */
const goldenOf = (path: string) => join(expected, `${path}.golden`);
const advice =
  'differs from the golden file; if that is meant: UPDATE_GOLDEN=1 npx vitest run test/publish';
const training = [
  {
    path: 'data/nlu.yml',
    text: 'version: "3.1"\nnlu:\n- intent: defer_payment # asked for often\n  examples: |\n    - I want to pay later\n    - please defer my payment\n',
  },
  { path: 'domain.yml', text: 'version: "3.1"\nintents:\n- defer_payment\nentities:\n- date\n' },
];

const files = publish(report(), { training, vendor: 'rasa' });
if (process.env.UPDATE_GOLDEN === '1')
  for (const { path, content } of files) {
    mkdirSync(dirname(goldenOf(path)), { recursive: true });
    writeFileSync(goldenOf(path), content);
  }

describe('a small night', () => {
  it('leaves these files behind and no others', () => {
    const known = readdirSync(expected, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.map(({ path }) => goldenOf(path)).sort(), `set of files ${advice}`).toEqual(
      known.sort(),
    );
  });

  it.each(files.map(({ path, content }) => [path, content]))('%s', (path, content) => {
    const golden = readFileSync(goldenOf(path), 'utf8');
    expect(content, `${path} ${advice}`).toBe(golden);
  });
});
