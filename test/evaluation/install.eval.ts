/**
 * What `npm pack` makes, installed from its tarball into an empty folder as a user would, and run there. Needs the registry and a
 * compiler. HANDBACK_PEERS names a folder into which `npm install publint` was done; this then reads the same tarball.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { config } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

const root = resolve(import.meta.dirname, '../..');

it('installs from its tarball into an empty folder, and runs a night there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handback-install-'));
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8' })) as {
    filename: string;
    size: number;
  }[];
  const tarball = join(folder, packed?.filename ?? '');
  const peers = process.env.HANDBACK_PEERS;
  if (peers !== undefined) {
    const publint = join(peers, 'node_modules/.bin/publint');
    const said = spawnSync(publint, ['--strict', tarball], { encoding: 'utf8' });
    expect({ status: said.status, said: said.stdout }).toMatchObject({ status: 0 });
  }
  const start = Date.now();
  // Without a prefix npm takes whatever folder above has a package.json.
  const quiet = ['--prefix', folder, '--no-audit', '--no-fund', '--omit=optional'];
  execFileSync('npm', ['install', ...quiet, tarball], {
    cwd: folder,
    stdio: 'pipe',
  });
  const seconds = Math.round((Date.now() - start) / 1000);
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'config/handback.yaml'), config());
  const records = [botSession(1), agentContact(1)];
  writeFileSync(
    join(folder, 'data/all.ndjson'),
    records.map((one) => JSON.stringify(one)).join('\n'),
  );
  const handback = join(folder, 'node_modules/.bin/handback');
  const ran = spawnSync(handback, ['nightly', '--accept-data'], { cwd: folder, encoding: 'utf8' });
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
  expect(existsSync(join(folder, 'out/2026-03-02/report.html'))).toBe(true);
  console.log(
    `=== tarball ${Math.round((packed?.size ?? 0) / 1024)} KB, installed in ${seconds} s`,
  );
  rmSync(folder, { recursive: true });
});
