import { and, asc, desc, eq, lt, lte, max, min, or, sql } from 'drizzle-orm';
import type { TicketStatus } from '../../domain/ticket.js';
import {
  decisionBody,
  journeyBody,
  suggestionBody,
  suggestRecordBody,
  ticketBody,
} from '../bodies.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { Store } from '../store.js';
import { writeTicketState } from './night.js';

/** What a night comes to, and what people decided. */
export function resultMethods(
  db: Db,
): Pick<
  Store,
  | 'journey'
  | 'journeys'
  | 'ticketHistory'
  | 'tickets'
  | 'ticket'
  | 'saveTicketState'
  | 'suggestions'
  | 'suggestRecord'
  | 'keptSuggestions'
  | 'saveReview'
  | 'reviews'
> {
  const parse = (row: { body: string }) => journeyBody.read(row.body);
  const suggestionsOf = (night: string) =>
    db
      .select({ body: t.suggestions.body })
      .from(t.suggestions)
      .where(eq(t.suggestions.night, night))
      .orderBy(asc(t.suggestions.id))
      .all()
      .map((row) => suggestionBody.read(row.body));

  return {
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
      const decided = new Map(states.map((state) => [state.id, state]));
      const last = db
        .select({ night: max(t.tickets.night) })
        .from(t.tickets)
        .where(lt(t.tickets.night, night))
        .get()?.night;
      const ranked = db
        .select({
          id: t.tickets.id,
          rank: t.tickets.rank,
          listed: sql<number | null>`json_extract(${t.tickets.body}, '$.listed')`,
        })
        .from(t.tickets)
        .where(eq(t.tickets.night, last ?? ''))
        .all();
      const before = new Map(ranked.map((ticket) => [ticket.id, ticket]));
      return seen.map(({ id, since }) => {
        const state = decided.get(id);
        const last = before.get(id);
        return {
          id,
          since: since ?? night,
          status: (state?.status as TicketStatus | undefined) ?? 'open',
          ...(last && { rank: last.rank, listed: last.listed === 1 }),
          ...(state && { decidedOn: state.on }),
        };
      });
    },
    async tickets(night) {
      const rows = db
        .select({ body: t.tickets.body })
        .from(t.tickets)
        .where(eq(t.tickets.night, night))
        .orderBy(asc(t.tickets.rank))
        .all();
      return rows.map((row) => ticketBody.read(row.body));
    },
    async ticket(id) {
      const rows = db
        .select({ night: t.tickets.night, body: t.tickets.body })
        .from(t.tickets)
        .where(eq(t.tickets.id, id))
        .orderBy(asc(t.tickets.night))
        .all();
      return rows.map((row) => ({ night: row.night, ticket: ticketBody.read(row.body) }));
    },
    async saveTicketState(state) {
      writeTicketState(db, state);
    },
    async suggestions(night) {
      return suggestionsOf(night);
    },
    async suggestRecord(night) {
      const row = db
        .select()
        .from(t.stageOutputs)
        .where(and(eq(t.stageOutputs.night, night), eq(t.stageOutputs.stage, 'suggest')))
        .get();
      return row ? suggestRecordBody.read(row.body) : null;
    },
    async keptSuggestions(night) {
      const { stageOutputs: of } = t;
      const row = db
        .select()
        .from(of)
        .where(and(lt(of.night, night), eq(of.stage, 'suggest')))
        .orderBy(desc(of.night))
        .limit(1)
        .get();
      if (!row) return null;
      return { record: suggestRecordBody.read(row.body), suggestions: suggestionsOf(row.night) };
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
        body: decisionBody.write(stored),
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
      return rows.map((row) => decisionBody.read(row.body));
    },
  };
}
