import { and, asc, eq, gte, lt, lte } from 'drizzle-orm';
import { dayCountsBody, verificationBody } from '../bodies.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { Store } from '../store.js';

/** What went live, and what the days before and after say of it. */
export function releaseMethods(
  db: Db,
): Pick<
  Store,
  'saveRelease' | 'removeRelease' | 'releases' | 'dayCounts' | 'verificationsOf' | 'verifications'
> {
  const parse = ({ ticket, body }: { ticket: string; body: string }) => ({
    ticket,
    verification: verificationBody.read(body),
  });
  return {
    async saveRelease({ ticket, on, note }) {
      const row = { note: note ?? null };
      db.insert(t.releases)
        .values({ ticket, on, ...row })
        .onConflictDoUpdate({ target: [t.releases.ticket, t.releases.on], set: row })
        .run();
    },
    async removeRelease({ ticket, on }) {
      const own = and(eq(t.releases.ticket, ticket), eq(t.releases.on, on));
      return db.delete(t.releases).where(own).run().changes > 0;
    },
    async releases(night) {
      const rows = db
        .select()
        .from(t.releases)
        .where(lte(t.releases.on, night))
        .orderBy(asc(t.releases.on), asc(t.releases.ticket))
        .all();
      return rows.map(({ note, ...release }) => ({ ...release, ...(note !== null && { note }) }));
    },
    async dayCounts(from, to) {
      const rows = db
        .select({ body: t.dayCounts.body })
        .from(t.dayCounts)
        .where(and(gte(t.dayCounts.day, from), lte(t.dayCounts.day, to)))
        .orderBy(asc(t.dayCounts.day))
        .all();
      return rows.map((row) => dayCountsBody.read(row.body));
    },
    async verificationsOf(night) {
      const rows = db
        .select()
        .from(t.verifications)
        .where(eq(t.verifications.night, night))
        .orderBy(asc(t.verifications.release), asc(t.verifications.ticket))
        .all();
      return rows.map(parse);
    },
    async verifications(night) {
      const rows = db
        .select()
        .from(t.verifications)
        .where(lt(t.verifications.night, night))
        .orderBy(asc(t.verifications.night))
        .all();
      const newest = new Map(rows.map((row) => [JSON.stringify([row.ticket, row.release]), row]));
      return [...newest.values()].map(parse);
    },
  };
}
