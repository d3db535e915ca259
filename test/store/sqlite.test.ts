import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NightError } from '../../src/domain/errors.js';
import { openSqliteStore } from '../../src/store/sqlite.js';
import { said, session } from '../support/conversations.js';
import { storeContract } from './contract.js';

storeContract('SQLite', () => openSqliteStore(':memory:'));

describe('a database file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'handback-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('outlives the process that wrote it, in WAL and with foreign keys', async () => {
    const path = join(folder, 'deep', 'handback.db');
    const store = openSqliteStore(path);
    await store.saveSessions([session([said('hello')])]);
    await store.close();
    const raw = new Database(path);
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(raw.prepare('select count(*) as n from sessions').get()).toEqual({ n: 1 });
    raw.close();
    const again = openSqliteStore(path);
    expect(await again.counts()).toMatchObject({ sessions: 1 });
    await again.close();
  });

  it('of a newer Handback is refused, and says what to do', async () => {
    const path = join(folder, 'handback.db');
    await openSqliteStore(path).close();
    const raw = new Database(path);
    raw.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('x', 9e15);
    raw.close();
    expect(() => openSqliteStore(path)).toThrow(NightError);
    expect(() => openSqliteStore(path)).toThrow(/newer version.*--db/);
  });

  it('that is no database is refused', () => {
    const path = join(folder, 'letter.db');
    writeFileSync(path, 'Dear customer, '.repeat(100));
    expect(() => openSqliteStore(path)).toThrow(/not a database/);
  });

  it('forgets one customer and leaves those alone whose ids and hashes hold the same signs', async () => {
    const store = openSqliteStore(':memory:');
    const of = (sessionId: string, phone: string) =>
      session([said('hello')], { id: `chat/shop/${sessionId}`, sessionId, customer: { phone } });
    const kept = [of('s12-b', '00000000000000aa'), of('s123', 'a1798399s12f4ba2')];
    await store.saveSessions([of('s12', 'ffffffffffffffff'), ...kept]);
    const records = await store.customerRecords(['ffffffffffffffff'], []);
    expect(records.sessions).toEqual(['chat/shop/s12']);
    await store.erase(records);
    const left = [];
    for await (const page of store.sessions({ from: 0, to: Number.MAX_SAFE_INTEGER }))
      left.push(...page);
    expect(left).toEqual(kept);
    await store.close();
  });
});
