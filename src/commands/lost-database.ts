/** A database that is gone while what it left beside it is there: a new one in its place would forget every decision without a word. */
import { existsSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Config } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import { readHealth } from '../pipeline/health/report-health.js';
import type { Store } from '../store/store.js';

type Places = Pick<Config, 'database' | 'schedule'>;

/** How `health.json` names the database that it speaks of: it still does when the folder has moved. */
export const databaseIn = ({ database, schedule }: Places): string =>
  relative(dirname(schedule.healthFile), database);

/** What to do about a database that had a good night and is not there, or is an empty file; null where nothing is lost. */
export function lostDatabase(config: Places): string | null {
  const isThere = existsSync(config.database) && statSync(config.database).size > 0;
  return isThere ? null : lossOf(config);
}

/** @throws UsageError where the database is lost */
export function mustNotBeLost(config: Places): void {
  const lost = lostDatabase(config);
  if (lost !== null) throw new UsageError(lost);
}

/** @throws UsageError where the database is lost, also where another made of nothing stands in its place */
export async function refuseLost(config: Places, store: Store): Promise<void> {
  const isEmpty = (await store.runs(1)).length === 0 && (await store.extent()) === null;
  const lost = isEmpty ? lossOf(config) : null;
  if (lost !== null) throw new UsageError(lost);
}

function lossOf(config: Places): string | null {
  const { database, schedule } = config;
  const health = readHealth(schedule.healthFile);
  if (!health?.lastGoodNight) return null;
  // Another may be tried out beside it.
  if (health.database !== undefined && health.database !== databaseIn(config)) return null;
  return `${database}: the database is gone or empty, and it had a good night of ${health.lastGoodNight} (${schedule.healthFile}). Put it back from your backup. For a new one, which knows of no decision, release or earlier night, remove ${schedule.healthFile} first`;
}
