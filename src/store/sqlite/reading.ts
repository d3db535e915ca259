import { and, asc, desc, gt, gte, lt, max, min, sql } from 'drizzle-orm';
import { contactBody, definitionBody, sessionBody, surveyBody } from '../bodies.js';
import type { Body } from '../body.js';
import { responseOf } from '../join-surveys.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { Span, Store } from '../store.js';

const pageSize = 100;
const value = <K extends string>(name: K) => sql.placeholder(name);

/** Pages in order of a moment and an id: keyset, so that memory stays flat however many rows there are. */
async function* pages<T extends { id: string; startedAt: number }>(
  table: typeof t.sessions | typeof t.contacts,
  body: Body<T>,
  db: Db,
  span: Span,
): AsyncIterable<T[]> {
  const page = db
    .select({ id: table.id, startedAt: table.startedAt, body: table.body })
    .from(table)
    .where(
      and(
        // A row value is a place in the index. The same condition in "or" and "and" makes SQLite read the table from its start for every page.
        sql`(${table.startedAt}, ${table.id}) > (${value('at')}, ${value('id')})`,
        lt(table.startedAt, value('to')),
      ),
    )
    .orderBy(asc(table.startedAt), asc(table.id))
    .limit(pageSize)
    .prepare();
  let at = span.from - 1;
  let id = '\u{10ffff}';
  for (;;) {
    const rows = page.all({ at, id, to: span.to });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => body.read(row.body));
    if (rows.length < pageSize) return;
    ({ id, startedAt: at } = last);
  }
}

/** @returns what reads those of the ids that there are, in their order */
function byId<T>(
  table: 'sessions' | 'contacts',
  body: Body<T>,
  { $client }: Db,
): (ids: readonly string[]) => Promise<T[]> {
  const one = $client.prepare<[string], string>(`select body from ${table} where id = ?`).pluck();
  return async (ids) =>
    ids.flatMap((id) => {
      const text = one.get(id);
      return text === undefined ? [] : [body.read(text)];
    });
}

/** What a night reads. */
export function readMethods(
  db: Db,
): Pick<
  Store,
  | 'sessions'
  | 'contacts'
  | 'sessionsById'
  | 'contactsById'
  | 'allSurveys'
  | 'contactPlatforms'
  | 'definition'
  | 'definitions'
  | 'extent'
  | 'newestContact'
  | 'counts'
> {
  const count = sql<number>`count(*)`;
  return {
    sessions: (span) => pages(t.sessions, sessionBody, db, span),
    contacts: (span) => pages(t.contacts, contactBody, db, span),
    sessionsById: byId('sessions', sessionBody, db),
    contactsById: byId('contacts', contactBody, db),
    async allSurveys() {
      const rows = db
        .select({ body: t.surveys.body })
        .from(t.surveys)
        .orderBy(asc(t.surveys.id))
        .all();
      return rows.map((row) => responseOf(surveyBody.read(row.body)));
    },
    async contactPlatforms() {
      // From the first id of one platform to the first of the next: a few look-ups, however many contacts there are.
      const firstAfter = (id: string) =>
        db
          .select({ body: t.contacts.body })
          .from(t.contacts)
          .where(gt(t.contacts.id, id))
          .orderBy(asc(t.contacts.id))
          .limit(1)
          .get();
      const platforms: string[] = [];
      for (let row = firstAfter(''); row; ) {
        const { platform } = contactBody.read(row.body);
        platforms.push(platform);
        row = firstAfter(`${platform}/\u{10ffff}`);
      }
      return platforms;
    },
    async definition(botId) {
      const rows = db
        .select()
        .from(t.definitions)
        .orderBy(desc(t.definitions.readAt), asc(t.definitions.hash))
        .all();
      const known = rows
        .map((row) => definitionBody.read(row.body))
        .filter((definition) => botId === null || definition.botId === botId);
      return known[0] ?? null;
    },
    async definitions({ platform, botId }, before) {
      const rows = db
        .select()
        .from(t.definitions)
        .where(lt(t.definitions.readAt, before))
        .orderBy(asc(t.definitions.readAt), asc(t.definitions.hash))
        .all();
      return rows
        .map((row) => definitionBody.read(row.body))
        .filter((one) => one.platform === platform && one.botId === botId);
    },
    async extent() {
      const row = db
        .select({ first: min(t.sessions.startedAt), last: max(t.sessions.startedAt) })
        .from(t.sessions)
        .get();
      if (row?.first == null || row.last == null) return null;
      return { first: row.first, last: row.last };
    },
    async newestContact(before) {
      const row = db
        .select({ last: max(t.contacts.startedAt) })
        .from(t.contacts)
        .where(lt(t.contacts.startedAt, before))
        .get();
      return row?.last ?? null;
    },
    async counts() {
      const one = (
        table: typeof t.sessions | typeof t.contacts | typeof t.surveys | typeof t.quarantine,
      ) => db.select({ n: count }).from(table).get()?.n ?? 0;
      const handoffs =
        db.select({ n: count }).from(t.sessions).where(gte(t.sessions.handoffAt, 0)).get()?.n ?? 0;
      return {
        sessions: one(t.sessions),
        handoffs,
        contacts: one(t.contacts),
        surveys: one(t.surveys),
        quarantined: one(t.quarantine),
      };
    },
  };
}
