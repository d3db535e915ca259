import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite.js';
import { said, session } from '../support/conversations.js';

const migrations = resolve(import.meta.dirname, '../../migrations');
const [first = ''] = readdirSync(migrations)
  .filter((name) => name.endsWith('.sql'))
  .sort();
interface Entry {
  when: number;
  tag: string;
}
const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as {
  entries: Entry[];
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handback-first-'));
  path = join(folder, 'handback.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A database as the first version of Handback left it, with a session and a good night in it. */
function writeFirst(): void {
  const raw = new Database(path);
  for (const statement of readFileSync(join(migrations, first), 'utf8').split(
    '--> statement-breakpoint',
  ))
    raw.exec(statement);
  raw.exec(
    'create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)',
  );
  raw
    .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
    .run('first', journal.entries[0]?.when);
  const one = session([said('hello')]);
  raw
    .prepare('insert into sessions (id, started_at, hash, body) values (?, ?, ?, ?)')
    .run(one.id, one.startedAt, 'h', JSON.stringify(one));
  raw
    .prepare('insert into runs (night, status, started_at) values (?, ?, ?)')
    .run('2026-03-02', 'good', 1);
  raw.close();
}

describe('a database of the very first schema', () => {
  it('is brought up to date with what it holds, and written to like a new one', async () => {
    writeFirst();
    const store = openSqliteStore(path);
    const one = session([said('hello')]);
    expect(await store.sessionsById([one.id])).toEqual([one]);
    expect(await store.lastGoodNight()).toBe('2026-03-02');
    expect(await store.suggestRecord('2026-03-02')).toBeNull();
    const record = { order: ['sg-1'], labelNoise: null, faults: [] };
    await store.saveNight('2026-03-03', { suggestRecord: record, figures: [], verifications: [] });
    expect(await store.suggestRecord('2026-03-03')).toEqual(record);
    await store.close();
    const raw = new Database(path);
    const { n } = raw.prepare('select count(*) as n from __drizzle_migrations').get() as {
      n: number;
    };
    expect(n).toBe(journal.entries.length);
    raw.close();
  });

  it('is refused, not touched, where nothing may be migrated', () => {
    writeFirst();
    const before = readFileSync(path);
    expect(() => openSqliteStore(path, { migrate: false })).toThrow(
      /older version.*migrated first/,
    );
    expect(readFileSync(path).length).toBe(before.length);
    const raw = new Database(path);
    expect(raw.prepare('select count(*) as n from __drizzle_migrations').get()).toEqual({ n: 1 });
    raw.close();
  });
});
