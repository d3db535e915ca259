/** What the cohorts and the rank need of sessions and contacts that are no journeys. */
import type { Contact, Session, SessionTurn } from '../domain/conversation.js';
import type { DirectContact, Handled, SessionSummary } from '../domain/journey.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Calendar } from '../lib/calendar.js';
import { secondsBetween, solvingFrom } from '../transcript/solving.js';
import { isActedOn } from '../transcript/wants.js';
import { utteranceAt } from './utterance.js';

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

/** The one request of a session that the bot ended by itself; none where there were several, for it is not known which it served. */
export function handledIn({ turns, outcome }: Session): Handled[] {
  if (outcome !== 'contained') return [];
  const asked = requests(turns);
  const [only] = asked;
  if (!only || new Set(asked.map(({ name }) => name)).size > 1) return [];
  const { payload, text } = turns[only.at] ?? {};
  return payload || !text ? [] : [{ utterance: utteranceAt(turns, only.at), intent: only.name }];
}

/** The last one that the bot can have acted on. */
const lastIntent = ({ turns }: Session): string | undefined => requests(turns).at(-1)?.name;

/** Turns with an intent that the bot can have acted on. Answers to its questions are no new request, unless there is no other. */
function requests(turns: readonly SessionTurn[]): { name: string; at: number }[] {
  const named = turns.flatMap(({ actor, intent }, at) =>
    actor === 'customer' && intent && isActedOn(intent.name) ? [{ name: intent.name, at }] : [],
  );
  const fresh = named.filter(({ at }) => turns[at - 1]?.asksFor === undefined);
  return fresh.length > 0 ? fresh : named;
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
