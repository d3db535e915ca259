/** The two sides of a window, as linking and the cohorts need them. */

import type { BotDefinition } from '../domain/conversation.js';
import type { DirectContact, Handled, SessionSummary } from '../domain/journey.js';
import type { Link } from '../domain/link.js';
import type { Flow } from '../figures/losses/flow.js';
import type { VisitSides } from '../figures/visits.js';
import { type ContactSide, type HandoffSide, joinVocabularies } from '../link/link.js';
import { type SurveyLookup, surveyLookup, surveyOf, withAnswers } from '../link/surveys.js';
import type { Span } from '../store/store.js';
import { type ContactRow, createContactReader, createContactWriter } from './contact-part.js';
import type { NightContext } from './context.js';
import { daySource, type SideConfig } from './kept/common-source.js';
import { type DayInput, dayParts } from './kept/days.js';
import { createSessionReader, createSessionWriter, type SessionRow } from './session-part.js';

/** Contacts are looked for this long before and after the window: queues outlive midnight. */
const aroundMs = 24 * 3_600_000;

export const aroundSpan = ({ from, to }: Span): Span => ({
  from: from - aroundMs,
  to: to + aroundMs,
});

export interface StoredSides {
  handoffs: HandoffSide[];
  contacts: ContactSide[];
  sessions: SessionSummary[];
  flows: Flow[];
  handled: Handled[];
  visits: VisitSides;
  /** Contacts that did not come from the bot, as far as the contact centre says. */
  others: { contact: string; figures: DirectContact }[];
  /** All that are stored. */
  surveys: SurveyLookup;
}

/** Contacts of direct origin: those said to be, and those of unknown origin that no handoff claims. */
export function directOf({ others }: StoredSides, links: readonly Link[]): DirectContact[] {
  const claimed = new Set(links.flatMap(({ contact, legs }) => [contact, ...legs]));
  return others.filter(({ contact }) => !claimed.has(contact)).map(({ figures }) => figures);
}

/**
 * Of each record of the window what linking and the cohorts need, read of the records of those days alone of which nothing is kept.
 * @param pause called between pages
 */
export async function readSides(
  {
    config,
    store,
    calendar,
    rereadAll,
  }: Pick<NightContext, 'store' | 'calendar' | 'rereadAll'> & { config: SideConfig },
  span: Span,
  definition: BotDefinition | null,
  pause: () => Promise<void>,
): Promise<StoredSides> {
  const surveys = surveyLookup(await store.allSurveys(), await store.contactPlatforms());
  const sides: StoredSides = {
    handoffs: [],
    contacts: [],
    sessions: [],
    flows: [],
    handled: [],
    visits: { sessions: [], contacts: [] },
    others: [],
    surveys,
  };
  const source = daySource(config, definition);
  const input: DayInput = { store, calendar, source, rereadAll, pause };
  const idsIn = joinVocabularies();
  const sessionsOf = createSessionReader(idsIn);
  const ofSessions = {
    side: 'sessions' as const,
    read: (day: Span) => store.sessions(day),
    write: createSessionWriter(config, calendar, definition),
  };
  for await (const part of dayParts(ofSessions, span, input))
    for (const row of sessionsOf(part)) if (isIn(row.visit.from, span)) addSession(sides, row);
  const contactsOf = createContactReader(idsIn);
  const ofContacts = {
    side: 'contacts' as const,
    read: (day: Span) => store.contacts(day),
    write: createContactWriter(config, calendar, definition),
  };
  const around = aroundSpan(span);
  for await (const part of dayParts(ofContacts, around, input))
    for (const row of contactsOf(part))
      if (isIn(row.side.at, around)) addContact(sides, row, isIn(row.side.at, span));
  return sides;
}

const isIn = (at: number, { from, to }: Span): boolean => at >= from && at < to;

function addSession(sides: StoredSides, row: SessionRow): void {
  sides.sessions.push(row.summary);
  sides.visits.sessions.push(row.visit);
  sides.flows.push(row.flow);
  sides.handled.push(...row.handled);
  if (row.handoff) sides.handoffs.push(row.handoff);
}

function addContact(
  sides: StoredSides,
  { side, visit, direct }: ContactRow,
  isInWindow: boolean,
): void {
  sides.contacts.push(side);
  sides.visits.contacts.push(visit);
  if (!direct || !isInWindow) return;
  const { contact, customer, at: startedAt, endedAt } = side;
  const survey = surveyOf({ id: contact, customer, startedAt, endedAt }, sides.surveys);
  sides.others.push({ contact, figures: withAnswers(direct, survey) });
}
