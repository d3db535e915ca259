/** Opening the database: pragmas, migrations, and the refusal of one that is newer than this code. */
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { NightError } from '../domain/errors.js';
import * as schema from './schema.js';

export type Db = BetterSQLite3Database<typeof schema> & { $client: SqliteDatabase.Database };

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

const journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

export interface OpenOptions {
  /** False: an older database is refused, not migrated. */
  migrate?: boolean;
}

/** @throws NightError when a newer version of Handback wrote the database, or it cannot be opened. */
export function openDatabase(path: string, { migrate: mayMigrate = true }: OpenOptions = {}): Db {
  const client = connect(path);
  try {
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = NORMAL');
    client.pragma('foreign_keys = ON');
    // What is deleted or replaced is overwritten, not left in the file for whoever reads it with other tools.
    client.pragma('secure_delete = ON');
    client.pragma('busy_timeout = 10000');
    const ours = readJournal().entries.at(-1)?.when ?? 0;
    const theirs = newestMigration(client);
    if (theirs > ours) throw new NightError(newer(path));
    if (!mayMigrate && theirs < ours) throw new NightError(older(path));
    const db = drizzle(client, { schema, casing: 'snake_case' });
    migrate(db, { migrationsFolder });
    return db;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** What helps a database whose file is damaged. The steps one by one: docs/deploy/README.md, which a test tries. */
export const restoreAdvice =
  'Stop Handback and keep a copy of the file and of those named -wal and -shm beside it. Put back your last backup without these two; "handback backfill" then makes the nights since. Without a backup, sqlite3 DAMAGED ".clone RESCUED" saves what can still be read; check RESCUED with "handback doctor --db RESCUED" before you put it in place. Where nothing can be read, move the database and health.json away and read the exports anew. Step by step: docs/deploy/README.md';

/** Whether SQLite says so of the file itself. */
export const isDamage = (error: unknown): boolean =>
  ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ'].some((code) =>
    String((error as { code?: unknown })?.code).startsWith(code),
  );

const ownerOnly = 0o600;

/** SQLite gives the files beside the database the mode of the database itself. */
function keepPrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', ownerOnly));
  for (const file of [path, `${path}-wal`, `${path}-shm`].filter((one) => existsSync(one))) {
    const { mode, uid } = statSync(file);
    if ((mode & 0o077) !== 0 && uid === process.getuid?.()) chmodSync(file, ownerOnly);
  }
}

function connect(path: string): SqliteDatabase.Database {
  try {
    if (path !== ':memory:') keepPrivate(path);
    return new SqliteDatabase(path);
  } catch (cause) {
    throw new NightError(`[store] [sqlite] ${path} cannot be opened: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/**
 * When the newest migration of a database is from; 0 for an empty one. drizzle applies what it knows and ignores the rest,
 * so a database from the future would be written to blindly.
 */
function newestMigration(client: SqliteDatabase.Database): number {
  const known = client
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (!known) return 0;
  const row = client.prepare('select max(created_at) as newest from __drizzle_migrations').get();
  return Number((row as { newest: number | null }).newest ?? 0);
}

const newer = (path: string): string =>
  `[store] [sqlite] ${path} was written by a newer version of Handback; update Handback, or name another database with --db`;
const older = (path: string): string =>
  `[store] [sqlite] ${path} was written by an older version of Handback and would have to be migrated first; run "handback status" for that`;

function readJournal(): z.infer<typeof journal> {
  const file = join(migrationsFolder, 'meta', '_journal.json');
  if (!existsSync(file))
    throw new NightError(`[store] [sqlite] ${file} is missing; reinstall Handback`);
  return journal.parse(JSON.parse(readFileSync(file, 'utf8')));
}
