/** Both sides as visits of customers: who came when, which shows who came back. */
import type { Contact, Session } from '../domain/conversation.js';
import type { SessionSummary, Visit } from '../domain/journey.js';
import type { Link } from '../domain/link.js';
import type { Calendar } from '../lib/calendar.js';

export interface VisitSides {
  sessions: Visit[];
  contacts: Visit[];
}

export function sessionVisit(session: Session, { day, intent }: SessionSummary): Visit {
  const { id, customer, startedAt: from, endedAt, turns, outcome: kind } = session;
  const to = endedAt ?? turns.at(-1)?.at ?? from;
  return { id, customer, from, to, day, kind, ...(intent !== undefined && { intent }) };
}

export function contactVisit(contact: Contact, calendar: Calendar): Visit {
  const { id, customer, startedAt: from, endedAt, turns, origin, outcome } = contact;
  const { day } = calendar.local(from);
  const to = endedAt ?? turns.at(-1)?.at ?? from;
  const kind = origin === 'bot' || origin === 'transfer' ? 'passed_on' : 'direct';
  return { id, customer, from, to, day, kind, ...(outcome.reason && { code: outcome.reason }) };
}

/**
 * A journey's session and contacts become one visit, which both sides' identities name and which ends with its last contact. Contacts
 * that were passed on and that no link claims are left out: they end some visit, nobody knows which.
 */
export function joinVisits({ sessions, contacts }: VisitSides, links: readonly Link[]): Visit[] {
  const contactOf = new Map(contacts.map((visit) => [visit.id, visit]));
  const linkOf = new Map(
    links.filter(({ status }) => status === 'linked').map((link) => [link.session, link]),
  );
  const claimed = new Set<string>();
  const joined = sessions.map((session): Visit => {
    const { contact, legs } = linkOf.get(session.id) ?? { contact: null, legs: [] };
    const own = [contact, ...legs].flatMap((id) => contactOf.get(id ?? '') ?? []);
    for (const { id } of own) claimed.add(id);
    const code = own.at(-1)?.code;
    return {
      ...session,
      customer: Object.assign({}, ...own.map(({ customer }) => customer), session.customer),
      to: Math.max(session.to, ...own.map(({ to }) => to)),
      ...(own.length > 0 && { linked: true }),
      ...(code !== undefined && { code }),
    };
  });
  const direct = contacts.filter(({ id, kind }) => kind === 'direct' && !claimed.has(id));
  return [...joined, ...direct].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
}
