import { desc, eq, max } from 'drizzle-orm';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { NightRun, Store } from '../store.js';

/** Which nights ran, and how they ended. */
export function runMethods(
  db: Db,
): Pick<Store, 'beginRun' | 'finishRun' | 'runs' | 'lastGoodNight'> {
  return {
    async beginRun(night, at) {
      const row = { status: 'running' as const, startedAt: at, finishedAt: null, message: null };
      db.insert(t.runs)
        .values({ night, ...row })
        .onConflictDoUpdate({ target: t.runs.night, set: row })
        .run();
    },
    async finishRun({ night, status, at, message }) {
      db.update(t.runs)
        .set({ status, finishedAt: at, message: message ?? null })
        .where(eq(t.runs.night, night))
        .run();
    },
    async runs(limit) {
      const rows = db.select().from(t.runs).orderBy(desc(t.runs.night)).limit(limit).all();
      return rows.map(
        ({ finishedAt, message, ...run }): NightRun => ({
          ...run,
          ...(finishedAt !== null && { finishedAt }),
          ...(message !== null && { message }),
        }),
      );
    },
    async lastGoodNight() {
      const row = db
        .select({ night: max(t.runs.night) })
        .from(t.runs)
        .where(eq(t.runs.status, 'good'))
        .get();
      return row?.night ?? null;
    },
  };
}
