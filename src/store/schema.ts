/**
 * The tables. A record's body is one JSON value (a transcript is one value a session, not a row a turn: an eighth of
 * the rows, and every reader wants the whole transcript); the columns beside it are what queries need.
 */
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    startedAt: integer().notNull(),
    /** Moment of the handoff; null for sessions without one. */
    handoffAt: integer(),
    hash: text().notNull(),
    body: text().notNull(),
  },
  (t) => [
    index('sessions_started').on(t.startedAt, t.id),
    index('sessions_handoff').on(t.handoffAt),
  ],
);

export const contacts = sqliteTable(
  'contacts',
  {
    id: text().primaryKey(),
    startedAt: integer().notNull(),
    hash: text().notNull(),
    body: text().notNull(),
  },
  (t) => [index('contacts_started').on(t.startedAt, t.id)],
);

export const surveys = sqliteTable('surveys', {
  id: text().primaryKey(),
  hash: text().notNull(),
  body: text().notNull(),
});

/** Every state of a bot's training data that was ever read; the newest is the current one. */
export const definitions = sqliteTable('definitions', {
  hash: text().primaryKey(),
  readAt: integer().notNull(),
  body: text().notNull(),
});

/** Files that were read to their end. The fingerprint says when one must be read again. */
export const files = sqliteTable('files', {
  path: text().primaryKey(),
  fingerprint: text().notNull(),
});

/** Records set aside. What they held is not kept: it may be personal. */
export const quarantine = sqliteTable(
  'quarantine',
  {
    file: text().notNull(),
    line: integer().notNull(),
    source: text().notNull(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.file, t.line, t.reason] })],
);

export const runs = sqliteTable('runs', {
  night: text().primaryKey(),
  status: text({ enum: ['running', 'good', 'suspect', 'failed'] }).notNull(),
  startedAt: integer().notNull(),
  finishedAt: integer(),
  message: text(),
});

/** What the newest night that saw a handoff made of it. */
export const journeys = sqliteTable(
  'journeys',
  {
    session: text()
      .primaryKey()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    night: text().notNull(),
    sessionId: text().notNull(),
    contactId: text(),
    handoffAt: integer().notNull(),
    body: text().notNull(),
  },
  (t) => [
    index('journeys_session_id').on(t.sessionId),
    index('journeys_contact_id').on(t.contactId),
  ],
);

/** Each night's links where they differ from what a night before it said: how later nights know what is settled. */
export const links = sqliteTable(
  'links',
  {
    session: text()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    night: text().notNull(),
    handoffAt: integer().notNull(),
    body: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.session, t.night] }),
    index('links_night').on(t.night),
    index('links_handoff').on(t.handoffAt),
  ],
);

/** What each night learned about linking. */
export const linkModels = sqliteTable('link_models', {
  night: text().primaryKey(),
  body: text().notNull(),
});

/** Each night's tickets: their history is how they know since when they exist. */
export const tickets = sqliteTable(
  'tickets',
  {
    night: text().notNull(),
    id: text().notNull(),
    rank: integer().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.night, t.id] }), index('tickets_id').on(t.id)],
);

/** Each night's suggestions, for the export of their import files. */
export const suggestions = sqliteTable(
  'suggestions',
  {
    night: text().notNull(),
    id: text().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.night, t.id] })],
);

/** What a stage leaves that no other table holds, so that a later run can start behind it. */
export const stageOutputs = sqliteTable(
  'stage_outputs',
  {
    night: text().notNull(),
    stage: text().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.night, t.stage] })],
);

/** What people decided about a ticket; outlives every night. */
export const ticketStates = sqliteTable(
  'ticket_states',
  {
    id: text().notNull(),
    /** Local date from which it holds. */
    on: text().notNull(),
    status: text().notNull(),
    by: text(),
  },
  (t) => [primaryKey({ columns: [t.id, t.on] })],
);

/** What people decided about a suggestion, and the phrases that must not come back. */
export const reviews = sqliteTable('reviews', {
  suggestion: text().primaryKey(),
  decision: text({ enum: ['accepted', 'edited', 'rejected'] }).notNull(),
  by: text(),
  at: integer().notNull(),
  body: text().notNull(),
});

/** When the repair of a ticket went live, as people said. */
export const releases = sqliteTable(
  'releases',
  {
    ticket: text().notNull(),
    /** Local date. */
    on: text().notNull(),
    note: text(),
  },
  (t) => [primaryKey({ columns: [t.ticket, t.on] })],
);

/** How often each cause was found on a day, as the newest night that looked at the day says. */
export const dayCounts = sqliteTable('day_counts', {
  day: text().primaryKey(),
  night: text().notNull(),
  body: text().notNull(),
});

/** The figures of days and ISO weeks as each night gave them: what is restated later can be shown beside them. */
export const periodFigures = sqliteTable(
  'period_figures',
  {
    period: text().notNull(),
    night: text().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.period, t.night] })],
);

/** What each night said of each release: how later nights know what is decided. */
export const verifications = sqliteTable(
  'verifications',
  {
    night: text().notNull(),
    ticket: text().notNull(),
    release: text().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.night, t.ticket, t.release] })],
);

/** How each night went that ran to its end: inputs, counts, durations, and what was missing. */
export const nightRecords = sqliteTable('night_records', {
  night: text().primaryKey(),
  body: text().notNull(),
});

/** What the database knows of itself, such as the fingerprint of its key. */
export const settings = sqliteTable('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
});

/** What was worked out of a session's journey, so that no later night has to do it again. It goes with the session. */
export const sessionEvidence = sqliteTable(
  'session_evidence',
  {
    session: text()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    night: text().notNull(),
    /** Hash of all that it was worked out of. */
    source: text().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.session, t.kind] })],
);

/** What linking and the cohorts need of all records of a side that began on a day. It goes when one of its records goes. */
export const daySides = sqliteTable(
  'day_sides',
  {
    side: text({ enum: ['sessions', 'contacts'] }).notNull(),
    /** First moment of the day. */
    startsAt: integer().notNull(),
    part: integer().notNull(),
    /** Hash of all that the day was worked out of. */
    source: text().notNull(),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.side, t.startsAt, t.part] })],
);

/** What a night learned from all its journeys, for the nights after it. */
export const learned = sqliteTable('learned', {
  night: text().primaryKey(),
  /** Hash of what it depends on beside the journeys. */
  source: text().notNull(),
  learnedFrom: integer().notNull(),
  body: blob({ mode: 'buffer' }).notNull(),
});

/** Classifiers by the hash of all that they were trained on: whatever night it is, the same phrases give the same one. */
export const classifiers = sqliteTable('classifiers', {
  key: text().primaryKey(),
  /** What the journeys were judged by when it was kept (see `learned`). */
  judgedBy: text().notNull(),
  body: blob({ mode: 'buffer' }).notNull(),
});

/** What a night chose to teach the second reading of customers' words. It goes with the session. */
export const lessons = sqliteTable(
  'lessons',
  {
    night: text().notNull(),
    session: text()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.night, t.session] }), index('lessons_session').on(t.session)],
);
