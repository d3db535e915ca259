/** The SQLite file of Rasa's tracker store or event broker, read as rows. The only database of others that is opened. */
import Database from 'better-sqlite3';
import type { JsonObject } from '../../../lib/json.js';
import type { InputFile } from '../../input/input.js';

const magic = 'SQLite format 3\0';

export async function isSqlite(file: InputFile): Promise<boolean> {
  for await (const chunk of file.chunks()) return chunk.toString('latin1').startsWith(magic);
  return false;
}

export type DatabaseRow = { line: number; row: JsonObject } | { line: number; fault: string };

/** Rows of the table `events` in the order in which they were written; `line` is their place in it. */
export function* databaseRows(path: string): Generator<DatabaseRow> {
  let line = 0;
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    // `select *`: an event broker's table lacks some columns of a tracker store's.
    const rows = database.prepare('select * from events order by id').iterate();
    for (const row of rows) yield { line: ++line, row: row as JsonObject };
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    yield {
      line: line + 1,
      fault: `no readable tracker store (${error.code}): expected an SQLite database with the table events`,
    };
  } finally {
    database?.close();
  }
}
