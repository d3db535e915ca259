import { and, asc, eq, gte, lt } from 'drizzle-orm';
import { learnedLinksBody, linkBody } from '../bodies.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { Store } from '../store.js';

/** What nights said about links, and what they learned of them. */
export function linkMethods(db: Db): Pick<Store, 'earlierLinks' | 'learnedLinks'> {
  return {
    async earlierLinks(night, { from, to }) {
      const rows = db
        .select({ session: t.links.session, body: t.links.body })
        .from(t.links)
        .where(
          and(lt(t.links.night, night), gte(t.links.handoffAt, from), lt(t.links.handoffAt, to)),
        )
        .orderBy(asc(t.links.night))
        .all();
      const newest = new Map(rows.map(({ session, body }) => [session, body]));
      return new Map([...newest].map(([session, body]) => [session, linkBody.read(body)]));
    },
    async learnedLinks(night) {
      const row = db.select().from(t.linkModels).where(eq(t.linkModels.night, night)).get();
      return row ? learnedLinksBody.read(row.body) : null;
    },
  };
}
