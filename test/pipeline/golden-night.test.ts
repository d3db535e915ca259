/**
 * A night from vendors' raw files to all its outputs. Where a difference is meant:
 * `npx vitest run test/pipeline/golden-night -u`, and look at what changed under `test/cases/raw-night/expected`.
 */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProject, type Project } from '../support/project.js';

const night = join(import.meta.dirname, '../cases/raw-night');
const expected = join(night, 'expected');
/** Its bytes are compared in `test/publish/golden.test.ts`. */
const page = 'report.html';

let project: Project;
beforeAll(() => {
  project = createProject();
  cpSync(join(night, 'input'), project.folder, { recursive: true });
});
afterAll(() => project.remove());

it('comes from Rasa, Amazon Connect and surveys to the same files', async () => {
  const ran = await project.run('nightly', '--config', 'handback.yaml', '--accept-data');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const files = project.files('out/2026-03-06');
  expect(files.delete(page)).toBe(true);
  for (const [name, text] of files) await expect(text).toMatchFileSnapshot(join(expected, name));
  const kept = readdirSync(expected, { recursive: true, withFileTypes: true });
  expect(kept.filter((one) => one.isFile())).toHaveLength(files.size);
});
