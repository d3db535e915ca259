/** What the cohorts and the rank need of sessions and contacts that are no journeys. */
import type { Contact, Session } from '../domain/conversation.js';
import type { DirectContact, SessionSummary } from '../domain/journey.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Calendar } from '../domain/local-time.js';
import { secondsBetween, solvingFrom } from './solving.js';
import { isActedOn } from './wants.js';

export function summarise(session: Session, calendar: Calendar): SessionSummary {
  const { day, hour, weekend } = calendar.local(session.startedAt);
  const intent = lastIntent(session);
  return {
    day,
    hour,
    weekend,
    ...(intent !== undefined && { intent }),
    outcome: session.outcome,
    channel: session.channel,
    backendError: session.turns.some(({ error }) => error !== undefined),
  };
}

/** The last one that the bot can have acted on; answers to its questions are no new request. */
function lastIntent({ turns }: Session): string | undefined {
  const named = turns.flatMap(({ actor, intent }, at) =>
    actor === 'customer' && intent && isActedOn(intent.name) ? [{ name: intent.name, at }] : [],
  );
  const fresh = named.filter(({ at }) => turns[at - 1]?.asksFor === undefined);
  return (fresh.at(-1) ?? named.at(-1))?.name;
}

export function directContact(
  contact: Contact,
  calendar: Calendar,
  lexicon: Lexicon,
): DirectContact {
  const { day, hour } = calendar.local(contact.startedAt);
  const { answeredAt, endedAt, queue } = contact;
  const timed = answeredAt !== undefined && endedAt !== undefined;
  return {
    day,
    hour,
    channel: contact.channel,
    ...(queue !== undefined && { queue }),
    secondsToSolving: secondsBetween(contact.startedAt, solvingFrom(contact, lexicon)),
    handleSeconds: timed ? Math.max(0, (endedAt - answeredAt) / 1000) : null,
    outcome: contact.outcome,
  };
}
