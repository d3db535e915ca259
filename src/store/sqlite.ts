/** The store on embedded SQLite. Statements are prepared once; writes run in one transaction a batch. */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, max, min, or, sql } from 'drizzle-orm';
import type { BotDefinition, Contact, Session, Survey } from '../domain/conversation.js';
import type { JourneyResult } from '../domain/journey.js';
import type { Ticket, TicketStatus } from '../domain/ticket.js';
import { type Db, openDatabase } from './open.js';
import * as t from './schema.js';
import type { Run, Saved, Span, Store, StoredReview } from './store.js';

const pageSize = 500;

const hash = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 32);
const value = <K extends string>(name: K) => sql.placeholder(name);

/** Opens (and creates, and migrates) the store at a path; `:memory:` for a store that lasts as long as the process. */
export function openSqliteStore(path: string): Store {
  const db = openDatabase(path);
  return {
    ...recordMethods(db),
    ...fileMethods(db),
    ...readMethods(db),
    ...resultMethods(db),
    ...runMethods(db),
    async close() {
      db.$client.close();
    },
  };
}

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
  write: (row: R) => void,
): Saved {
  const saved: Saved = { added: 0, changed: 0, same: 0 };
  db.transaction(() => {
    for (const row of rows) {
      const before = known(row.id);
      if (before?.hash === row.hash) {
        saved.same++;
        continue;
      }
      write(row);
      if (before) saved.changed++;
      else saved.added++;
    }
  });
  return saved;
}

