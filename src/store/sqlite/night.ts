import { eq, sql } from 'drizzle-orm';
import {
  dayCountsBody,
  figuresBody,
  journeyBody,
  learnedLinksBody,
  linkBody,
  recordMarksBody,
  suggestionBody,
  suggestRecordBody,
  ticketBody,
  verificationBody,
} from '../bodies.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { NightParts, Store } from '../store.js';
import { markStage } from './record-marks.js';

type Write<Part> = (night: string, part: Part) => void;
type Writers = { [K in keyof NightParts]: Write<NightParts[K]> };

/** A night as a whole: written at once, or tried and taken back. */
export function nightMethods(db: Db): Pick<Store, 'saveNight' | 'withoutTrace'> {
  const writers: Writers = {
    ...linkWriters(db),
    ...resultWriters(db),
    ...releaseWriters(db),
    figures(night, stated) {
      db.delete(t.periodFigures).where(eq(t.periodFigures.night, night)).run();
      for (const { period, figures } of stated)
        db.insert(t.periodFigures)
          .values({ period, night, body: figuresBody.write(figures) })
          .run();
    },
  };
  const write = <K extends keyof NightParts>(
    night: string,
    name: K,
    parts: Partial<NightParts>,
  ): void => {
    const part = parts[name];
    if (part !== undefined) writers[name](night, part as NightParts[K]);
  };
  return {
    async saveNight(night, parts) {
      db.transaction(() => {
        for (const name of Object.keys(writers) as (keyof NightParts)[]) write(night, name, parts);
      });
    },
    async withoutTrace(work) {
      // Transactions of the work become savepoints within this one; there is one connection.
      db.$client.exec('begin immediate');
      try {
        return await work();
      } finally {
        db.$client.exec('rollback');
      }
    },
  };
}

const value = <K extends string>(name: K) => sql.placeholder(name);

function linkWriters(db: Db): Pick<Writers, 'links' | 'learnedLinks' | 'marks'> {
  const linkWrite = db
    .insert(t.links)
    .values({
      session: value('session'),
      night: value('night'),
      handoffAt: value('handoffAt'),
      body: value('body'),
    })
    .prepare();
  return {
    links(night, batch) {
      db.delete(t.links).where(eq(t.links.night, night)).run();
      for (const { link, handoffAt } of batch)
        linkWrite.run({ session: link.session, night, handoffAt, body: linkBody.write(link) });
    },
    learnedLinks(night, learned) {
      const body = learnedLinksBody.write(learned);
      db.insert(t.linkModels)
        .values({ night, body })
        .onConflictDoUpdate({ target: t.linkModels.night, set: { body } })
        .run();
    },
    marks(night, marks) {
      writeStageOutput(db, night, markStage, recordMarksBody.write(marks));
    },
  };
}

function resultWriters(
  db: Db,
): Pick<Writers, 'learned' | 'journeys' | 'tickets' | 'suggestions' | 'suggestRecord'> {
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
      // A past night that runs again says nothing of what a later night has judged.
      setWhere: sql`excluded.night >= ${t.journeys.night}`,
    })
    .prepare();
  return {
    learned(night, learned) {
      for (const table of [t.learned, t.lessons])
        db.delete(table).where(eq(table.night, night)).run();
      if (!learned) return;
      const { lessons, body, ...row } = learned;
      db.insert(t.learned)
        .values({ night, ...row, body: Buffer.from(body) })
        .run();
      for (const lesson of lessons)
        db.insert(t.lessons)
          .values({ night, ...lesson })
          .run();
    },
    journeys(night, batch) {
      for (const result of batch) {
        const { session, sessionId, contactId, handoffAt } = result;
        const body = journeyBody.write(result);
        journeyWrite.run({ session, night, sessionId, contactId, handoffAt, body });
      }
    },
    tickets(night, tickets) {
      db.delete(t.tickets).where(eq(t.tickets.night, night)).run();
      for (const ticket of tickets)
        db.insert(t.tickets)
          .values({ night, id: ticket.id, rank: ticket.rank, body: ticketBody.write(ticket) })
          .run();
    },
    suggestions(night, suggestions) {
      db.delete(t.suggestions).where(eq(t.suggestions.night, night)).run();
      for (const one of suggestions)
        db.insert(t.suggestions)
          .values({ night, id: one.id, body: suggestionBody.write(one) })
          .run();
    },
    suggestRecord(night, record) {
      writeStageOutput(db, night, 'suggest', suggestRecordBody.write(record));
    },
  };
}

function writeStageOutput(db: Db, night: string, stage: string, body: string): void {
  db.insert(t.stageOutputs)
    .values({ night, stage, body })
    .onConflictDoUpdate({ target: [t.stageOutputs.night, t.stageOutputs.stage], set: { body } })
    .run();
}

function releaseWriters(db: Db): Pick<Writers, 'dayCounts' | 'verifications' | 'ticketStates'> {
  return {
    dayCounts(night, days) {
      for (const counts of days) {
        const row = { night, body: dayCountsBody.write(counts) };
        db.insert(t.dayCounts)
          .values({ day: counts.day, ...row })
          .onConflictDoUpdate({
            target: t.dayCounts.day,
            set: row,
            setWhere: sql`excluded.night >= ${t.dayCounts.night}`,
          })
          .run();
      }
    },
    verifications(night, batch) {
      db.delete(t.verifications).where(eq(t.verifications.night, night)).run();
      for (const { ticket, verification } of batch)
        db.insert(t.verifications)
          .values({
            night,
            ticket,
            release: verification.release,
            body: verificationBody.write(verification),
          })
          .run();
    },
    ticketStates(_night, states) {
      for (const state of states) writeTicketState(db, state);
    },
  };
}

/** In place of what was decided on that date. */
export function writeTicketState(
  db: Db,
  { id, on, status, by }: NightParts['ticketStates'][number],
): void {
  const row = { status, by: by ?? null };
  db.insert(t.ticketStates)
    .values({ id, on, ...row })
    .onConflictDoUpdate({ target: [t.ticketStates.id, t.ticketStates.on], set: row })
    .run();
}
