/** What `npm publish` would ship, unpacked elsewhere and run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/domain/version.js';
import { config, createProject } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

const root = resolve(import.meta.dirname, '../..');

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handback-package-'));
  let files: string[] = [];

  beforeAll(() => {
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const [packed] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' })) as {
      filename: string;
      files: { path: string }[];
    }[];
    files = packed?.files.map(({ path }) => path) ?? [];
    execFileSync('tar', ['-xzf', join(folder, packed?.filename ?? ''), '-C', folder]);
    symlinkSync(join(root, 'node_modules'), join(folder, 'package/node_modules'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('holds the program, its migrations, words and licence, and neither sources, tests nor secrets', () => {
    for (const path of [
      'LICENSE',
      'README.md',
      'dist/cli.js',
      'config/lexicon.en.yaml',
      'config/template.yaml',
    ])
      expect(files).toContain(path);
    const { entries } = JSON.parse(
      readFileSync(join(root, 'migrations/meta/_journal.json'), 'utf8'),
    ) as { entries: { tag: string }[] };
    for (const { tag } of entries) expect(files).toContain(`migrations/${tag}.sql`);
    expect(
      files.filter((path) => /^(src|test)\/|(^|\/)\.(env|handback)|\.db$|(^|\/)key$/.test(path)),
    ).toEqual([]);
  });

  it('may be published: all that is in it is ours, under the licence that is in it', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'));
    expect(manifest).toMatchObject({ license: 'MIT' });
    expect(manifest).not.toHaveProperty('private');
    expect(files.filter((path) => path.includes('node_modules'))).toEqual([]);
  });

  it('says its version, and that of the code is that of the package', () => {
    const { version: packaged } = JSON.parse(
      readFileSync(join(folder, 'package/package.json'), 'utf8'),
    ) as { version: string };
    expect(version).toBe(packaged);
  });

  it('runs a night in an empty folder', () => {
    const project = createProject();
    project.write('config/handback.yaml', config());
    project.write('data/all.ndjson', [botSession(1), agentContact(1)]);
    mkdirSync(join(project.folder, 'tmp'));
    const ran = spawnSync(process.execPath, [join(folder, 'package/dist/cli.js'), 'nightly'], {
      cwd: project.folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '' },
    });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    expect(existsSync(join(project.folder, 'out/2026-03-02/report.html'))).toBe(true);
    project.remove();
  }, 60_000);
});