function recordMethods(
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
  const surveyHash = db
    .select({ hash: t.surveys.hash })
    .from(t.surveys)
    .where(eq(t.surveys.id, value('id')))
    .prepare();
  const surveyWrite = db
    .insert(t.surveys)
    .values({ id: value('id'), hash: value('hash'), body: value('body') })
    .onConflictDoUpdate({ target: t.surveys.id, set: written })
    .prepare();

  const rowOf = (id: string, item: unknown): Row => {
    const body = JSON.stringify(item);
    return { id, body, hash: hash(body) };
  };

  return {
    async saveSessions(batch) {
      const rows = batch.map((session: Session) => ({
        ...rowOf(session.id, session),
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
        ...rowOf(contact.id, contact),
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
      const rows = batch.map((survey: Survey) => rowOf(survey.id, survey));
      return upsert(
        db,
        rows,
        (id) => surveyHash.get({ id }),
        (row) => surveyWrite.run({ ...row }),
      );
    },
    async saveDefinition(definition) {
      const { readAt, ...content } = definition;
      const key = hash(JSON.stringify(content));
      const { changes } = db
        .insert(t.definitions)
        .values({ hash: key, readAt, body: JSON.stringify(definition) })
        .onConflictDoNothing()
        .run();
      return { added: changes, changed: 0, same: 1 - changes };
    },
  };
}

function fileMethods(
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

/** Pages in order of a moment and an id: keyset, so that memory stays flat however many rows there are. */
async function* pages<T extends { id: string; startedAt: number }>(
  table: typeof t.sessions | typeof t.contacts,
  db: Db,
  span: Span,
): AsyncIterable<T[]> {
  const page = db
    .select({ id: table.id, startedAt: table.startedAt, body: table.body })
    .from(table)
    .where(
      and(
        or(
          gt(table.startedAt, value('at')),
          and(eq(table.startedAt, value('at')), gt(table.id, value('id'))),
        ),
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
    yield rows.map((row) => JSON.parse(row.body) as T);
    if (rows.length < pageSize) return;
    ({ id, startedAt: at } = last);
  }
}

function byId<T extends { id: string }>(
  table: typeof t.sessions | typeof t.contacts,
  db: Db,
  ids: readonly string[],
): T[] {
  const found = new Map<string, T>();
  for (let i = 0; i < ids.length; i += pageSize) {
    const rows = db
      .select({ body: table.body })
      .from(table)
      .where(inArray(table.id, ids.slice(i, i + pageSize)))
      .all();
    for (const row of rows) {
      const item = JSON.parse(row.body) as T;
      found.set(item.id, item);
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

function readMethods(
  db: Db,
): Pick<
  Store,
  | 'sessions'
  | 'contacts'
  | 'sessionsById'
  | 'contactsById'
  | 'allSurveys'
  | 'definition'
  | 'extent'
  | 'counts'
> {
  const count = sql<number>`count(*)`;
  return {
    sessions: (span) => pages<Session>(t.sessions, db, span),
    contacts: (span) => pages<Contact>(t.contacts, db, span),
    async sessionsById(ids) {
      return byId<Session>(t.sessions, db, ids);
    },
    async contactsById(ids) {
      return byId<Contact>(t.contacts, db, ids);
    },
    async allSurveys() {
      const rows = db
        .select({ body: t.surveys.body })
        .from(t.surveys)
        .orderBy(asc(t.surveys.id))
        .all();
      return rows.map((row) => JSON.parse(row.body) as Survey);
    },
    async definition(botId, at) {
      const rows = db
        .select()
        .from(t.definitions)
        .orderBy(desc(t.definitions.readAt), asc(t.definitions.hash))
        .all();
      const known = rows
        .map((row) => JSON.parse(row.body) as BotDefinition)
        .filter((definition) => botId === null || definition.botId === botId);
      return known.find((definition) => definition.readAt <= at) ?? known.at(-1) ?? null;
    },
    async extent() {
      const row = db
        .select({ first: min(t.sessions.startedAt), last: max(t.sessions.startedAt) })
        .from(t.sessions)
        .get();
      if (row?.first == null || row.last == null) return null;
      return { first: row.first, last: row.last };
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

function resultMethods(
  db: Db,
): Pick<
  Store,
  | 'saveJourneys'
  | 'journey'
  | 'journeys'
  | 'saveTickets'
  | 'ticketHistory'
  | 'tickets'
  | 'ticket'
  | 'saveReview'
  | 'reviews'
> {
  const journeyWrite = db
    .insert(t.journeys)
    .values({
      session: value('session'),
      night: value('night'),
      sessionId: value('sessionId'),
      contactId: value('contactId'),
      handoffAt: value('handoffAt'),
      body: value('body'),
    })
    .onConflictDoUpdate({
      target: t.journeys.session,
      set: {
        night: sql`excluded.night`,
        sessionId: sql`excluded.session_id`,
        contactId: sql`excluded.contact_id`,
        handoffAt: sql`excluded.handoff_at`,
        body: sql`excluded.body`,
      },
    })
    .prepare();
  const parse = (row: { body: string }) => JSON.parse(row.body) as JourneyResult;

  return {
    async saveJourneys(night, batch) {
      db.transaction(() => {
        for (const result of batch) {
          const { session, sessionId, contactId, handoffAt } = result;
          journeyWrite.run({
            session,
            night,
            sessionId,
            contactId,
            handoffAt,
            body: JSON.stringify(result),
          });
        }
      });
    },
    async journey(id) {
      const row = db
        .select({ body: t.journeys.body })
        .from(t.journeys)
        .where(
          or(
            eq(t.journeys.sessionId, id),
            eq(t.journeys.session, id),
            eq(t.journeys.contactId, id),
          ),
        )
        .orderBy(desc(t.journeys.handoffAt))
        .get();
      return row ? parse(row) : null;
    },
    async journeys({ limit }) {
      const rows = db
        .select({ body: t.journeys.body })
        .from(t.journeys)
        .orderBy(desc(t.journeys.handoffAt), asc(t.journeys.session))
        .limit(limit)
        .all();
      return rows.map(parse);
    },
    async saveTickets(night, tickets) {
      db.transaction((tx) => {
        tx.delete(t.tickets).where(eq(t.tickets.night, night)).run();
        for (const ticket of tickets) {
          const { id, rank } = ticket;
          tx.insert(t.tickets)
            .values({ night, id, rank, body: JSON.stringify(ticket) })
            .run();
        }
      });
    },
    async ticketHistory(night) {
      const seen = db
        .select({ id: t.tickets.id, since: min(t.tickets.night) })
        .from(t.tickets)
        .where(lt(t.tickets.night, night))
        .groupBy(t.tickets.id)
        .orderBy(asc(t.tickets.id))
        .all();
      const states = db
        .select()
        .from(t.ticketStates)
        .where(lte(t.ticketStates.on, night))
        .orderBy(asc(t.ticketStates.on))
        .all();
      const decided = new Map(states.map((state) => [state.id, state.status as TicketStatus]));
      return seen.map(({ id, since }) => ({
        id,
        since: since ?? night,
        status: decided.get(id) ?? 'open',
      }));
    },
    async tickets(night) {
      const rows = db
        .select({ body: t.tickets.body })
        .from(t.tickets)
        .where(eq(t.tickets.night, night))
        .orderBy(asc(t.tickets.rank))
        .all();
      return rows.map((row) => JSON.parse(row.body) as Ticket);
    },
    async ticket(id) {
      const rows = db
        .select({ night: t.tickets.night, body: t.tickets.body })
        .from(t.tickets)
        .where(eq(t.tickets.id, id))
        .orderBy(asc(t.tickets.night))
        .all();
      return rows.map((row) => ({ night: row.night, ticket: JSON.parse(row.body) as Ticket }));
    },
    async saveReview(stored) {
      const { decision, by, at } = stored.review;
      if (decision === 'pending') {
        db.delete(t.reviews).where(eq(t.reviews.suggestion, stored.suggestion)).run();
        return;
      }
      const row = {
        decision,
        by: by ?? null,
        at: Date.parse(at ?? ''),
        body: JSON.stringify(stored),
      };
      db.insert(t.reviews)
        .values({ suggestion: stored.suggestion, ...row })
        .onConflictDoUpdate({ target: t.reviews.suggestion, set: row })
        .run();
    },
    async reviews() {
      const rows = db
        .select({ body: t.reviews.body })
        .from(t.reviews)
        .orderBy(asc(t.reviews.suggestion))
        .all();
      return rows.map((row) => JSON.parse(row.body) as StoredReview);
    },
  };
}

function runMethods(db: Db): Pick<Store, 'beginRun' | 'finishRun' | 'runs' | 'lastGoodNight'> {
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
        ({ finishedAt, message, ...run }): Run => ({
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
