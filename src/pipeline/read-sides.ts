/** The two sides of a window, as linking and the cohorts need them. */

import { createDirectAsks, directContact, handledIn, summarise } from '../detect/detect.js';
import type { Config } from '../domain/config.js';
import type { BotDefinition, Session } from '../domain/conversation.js';
import type { DirectContact, Handled, SessionSummary } from '../domain/journey.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Link } from '../domain/link.js';
import { createFlowReader, type Flow } from '../figures/losses/flow.js';
import { contactVisit, sessionVisit, type VisitSides } from '../figures/visits.js';
import type { Calendar } from '../lib/calendar.js';
import {
  type ContactSide,
  contactSide,
  createVocabulary,
  type HandoffSide,
  handoffSide,
  type Vocabulary,
} from '../link/link.js';
import { type SurveyLookup, surveyLookup, withSurvey } from '../link/surveys.js';
import type { Span, Store } from '../store/store.js';
import { contentStems } from '../text/words.js';

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

/** Reads the window once, and keeps of each record only what linking and the cohorts need. @param pause called between pages */
export async function readSides(
  config: Config,
  store: Store,
  calendar: Calendar,
  span: Span,
  definition: BotDefinition | null,
  pause: () => Promise<void>,
): Promise<StoredSides> {
  const vocabulary = linkVocabulary(config.lexicon);
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
  const readFlow = createFlowReader();
  const { verificationSlots, askConfidence } = config.detect;
  const slots = definition?.slots ?? [];
  const asks = createDirectAsks(slots, [...verificationSlots], askConfidence, config.lexicon);
  for await (const page of store.sessions(span)) {
    await pause();
    for (const session of page) {
      if (!isOurs(session, config)) continue;
      const summary = summarise(session, calendar, definition);
      sides.sessions.push(summary);
      sides.visits.sessions.push(sessionVisit(session, summary));
      sides.flows.push(readFlow(session));
      sides.handled.push(...handledIn(session, definition));
      const side = handoffSide(session, vocabulary);
      if (side) sides.handoffs.push(side);
    }
  }
  for await (const page of store.contacts(aroundSpan(span))) {
    await pause();
    for (const contact of page) {
      sides.contacts.push(contactSide(contact, config.link, vocabulary));
      sides.visits.contacts.push(contactVisit(contact, calendar));
      const inside = contact.startedAt >= span.from && contact.startedAt < span.to;
      if (!inside || contact.origin === 'bot' || contact.origin === 'transfer') continue;
      const figures = directContact(withSurvey(contact, surveys), calendar, config.lexicon, asks);
      sides.others.push({ contact: contact.id, figures });
    }
  }
  return sides;
}

/** Words that count for linking. */
export function linkVocabulary({ stopWords }: Lexicon): Vocabulary {
  const stops = new Set(stopWords);
  return createVocabulary((text) => contentStems(text, stops));
}

function isOurs(session: Session, { bot }: Config): boolean {
  return (
    (bot.id === null || session.botId === bot.id) &&
    (bot.platform === null || session.platform === bot.platform)
  );
}
