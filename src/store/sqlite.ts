/** The store on embedded SQLite. Statements are prepared once; writes run in one transaction a batch. */
import { type OpenOptions, openDatabase } from './open.js';
import { deletionMethods } from './sqlite/deletions.js';
import { figureMethods } from './sqlite/figures.js';
import { fileMethods } from './sqlite/files.js';
import { keptEvidenceMethods } from './sqlite/kept-evidence.js';
import { linkMethods } from './sqlite/links.js';
import { nightMethods } from './sqlite/night.js';
import { nightLogMethods } from './sqlite/night-log.js';
import { readMethods } from './sqlite/reading.js';
import { recordMarkMethods } from './sqlite/record-marks.js';
import { recordMethods } from './sqlite/records.js';
import { releaseMethods } from './sqlite/releases.js';
import { resultMethods } from './sqlite/results.js';
import { runMethods } from './sqlite/runs.js';
import type { Store } from './store.js';

/** Opens (and creates, and migrates) the store at a path; `:memory:` for a store that lasts as long as the process. */
export function openSqliteStore(path: string, options: OpenOptions = {}): Store {
  const db = openDatabase(path, options);
  return {
    ...recordMethods(db),
    ...fileMethods(db),
    ...readMethods(db),
    ...keptEvidenceMethods(db),
    ...recordMarkMethods(db),
    ...linkMethods(db),
    ...resultMethods(db),
    ...releaseMethods(db),
    ...figureMethods(db),
    ...nightMethods(db),
    ...nightLogMethods(db),
    ...deletionMethods(db),
    ...runMethods(db),
    async close() {
      db.$client.close();
    },
  };
}
