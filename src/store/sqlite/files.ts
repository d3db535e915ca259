import { asc, eq } from 'drizzle-orm';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { Store } from '../store.js';

/** Which files were read, and what was set aside of them. */
export function fileMethods(
  db: Db,
): Pick<Store, 'wasRead' | 'beginFile' | 'finishFile' | 'saveQuarantine' | 'quarantine'> {
  return {
    async wasRead(file, fingerprint) {
      const row = db.select().from(t.files).where(eq(t.files.path, file)).get();
      return row?.fingerprint === fingerprint;
    },
    async beginFile(file) {
      db.transaction((tx) => {
        tx.delete(t.files).where(eq(t.files.path, file)).run();
        tx.delete(t.quarantine).where(eq(t.quarantine.file, file)).run();
      });
    },
    async finishFile(path, fingerprint) {
      db.insert(t.files)
        .values({ path, fingerprint })
        .onConflictDoUpdate({ target: t.files.path, set: { fingerprint } })
        .run();
    },
    async saveQuarantine(batch) {
      db.transaction((tx) => {
        for (const entry of batch)
          tx.insert(t.quarantine).values(entry).onConflictDoNothing().run();
      });
    },
    async quarantine() {
      return db
        .select()
        .from(t.quarantine)
        .orderBy(asc(t.quarantine.file), asc(t.quarantine.line), asc(t.quarantine.reason))
        .all();
    },
  };
}
