/** What the link room knows of each side, and the shape of a comparison. */
import type { Contact, Identity, Session } from '../domain/conversation.js';
import type { Channel } from '../domain/records.js';
import type { WordWeights } from './words.js';

/** The handoff's side: only what comparisons read, so that a night's worth fits in memory. */
export interface HandoffSide {
  session: string;
  /** Moment of the handoff. */
  at: number;
  /** Values that the contact may carry as a key: the handoff key and the session's own id. */
  keys: string[];
  customer: Identity;
  target?: string;
  channel: Channel;
  /** Content stems of what the customer told the bot. */
  words: string[];
}

export interface ContactSide {
  contact: string;
  /** Moment at which the customer entered the queue. */
  at: number;
  keys: string[];
  customer: Identity;
  queue?: string;
  channel: Channel;
  origin: Contact['origin'];
  /** Content stems of the contact's first turns. */
  words: string[];
}

export interface Comparison {
  id: string;
  /** Names of the levels, the first always "missing", which weighs nothing: missing is not disagreement. */
  levels: readonly string[];
  /** P(level | same journey) before anything was learned, for the levels after "missing"; they add up to 1. */
  startingM: readonly number[];
  /** Index into `levels`. */
  level(handoff: HandoffSide, contact: ContactSide, weights: WordWeights): number;
}

const openingTurns = 8;

/** @param words content stems of a text (see `text/words.ts`). */
export function handoffSide(
  session: Session,
  words: (text: string) => string[],
): HandoffSide | null {
  const { handoff } = session;
  if (!handoff) return null;
  const told = session.turns.flatMap((turn) =>
    turn.actor === 'customer' && turn.text && !turn.payload ? words(turn.text) : [],
  );
  return {
    session: session.id,
    at: handoff.at,
    keys: [
      ...new Set(
        [handoff.key, session.sessionId, ownKey(session.platform, session.sessionId)].filter(
          (key) => key !== undefined,
        ),
      ),
    ],
    customer: session.customer,
    ...(handoff.target !== undefined && { target: handoff.target }),
    channel: session.channel,
    words: [...new Set(told)],
  };
}

/** @param keyPaths where a contact may carry a key: `handoff_key`, `attributes.x`, `contact_id`. */
export function contactSide(
  contact: Contact,
  keyPaths: readonly string[],
  words: (text: string) => string[],
): ContactSide {
  const said = contact.turns
    .filter((turn) => turn.actor !== 'system')
    .slice(0, openingTurns)
    .flatMap((turn) => words(turn.text));
  return {
    contact: contact.id,
    at: contact.startedAt,
    keys: [
      ownKey(contact.platform, contact.contactId),
      ...new Set(keyPaths.flatMap((path) => keyAt(contact, path) ?? [])),
    ],
    customer: contact.customer,
    ...(contact.queue !== undefined && { queue: contact.queue }),
    channel: contact.channel,
    origin: contact.origin,
    words: [...new Set(said)],
  };
}

function keyAt(contact: Contact, path: string): string | undefined {
  if (path === 'handoff_key') return contact.handoffKey;
  if (path === 'contact_id') return contact.contactId;
  if (path.startsWith('attributes.')) return contact.attributes[path.slice('attributes.'.length)];
  return undefined;
}

/** Where bot and contact centre are one platform, its conversation id is the key; elsewhere equal ids mean nothing. */
const ownKey = (platform: string, id: string): string => `${platform}\u0000${id}`;
