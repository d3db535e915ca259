/** A database under a further key: every keyed hash in it is hashed again. */
import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Contact, Identity, Session, Survey } from '../../domain/conversation.js';
import { contactBody, sessionBody, surveyBody } from '../bodies.js';
import type { Body } from '../body.js';
import type { RowCounts } from '../deletions.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import { markStage } from './record-marks.js';
import { tablesOf } from './tables.js';

/** Their tokens are rehashed with the rest of them. */
const ofRecords = ['sessions', 'contacts', 'surveys'];

type Rehash = (digits: string) => string;
type Record = Session | Contact | Survey;

const token = /⟨([a-z_]+):([0-9a-f]{6,16})⟩/g;
/** Stands where an erased customer's hash stood. */
const noDigits = /^0+$/;

export function rehashRows(
  db: Db,
  rehash: Rehash,
  surveyId: (survey: Survey) => string,
  { name, value }: { name: string; value: string },
): RowCounts {
  // Ids hold tokens, too, and tables that refer to each other are written one after the other.
  db.$client.pragma('defer_foreign_keys = on');
  const rows: RowCounts = {};
  rows.session_evidence = db.delete(t.sessionEvidence).run().changes;
  rows.day_sides = db.delete(t.daySides).run().changes;
  // All records get other hashes, and yet none of them is another: with no marks to compare, what is linked stays.
  db.delete(t.stageOutputs).where(eq(t.stageOutputs.stage, markStage)).run();
  rows.learned = db.delete(t.learned).run().changes;
  rows.classifiers = db.delete(t.classifiers).run().changes;
  rows.sessions = rehashRecords(db, 'sessions', sessionBody, rehash, (one) =>
    rehashSession(one, rehash),
  );
  rows.contacts = rehashRecords(db, 'contacts', contactBody, rehash, (one) =>
    rehashCustomer(one, rehash),
  );
  rows.surveys = rehashRecords(db, 'surveys', surveyBody, rehash, (one) =>
    rehashSurvey(one, rehash, surveyId),
  );
  for (const table of tablesOf(db).filter((name) => !ofRecords.includes(name)))
    rows[table] = (rows[table] ?? 0) + rehashTokens(db, table, rehash);
  db.insert(t.settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: t.settings.name, set: { value: sql`excluded.value` } })
    .run();
  return rows;
}

/** The fingerprint by which a record is known again follows its body, unless something was taken out of this before. */
function rehashRecords<T extends Record>(
  db: Db,
  table: string,
  kind: Body<T>,
  rehash: Rehash,
  change: (record: T) => T,
): number {
  const { $client } = db;
  const rows = $client.prepare(`select rowid, hash, body from ${table}`).all() as Row[];
  const write = $client.prepare(`update ${table} set id = ?, hash = ?, body = ? where rowid = ?`);
  for (const { rowid, hash, body } of rows) {
    const record = change(kind.read(body));
    const after = rehashedText(kind.write(record), rehash);
    const id = rehashedText(record.id, rehash);
    write.run(id, hash === hashOf(body) ? hashOf(after) : hash, after, rowid);
  }
  return rows.length;
}

interface Row {
  rowid: number;
  hash: string;
  body: string;
}

const hashOf = (body: string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 32);

function rehashCustomer<T extends { customer: Identity }>(record: T, rehash: Rehash): T {
  const customer = Object.fromEntries(
    Object.entries(record.customer).map(([name, hash]) => [name, rehash(hash as string)]),
  );
  return { ...record, customer };
}

function rehashSession(session: Session, rehash: Rehash): Session {
  for (const { slots } of session.turns)
    for (const held of Object.values(slots ?? {})) {
      if (held.digest !== null) held.digest = rehash(held.digest);
      if (held.tails) held.tails = held.tails.map(rehash);
    }
  return rehashCustomer(session, rehash);
}

function rehashSurvey<T extends Survey>(
  before: T,
  rehash: Rehash,
  surveyId: (survey: Survey) => string,
): T {
  const survey = rehashCustomer(before, rehash);
  return survey.contactId === undefined ? { ...survey, id: surveyId(survey) } : survey;
}

/** Tokens in any column; those of ids in the same way, so that rows still refer to each other. */
function rehashTokens({ $client }: Db, table: string, rehash: Rehash): number {
  const columns = ($client.pragma(`table_info(${table})`) as { name: string }[]).map(
    ({ name }) => name,
  );
  let changed = 0;
  for (const column of columns) {
    const rows = $client
      .prepare(`select rowid, "${column}" as body from ${table} where instr("${column}", '⟨')`)
      .all() as Row[];
    const write = $client.prepare(`update ${table} set "${column}" = ? where rowid = ?`);
    for (const { rowid, body } of rows) write.run(rehashedText(body, rehash), rowid);
    changed += rows.length;
  }
  return changed;
}

const rehashedText = (text: string, rehash: Rehash): string =>
  text.replace(token, (whole, kind: string, digits: string) =>
    noDigits.test(digits) ? whole : `⟨${kind}:${rehash(digits)}⟩`,
  );
