/** What the cohorts and the rank need of sessions and contacts that are no journeys. */
import type { Contact, Session } from '../domain/conversation.js';
import type { DirectContact, SessionSummary } from '../domain/journey.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Calendar } from '../domain/local-time.js';
import { type ActReader, createActReader } from './acts.js';
import { clausesOf } from './clauses.js';
import { createTurnReader, type TurnReader } from './turns.js';
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

interface Readers {
  turn: TurnReader;
  act: ActReader;
}
const readersOf = new WeakMap<Lexicon, Readers>();

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
    secondsToSolving: secondsToSolving(contact, lexicon),
    handleSeconds: timed ? Math.max(0, (endedAt - answeredAt) / 1000) : null,
    outcome: contact.outcome,
  };
}

/** Until the agent's first turn, after the customer has said what it is about, that asks for nothing more. */
function secondsToSolving(contact: Contact, lexicon: Lexicon): number | null {
  const known = readersOf.get(lexicon);
  const readers = known ?? { turn: createTurnReader(lexicon), act: createActReader(lexicon) };
  if (!known) readersOf.set(lexicon, readers);
  const said = contact.turns.findIndex(
    (turn, i) => turn.actor === 'customer' && readers.turn(turn, i).content.length >= 2,
  );
  if (said < 0) return null;
  const solving = contact.turns.find(
    ({ actor, text }, i) => i > said && actor === 'agent' && !asks(text, readers.act),
  );
  return solving ? Math.max(0, (solving.at - contact.startedAt) / 1000) : null;
}

const asks = (text: string, act: ActReader) =>
  clausesOf(text).some((clause) => act(clause).kind === 'request');
