import { hash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Contact, Session } from '../../domain/conversation.js';
import { contactBody, definitionBody, sessionBody, surveyBody } from '../bodies.js';
import { type JoinedSurvey, joinSurveys } from '../join-surveys.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { Saved, Store } from '../store.js';

const hashOf = (body: string): string => hash('sha256', body, 'hex').slice(0, 32);

const value = <K extends string>(name: K) => sql.placeholder(name);

interface Row {
  id: string;
  hash: string;
  body: string;
}

/** Writes what is new or changed of a batch, and says how much of each there was. */
function upsert<R extends Row>(
  db: Db,
  rows: readonly R[],
  known: (id: string) => { hash: string } | undefined,
  write: (row: R) => { changes: number },
): Saved {
  const saved: Saved = { added: 0, changed: 0, same: 0 };
  db.transaction(() => {
    for (const row of rows) {
      const before = known(row.id);
      if (before?.hash === row.hash) {
        saved.same++;
        continue;
      }
      const { changes } = write(row);
      if (changes === 0) saved.same++;
      else if (before) saved.changed++;
      else saved.added++;
    }
  });
  return saved;
}

/**
 * Trackers are dumped whole each time they are polled: of two readings of a session the one that ends later stays, or the one
 * with more turns, whichever file comes first.
 */
const notOlder = sql`(coalesce(json_extract(excluded.body, '$.endedAt'), 0), json_array_length(excluded.body, '$.turns'))
  >= (coalesce(json_extract(sessions.body, '$.endedAt'), 0), json_array_length(sessions.body, '$.turns'))`;

/** What ingest writes. */
export function recordMethods(
  db: Db,
): Pick<Store, 'saveSessions' | 'saveContacts' | 'saveSurveys' | 'saveDefinition'> {
  const written = {
    hash: sql`excluded.hash`,
    body: sql`excluded.body`,
  };
  const sessionHash = db
    .select({ hash: t.sessions.hash })
    .from(t.sessions)
    .where(eq(t.sessions.id, value('id')))
    .prepare();
  const sessionWrite = db
    .insert(t.sessions)
    .values({
      id: value('id'),
      startedAt: value('startedAt'),
      handoffAt: value('handoffAt'),
      hash: value('hash'),
      body: value('body'),
    })
    .onConflictDoUpdate({
      target: t.sessions.id,
      set: { ...written, startedAt: sql`excluded.started_at`, handoffAt: sql`excluded.handoff_at` },
      setWhere: notOlder,
    })
    .prepare();
  const contactHash = db
    .select({ hash: t.contacts.hash })
    .from(t.contacts)
    .where(eq(t.contacts.id, value('id')))
    .prepare();
  const contactWrite = db
    .insert(t.contacts)
    .values({
      id: value('id'),
      startedAt: value('startedAt'),
      hash: value('hash'),
      body: value('body'),
    })
    .onConflictDoUpdate({
      target: t.contacts.id,
      set: { ...written, startedAt: sql`excluded.started_at` },
    })
    .prepare();
  const surveyKnown = db
    .select({ hash: t.surveys.hash, body: t.surveys.body })
    .from(t.surveys)
    .where(eq(t.surveys.id, value('id')))
    .prepare();
  const surveyWrite = db
    .insert(t.surveys)
    .values({ id: value('id'), hash: value('hash'), body: value('body') })
    .onConflictDoUpdate({ target: t.surveys.id, set: written })
    .prepare();

  const rowOf = (id: string, body: string): Row => ({ id, body, hash: hashOf(body) });

  return {
    async saveSessions(batch) {
      const rows = batch.map((session: Session) => ({
        ...rowOf(session.id, sessionBody.write(session)),
        startedAt: session.startedAt,
        handoffAt: session.handoff?.at ?? null,
      }));
      return upsert(
        db,
        rows,
        (id) => sessionHash.get({ id }),
        (row) => sessionWrite.run({ ...row }),
      );
    },
    async saveContacts(batch) {
      const rows = batch.map((contact: Contact) => ({
        ...rowOf(contact.id, contactBody.write(contact)),
        startedAt: contact.startedAt,
      }));
      return upsert(
        db,
        rows,
        (id) => contactHash.get({ id }),
        (row) => contactWrite.run({ ...row }),
      );
    },
    async saveSurveys(batch) {
      const joined = new Map<string, JoinedSurvey>();
      for (const survey of batch) {
        const { id } = survey;
        const stored = joined.has(id) ? undefined : surveyKnown.get({ id });
        const before = joined.get(id) ?? (stored && surveyBody.read(stored.body));
        joined.set(id, before ? joinSurveys(before, survey) : survey);
      }
      const rows = [...joined].map(([id, survey]) => rowOf(id, surveyBody.write(survey)));
      return upsert(
        db,
        rows,
        (id) => surveyKnown.get({ id }),
        (row) => surveyWrite.run({ ...row }),
      );
    },
    async saveDefinition(definition) {
      const { readAt, ...content } = definition;
      const key = hashOf(JSON.stringify(content));
      const { changes } = db
        .insert(t.definitions)
        .values({ hash: key, readAt, body: definitionBody.write(definition) })
        .onConflictDoNothing()
        .run();
      return { added: changes, changed: 0, same: 1 - changes };
    },
  };
}
