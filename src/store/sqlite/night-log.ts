import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { ByPlatform } from '../../domain/night.js';
import { nightRecordBody } from '../bodies.js';
import type { NightLog } from '../night-log.js';
import { type Db, restoreAdvice } from '../open.js';
import * as t from '../schema.js';
import type { NightRun, Span } from '../store.js';
import { surveyedAt } from './surveyed-at.js';

/** How nights went, and what days brought. */
export function nightLogMethods(db: Db): NightLog {
  /** Ids begin with the platform; counting by them needs no more than the index on the start. */
  function byPlatform(
    table: typeof t.sessions | typeof t.contacts,
    { from, to }: Span,
  ): ByPlatform {
    const platform = sql<string>`substr(${table.id}, 1, instr(${table.id}, '/') - 1)`;
    const rows = db
      .select({ platform, n: sql<number>`count(*)` })
      .from(table)
      .where(and(gte(table.startedAt, from), lt(table.startedAt, to)))
      .groupBy(platform)
      .orderBy(platform)
      .all();
    return Object.fromEntries(rows.map(({ platform: name, n }) => [name, n]));
  }
  return {
    async run(night) {
      const row = db.select().from(t.runs).where(eq(t.runs.night, night)).get();
      if (!row) return null;
      const { finishedAt, message, ...run } = row;
      return {
        ...run,
        ...(finishedAt !== null && { finishedAt }),
        ...(message !== null && { message }),
      } satisfies NightRun;
    },
    async delivered(span, surveysFrom) {
      const handoffs = db
        .select({ n: sql<number>`count(*)` })
        .from(t.sessions)
        .where(and(gte(t.sessions.handoffAt, span.from), lt(t.sessions.handoffAt, span.to)))
        .get();
      return {
        sessions: byPlatform(t.sessions, span),
        contacts: byPlatform(t.contacts, span),
        handoffs: handoffs?.n ?? 0,
        surveys: surveysOf(db, { from: surveysFrom, to: span.to }),
      };
    },
    async saveNightRecord(night, record) {
      const body = nightRecordBody.write(record);
      db.insert(t.nightRecords)
        .values({ night, body })
        .onConflictDoUpdate({ target: t.nightRecords.night, set: { body } })
        .run();
    },
    async nightRecords(before, limit) {
      const rows = db
        .select()
        .from(t.nightRecords)
        .where(lt(t.nightRecords.night, before))
        .orderBy(desc(t.nightRecords.night))
        .limit(limit)
        .all();
      return rows.map(({ night, body }) => ({ night, record: nightRecordBody.read(body) }));
    },
    async nightRecord(night) {
      const row = db.select().from(t.nightRecords).where(eq(t.nightRecords.night, night)).get();
      return row ? nightRecordBody.read(row.body) : null;
    },
    async forgetNight(night) {
      return db.transaction((tx) => {
        for (const table of nightly) tx.delete(table).where(eq(table.night, night)).run();
        return tx.delete(t.runs).where(eq(t.runs.night, night)).run().changes > 0;
      });
    },
    async damage() {
      const rows = db.$client.pragma('integrity_check(3)') as { integrity_check: string }[];
      const found = rows.map(({ integrity_check: line }) => line).filter((line) => line !== 'ok');
      return found.length === 0 ? null : `${found.join('; ')}. ${restoreAdvice}`;
    },
    async setting(name) {
      const row = db.select().from(t.settings).where(eq(t.settings.name, name)).get();
      return row?.value ?? null;
    },
    async claimSetting(name, value) {
      db.insert(t.settings).values({ name, value }).onConflictDoNothing().run();
      const row = db.select().from(t.settings).where(eq(t.settings.name, name)).get();
      return row?.value ?? value;
    },
  };
}

function surveysOf(db: Db, { from, to }: Span): number {
  const at = surveyedAt(db);
  const row = db
    .select({ n: sql<number>`count(*)` })
    .from(t.surveys)
    .where(sql`${at} >= ${from} and ${at} < ${to}`)
    .get();
  return row?.n ?? 0;
}

/** Every table whose rows one night said. */
const nightly = [
  t.links,
  t.linkModels,
  t.learned,
  t.lessons,
  t.journeys,
  t.tickets,
  t.suggestions,
  t.stageOutputs,
  t.periodFigures,
  t.dayCounts,
  t.verifications,
  t.nightRecords,
];
