import { createHash } from 'node:crypto';
import { and, asc, desc, eq, inArray, lt, ne } from 'drizzle-orm';
import type { KeptEvidence, KeptEvidenceStore, RecordSide } from '../kept-evidence.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';

/** SQLite takes a bounded number of parameters; a page of this many is one statement. */
const pageSize = 500;

const pagesOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / pageSize) }, (_, i) =>
    items.slice(i * pageSize, (i + 1) * pageSize),
  );

export function keptEvidenceMethods(db: Db): KeptEvidenceStore {
  const write = db.$client.prepare<[string, string, string, string, string]>(
    `insert into session_evidence (session, kind, night, source, body) values (?, ?, ?, ?, ?)
     on conflict (session, kind) do update set night = excluded.night, source = excluded.source, body = excluded.body`,
  );
  return {
    async evidence(kind, sessions) {
      const rows = pagesOf(sessions).flatMap((page) =>
        db
          .select()
          .from(t.sessionEvidence)
          .where(and(inArray(t.sessionEvidence.session, page), eq(t.sessionEvidence.kind, kind)))
          .all(),
      );
      return new Map(rows.map((row) => [row.session, row as KeptEvidence]));
    },
    async keepEvidence(batch) {
      db.transaction(() => {
        for (const { session, kind, night, source, body } of batch)
          write.run(session, kind, night, source, body);
      });
    },
    ...keptDayMethods(db),
    async learned(night) {
      const newest = db
        .select()
        .from(t.learned)
        .where(lt(t.learned.night, night))
        .orderBy(desc(t.learned.night))
        .limit(1)
        .get();
      if (!newest) return null;
      const rows = db
        .select({ body: t.lessons.body })
        .from(t.lessons)
        .where(eq(t.lessons.night, newest.night))
        .orderBy(asc(t.lessons.session))
        .all();
      return { ...newest, lessons: rows.map(({ body }) => body) };
    },
    async classifiers() {
      const rows = db.select().from(t.classifiers).all();
      return new Map(rows.map(({ key, body }) => [key, body]));
    },
    async keepClassifiers(judgedBy, batch) {
      db.transaction(() => {
        db.delete(t.classifiers).where(ne(t.classifiers.judgedBy, judgedBy)).run();
        for (const [key, body] of batch)
          db.insert(t.classifiers)
            .values({ key, judgedBy, body: Buffer.from(body) })
            .onConflictDoNothing()
            .run();
      });
    },
    async recordHashes(of, ids) {
      const table = of === 'sessions' ? t.sessions : t.contacts;
      const rows = pagesOf(ids).flatMap((page) =>
        db
          .select({ id: table.id, hash: table.hash })
          .from(table)
          .where(inArray(table.id, page))
          .all(),
      );
      return new Map(rows.map(({ id, hash }) => [id, hash]));
    },
  };
}

/** What is kept of whole days. */
function keptDayMethods(db: Db): Pick<KeptEvidenceStore, 'keptDay' | 'keepDay' | 'recordsHash'> {
  const { daySides: days } = t;
  const isDay = (side: RecordSide, startsAt: number) =>
    and(eq(days.side, side), eq(days.startsAt, startsAt));
  const hashesOf = (side: RecordSide) =>
    db.$client.prepare<[number, number], { id: string; hash: string }>(
      `select id, hash from ${side} where started_at >= ? and started_at < ? order by started_at, id`,
    );
  const hashes = { sessions: hashesOf('sessions'), contacts: hashesOf('contacts') };
  return {
    async keptDay(side, startsAt) {
      const rows = db
        .select()
        .from(days)
        .where(isDay(side, startsAt))
        .orderBy(asc(days.part))
        .all();
      const [first] = rows;
      return first
        ? { side, startsAt, source: first.source, parts: rows.map(({ body }) => body) }
        : null;
    },
    async keepDay({ side, startsAt, source, parts }) {
      db.transaction(() => {
        db.delete(days).where(isDay(side, startsAt)).run();
        for (const [part, body] of parts.entries())
          db.insert(days).values({ side, startsAt, part, source, body }).run();
      });
    },
    async recordsHash(side, { from, to }) {
      const sum = createHash('sha256');
      for (const { id, hash } of hashes[side].iterate(from, to)) sum.update(`${id} ${hash}\n`);
      return sum.digest('base64url').slice(0, 22);
    },
  };
}
