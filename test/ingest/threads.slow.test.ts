import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite.js';
import { createProject } from '../support/project.js';

const all = { from: 0, to: Number.MAX_SAFE_INTEGER };

it('stores the same records and says the same, however many threads read them', async () => {
  const project = createProject();
  await project.run('simulate', '--world', 'telco', '--journeys', '500', '--to', project.folder);
  const config = readFileSync(join(project.folder, 'handback.yaml'), 'utf8');
  const told = [];
  for (const workers of [1, 2]) {
    const [file, db, out] = ['yaml', 'db', 'out'].map((end) => `with-${workers}.${end}`);
    project.write(file as string, `${config}workers: ${workers}\ndatabase: ${db}\nout: ${out}\n`);
    const night = project.start('nightly', '--config', file as string, '--quiet');
    expect(await night.ended, night.output()).toBe(0);
    const store = openSqliteStore(join(project.folder, db as string));
    const records: unknown[] = [];
    for await (const page of store.sessions(all)) records.push(...page);
    for await (const page of store.contacts(all)) records.push(...page);
    await store.close();
    told.push({ records, files: project.files(out as string) });
  }
  expect(told[0]?.records.length).toBeGreaterThan(1500);
  expect(told[1]).toEqual(told[0]);
  project.remove();
}, 300_000);
