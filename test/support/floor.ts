/** The least that a first night could cost: reading the same bytes, parsing each record, and one prepared insert a record in one transaction. */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';

export interface Cost {
  /** Seconds on the processor, all threads together. */
  processor: number;
  /** Seconds by the clock. */
  wall: number;
}

/** @param files of JSON lines */
export async function floorOf(files: readonly string[]): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'handback-floor-'));
  const db = new Database(join(folder, 'floor.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec('create table records (at integer primary key, body text not null)');
  const insert = db.prepare('insert into records (body) values (?)');
  const before = process.cpuUsage();
  const start = performance.now();
  db.exec('begin');
  for (const file of files)
    for await (const line of createInterface({ input: createReadStream(file) }))
      insert.run(JSON.stringify(JSON.parse(line)));
  db.exec('commit');
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return { processor: (user + system) / 1e6, wall };
}
