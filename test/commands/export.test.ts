import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeManifest } from '../../src/publish/manifest.js';
import { openSqliteStore } from '../../src/store/sqlite.js';
import { phrase, suggestion } from '../publish/fixture.js';
import { config, createProject, type Project } from '../support/project.js';

const night = '2026-03-02';
const base = 'nlu:\n- intent: greet\n  examples: |\n    - hi\n    - hello\n';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let project: Project;
beforeEach(async () => {
  project = createProject();
  project.write('config/handback.yaml', config('training_data: {format: rasa, path: bot}'));
  project.write('bot/nlu.yml', base);
  project.write('data/all.ndjson', []);
  const store = openSqliteStore(join(project.folder, '.handback/handback.db'));
  const greeting = suggestion({ intent: 'greet', phrases: [phrase('good day')] });
  await store.beginRun(night, 1);
  await store.saveNight(night, { suggestions: [greeting] });
  await store.finishRun({ night, status: 'good', at: 2 });
  await store.close();
  project.write(
    `out/${night}/import/rasa/manifest.yaml`,
    writeManifest({
      schema: 'handback/import/1',
      vendor: 'rasa',
      suggestions: [greeting.id],
      files: [{ path: 'nlu.yml', base_sha256: sha256(base), sha256: sha256('its result') }],
      notes: [],
    }),
  );
});
afterEach(() => project.remove());

const run = (...more: string[]) =>
  project.run('export', '--vendor', 'rasa', '--to', 'import', ...more);

describe('handback export', () => {
  const manifest = () => project.files('import/import/rasa').get('manifest.yaml') ?? '';

  it('writes what a person has accepted, and says who', async () => {
    await project.run('review', 'accept', 's-1', '--by', 'ada');
    expect(await run()).toMatchObject({ code: 0, stderr: '' });
    expect(project.files('import/import/rasa').get('nlu.yml')).toContain('- good day');
    expect(manifest()).toMatch(/id: s-1\s+decision: accepted\s+by: ada\s+at: \S+/);
    expect(project.files('import/import/rasa').get('tests/test_handback.yml')).toMatch(
      /user: \|\s+good day\s+intent: greet/,
    );
    expect(manifest()).toContain('path: tests/test_handback.yml');
  });

  it('writes nothing that nobody has decided, unless asked for by name', async () => {
    const { stdout } = await run();
    expect(stdout).toMatch(/Nothing has been accepted/);
    expect(stdout).toMatch(/1 more passed the test and wait for a person/);
    expect([...project.files('import/import/rasa').keys()]).toEqual(['manifest.yaml']);
    expect((await run('--pending')).stdout).toMatch(/and 1 that nobody has read/);
    expect(project.files('import/import/rasa').get('nlu.yml')).toContain('- good day');
    expect(manifest()).toMatch(/id: s-1\s+decision: pending/);
  });

  it('writes nothing the second time, when what it wrote was applied', async () => {
    await project.run('review', 'accept', 's-1');
    await run();
    const wrote = project.files('import');
    project.write('bot/nlu.yml', wrote.get('import/rasa/nlu.yml') ?? '');
    for (let time = 0; time < 2; time++) {
      const { code, stdout } = await run();
      expect([code, stdout]).toEqual([0, 'import: nothing new, the training data has it.\n']);
      expect(project.files('import')).toEqual(wrote);
    }
    project.write('bot/nlu.yml', `${base}    - by hand\n`);
    expect((await run()).code).toBe(2);
  });

  it('is refused where the training files have changed since the night, and writes nothing', async () => {
    project.write('bot/nlu.yml', `${base}    - by hand\n`);
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toMatch(/training_data: nlu\.yml: changed since .*run the night again/);
    expect(() => project.files('import')).toThrow();
  });
});
