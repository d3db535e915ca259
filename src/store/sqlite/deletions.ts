import { lt, sql } from 'drizzle-orm';
import { mapStrings } from '../../lib/map-strings.js';
import { maskMentions, mentions } from '../../lib/mentions.js';
import { prune } from '../../lib/prune.js';
import {
  type CustomerRecords,
  type Deletions,
  purgedSetting,
  type RowCounts,
} from '../deletions.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import { findCustomer } from './customer.js';
import { columnsOf, type Row, rowsNaming } from './naming-rows.js';
import { rehashRows } from './rehash.js';
import { surveyedAt } from './surveyed-at.js';
import { tablesOf } from './tables.js';

/** Stands in place of a hash that a transcript of somebody else names, as long as it: places in texts stay right. */
const noDigits = '000000';

/** Deletes what must not be kept. */
export function deletionMethods(db: Db): Deletions {
  const { $client: client } = db;
  return {
    async purge(before, night) {
      return db.transaction(() => {
        const rows = purgeRows(db, before, night);
        if (Object.values(rows).some((n) => n > 0)) notePurge(db, night);
        return rows;
      });
    },
    async customerRecords(hashes, ids) {
      return findCustomer(db, hashes, ids);
    },
    async erase(records) {
      return db.transaction(() => {
        const rows = deleteRecords(db, records);
        // These are bytes, in which nobody can be looked for; the next night learns anew.
        const learned = db.delete(t.learned).run().changes;
        const classifiers = db.delete(t.classifiers).run().changes;
        // A record that was masked keeps its hash, so that what was worked out of it before would still count.
        const days = db.delete(t.daySides).run().changes;
        const other = pruneTables(db, records.traces);
        for (const table of tablesOf(db)) mask(db, table, records.traces);
        refuseLeft(db, records.traces);
        return {
          ...other,
          rows: { ...other.rows, ...rows, learned, classifiers, day_sides: days },
        };
      });
    },
    async rehash(...how) {
      return db.transaction(() => rehashRows(db, ...how));
    },
    async vacuum() {
      client.exec('vacuum');
      client.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}

/** Nights that look behind it can no longer be made. A shorter retention stays noted when a longer one purges again. */
function notePurge(db: Db, night: string): void {
  const value = sql`max(${t.settings.value}, ${night})`;
  db.insert(t.settings)
    .values({ name: purgedSetting, value: night })
    .onConflictDoUpdate({ target: t.settings.name, set: { value } })
    .run();
}

function purgeRows(db: Db, before: number, night: string): RowCounts {
  const old = (at: typeof t.sessions.startedAt | typeof t.contacts.startedAt) => lt(at, before);
  const emptied = sql`json_set(json_remove(body, '$.handoff.context'), '$.turns', json('[]'), '$.customer', json('{}'))`;
  const isFull = sql`json_array_length(body, '$.turns') > 0`;
  const sessions = db
    .update(t.sessions)
    .set({ body: emptied })
    .where(sql`${old(t.sessions.startedAt)} and ${isFull}`)
    .run();
  const contacts = db
    .update(t.contacts)
    .set({ body: sql`json_set(${emptied}, '$.attributes', json('{}'))` })
    .where(sql`${old(t.contacts.startedAt)} and (${isFull} or body like '%"customer":{"%')`)
    .run();
  // It can be worked out again while the transcripts are there, and not after.
  const ofOld = sql`session in (select id from sessions where ${old(t.sessions.startedAt)})`;
  const evidence = db.delete(t.sessionEvidence).where(ofOld).run();
  const lessons = db.delete(t.lessons).where(ofOld).run();
  const days = db.delete(t.daySides).where(lt(t.daySides.startsAt, before)).run();
  const learned = db.delete(t.learned).where(lt(t.learned.night, night)).run();
  const surveys = db
    .update(t.surveys)
    .set({ body: sql`json_set(json_remove(body, '$.comment'), '$.customer', json('{}'))` })
    .where(
      sql`${surveyedAt(db)} < ${before} and (json_extract(body, '$.comment') is not null or body like '%"customer":{"%')`,
    )
    .run();
  const journeys = db
    .update(t.journeys)
    .set({
      body: sql`json_set(json_remove(body, '$.utterance', '$.handoff.lastWords', '$.handoff.closing'), '$.resolution', json('[]'), '$.quotes', json('{}'))`,
    })
    // Not all have a quote: of some only the bot's last lines are kept. Earlier versions called those `lastWords`.
    .where(
      sql`${lt(t.journeys.handoffAt, before)} and (json_extract(body, '$.quotes') <> '{}' or json_extract(body, '$.handoff.closing') is not null or json_extract(body, '$.handoff.lastWords') is not null)`,
    )
    .run();
  const tickets = db
    .update(t.tickets)
    .set({ body: sql`json_set(body, '$.evidence', json('[]'))` })
    .where(sql`${lt(t.tickets.night, night)} and json_array_length(body, '$.evidence') > 0`)
    .run();
  const suggestions = db.delete(t.suggestions).where(lt(t.suggestions.night, night)).run();
  return {
    sessions: sessions.changes,
    contacts: contacts.changes,
    surveys: surveys.changes,
    journeys: journeys.changes,
    session_evidence: evidence.changes,
    lessons: lessons.changes,
    day_sides: days.changes,
    learned: learned.changes,
    tickets: tickets.changes,
    suggestions: suggestions.changes,
  };
}

function deleteRecords(
  { $client }: Db,
  { sessions, contacts, surveys }: CustomerRecords,
): RowCounts {
  const gone = (table: string, ids: readonly string[]) => {
    const row = $client.prepare(`delete from ${table} where id = ?`);
    return ids.reduce((n, id) => n + row.run(id).changes, 0);
  };
  return {
    sessions: gone('sessions', sessions),
    contacts: gone('contacts', contacts),
    surveys: gone('surveys', surveys),
  };
}

/** Evidence that a part was taken out of is worth nothing; it is worked out again. */
const replaceable = new Set(['session_evidence', 'lessons']);
const nothingLeft: Left = { body: undefined, texts: [] };

/** Transcripts of others, whose turns are counted: there a trace is masked, not taken out. */
const transcripts = new Set(['sessions', 'contacts']);

/** Every table, also those that are only there to save work: what names the customer falls out of their bodies, or the row goes. */
function pruneTables(db: Db, traces: readonly string[]) {
  const rows: RowCounts = {};
  const phrases = new Set<string>();
  const nights = new Set<string>();
  for (const table of tablesOf(db)) {
    const keep = db.$client.prepare(
      columnsOf(db, table).some(({ name }) => name === 'body')
        ? `update ${table} set body = ? where rowid = ?`
        : 'select ?, ?',
    );
    const drop = db.$client.prepare(`delete from ${table} where rowid = ?`);
    for (const row of rowsNaming(db, table, traces)) {
      const left = leftOf(table, row, traces);
      if (left.body === undefined) drop.run(row.rowid);
      else keep.run(left.body, row.rowid);
      rows[table] = (rows[table] ?? 0) + 1;
      for (const text of left.texts) phrases.add(text);
      if (typeof row.night === 'string') nights.add(row.night);
    }
  }
  return { rows, phrases: [...phrases].sort(), nights: [...nights].sort() };
}

interface Left {
  /** undefined: the row goes. */
  body: string | undefined;
  texts: string[];
}

function leftOf(table: string, row: Row, traces: readonly string[]): Left {
  if (replaceable.has(table)) return nothingLeft;
  return transcripts.has(table) ? masked(row, traces) : without(row, traces);
}

function without({ rowid: _, body, ...columns }: Row, traces: readonly string[]): Left {
  const named = Object.values(columns).some(
    (one) => typeof one === 'string' && traces.some((trace) => mentions(one, trace)),
  );
  if (typeof body !== 'string') return { body: undefined, texts: [] };
  const { value, texts } = prune(JSON.parse(body), traces);
  return { body: named || value === undefined ? undefined : JSON.stringify(value), texts };
}

function masked({ body }: Row, traces: readonly string[]): Left {
  const value = mapStrings(JSON.parse(String(body)), (text) => traces.reduce(maskMentions, text));
  return { body: JSON.stringify(value), texts: [] };
}

/** Tokens carry the first six digits of a hash, and others may have named the same number or address. */
function mask(db: Db, table: string, traces: readonly string[]): void {
  if (!columnsOf(db, table).some(({ name }) => name === 'body')) return;
  const update = db.$client.prepare(
    `update ${table} set body = replace(body, ?, ?) where instr(body, ?)`,
  );
  for (const hash of traces.filter((trace) => /^[0-9a-f]{16}$/.test(trace))) {
    const token = `:${hash.slice(0, 6)}⟩`;
    update.run(token, `:${noDigits}⟩`, token);
  }
}

function refuseLeft(db: Db, traces: readonly string[]): void {
  const left = tablesOf(db).filter((table) => rowsNaming(db, table, traces).length > 0);
  if (left.length > 0)
    throw new Error(`[store] [sqlite] the customer is still named in ${left.join(', ')}`);
}
