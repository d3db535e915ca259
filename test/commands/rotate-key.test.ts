import { copyFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

const phone = '+447700900123';
const customer = { phone, email: 'jane.roe@firm.test' };
const told = (n: number) => [
  botSession(n, { customer }),
  agentContact(n, { customer, handoff_key: undefined }),
  { type: 'survey', customer, responded_at: `2026-03-02T1${n}:00:00Z`, csat: 2 },
];

describe('handback rotate-key', () => {
  let project: Project;
  // The key is in its file.
  const run = (...args: string[]) => project.runWith({ HANDBACK_KEY: '' }, ...args);
  const at = (path: string) => join(project.folder, path);
  const rows = () => {
    const db = new Database(at('.handback/handback.db'), { readonly: true });
    const all = ['sessions', 'contacts', 'surveys'].flatMap((table) =>
      (db.prepare(`select * from ${table} order by rowid`).all() as { body: string }[]).map(
        (row) => ({ ...row, record: JSON.parse(row.body) }),
      ),
    );
    db.close();
    return all;
  };
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout);

  beforeAll(async () => {
    project = createProject();
    project.write('config/handback.yaml', config());
    project.write('data/all.ndjson', [1, 2, 3].flatMap(told));
    await run('nightly', '--accept-data');
  }, 120_000);
  afterAll(() => project.remove());

  it('gives other hashes, of which those that were equal are equal, and leaves no old one in the files', async () => {
    const before = rows();
    const { code, stdout } = await run('rotate-key');
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching('has 2 now') });
    const after = rows();
    const phones = (all: typeof before) => new Set(all.map(({ record }) => record.customer.phone));
    expect(phones(before).size).toBe(1);
    expect(phones(after).size).toBe(1);
    expect(phones(after)).not.toEqual(phones(before));
    const [old = ''] = phones(before);
    for (const file of ['.handback/handback.db', '.handback/handback.db-wal'].map(at))
      if (existsSync(file)) expect(readFileSync(file, 'latin1')).not.toContain(old);
    expect(statSync(at('.handback/key')).mode & 0o777).toBe(0o600);
    expect(existsSync(at('.handback/key.next'))).toBe(false);
  });

  it('knows what is delivered again, so that nothing changes', async () => {
    const before = rows();
    project.write('data/again.ndjson', [1, 2, 3].flatMap(told));
    const again = await json('nightly', '--accept-data');
    expect(again.links).toMatchObject({ handoffs: 3 });
    expect(rows()).toEqual(before);
  });

  it('lets what comes after link and be erased by a number as before', async () => {
    project.write('data/more.ndjson', told(4));
    expect((await json('nightly', '--accept-data')).links.handoffs).toBe(4);
    expect((await json('erase', phone)).found).toEqual({ sessions: 4, contacts: 4, surveys: 4 });
  });

  it('takes up a rotation that was killed before the key file had its new key', async () => {
    copyFileSync(at('.handback/key'), at('key.before'));
    await run('rotate-key');
    renameSync(at('.handback/key'), at('.handback/key.next'));
    renameSync(at('key.before'), at('.handback/key'));
    expect((await run('nightly', '--accept-data')).code).toBe(0);
    expect(readFileSync(at('.handback/key'), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('refuses a key from the environment', async () => {
    const environment = { HANDBACK_KEY: 'sixteen letters!' };
    const { code, stderr } = await project.runWith(environment, 'rotate-key');
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching('HANDBACK_KEY'),
    });
  });
});
