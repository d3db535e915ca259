/** What the link room knows of each side: only what comparisons read, so that a million of each fit in memory. */
import type { Contact, Identity, Session } from '../domain/conversation.js';
import type { Channel } from '../domain/records.js';
import { tokenDigits, tokensIn } from '../text/tokens.js';
import { openingTurns } from './settings.js';
import type { Vocabulary, WordIds } from './words.js';

export interface HandoffSide {
  /** `Session.id`. */
  session: string;
  /** Moment of the handoff. */
  at: number;
  /** What the contact may carry as a key, the surest first: the handoff key, then the session's own id. */
  keys: string[];
  /** Whether the bot noted a handoff key; every session has its own id. */
  keyed: boolean;
  customer: Identity;
  target?: string;
  channel: Channel;
  /** What the bot took the customer's turns for, each once. */
  intents: string[];
  /** Personal values that the customer gave the bot, and hashes of what the bot's slots held. */
  values: GivenValue[];
  /** Content words of what the customer told the bot. */
  words: WordIds;
}

export interface ContactSide {
  /** `Contact.id`. */
  contact: string;
  platform: string;
  /** Moment at which the customer entered the queue, or the first that is on record. */
  at: number;
  endedAt?: number;
  keys: string[];
  /** Whether it carries a key in one of the configured places; every contact has its own id. */
  keyed: boolean;
  /** `Contact.id` of the contact from which it was transferred, where the record names it. */
  previous?: string;
  transferred: boolean;
  customer: Identity;
  queue?: string;
  channel: Channel;
  origin: Contact['origin'];
  /** Wrap-up code. */
  code?: string;
  /** Personal values in the contact's first turns. */
  values: GivenValue[];
  /** Content words of the contact's first turns. */
  words: WordIds;
}

/** A redacted value: two of one kind with different hashes are two values. */
export interface GivenValue {
  /** As redaction calls it; null for a slot's value, whose kind nobody knows. */
  kind: string | null;
  hash: string;
}

/** The identity fields, in one order for everybody. */
export const identityFields = [
  'id',
  'phone',
  'email',
  'account',
] as const satisfies (keyof Identity)[];

/** @returns null for a session without a handoff. */
export function handoffSide(session: Session, { idsOf }: Vocabulary): HandoffSide | null {
  const { handoff, sessionId } = session;
  if (!handoff) return null;
  const told = session.turns.flatMap((turn) =>
    turn.actor === 'customer' && turn.text && !turn.payload ? turn.text : [],
  );
  const key = handoff.key === undefined ? [] : [handoff.key, contactKey(handoff.key)];
  return {
    session: session.id,
    at: handoff.at,
    keys: [...new Set([...key, sessionId, ownKey(session.platform, sessionId)])],
    keyed: handoff.key !== undefined,
    customer: session.customer,
    ...(handoff.target !== undefined && { target: handoff.target }),
    channel: session.channel,
    intents: [...new Set(session.turns.flatMap(({ intent }) => intent?.name ?? []))],
    values: [...valuesIn(told), ...heldValues(session)],
    words: idsOf(told),
  };
}

export interface ContactPaths {
  /** Where a contact may carry a key: `handoff_key`, `contact_id`, `attributes.x` or `metadata.x`; the surest first. */
  keyPaths: readonly string[];
  /** Where a transferred contact names the one before it. */
  previousPaths: readonly string[];
}

export function contactSide(
  contact: Contact,
  { keyPaths, previousPaths }: ContactPaths,
  { idsOf }: Vocabulary,
): ContactSide {
  const said = contact.turns
    .filter((turn) => turn.actor !== 'system')
    .slice(0, openingTurns)
    .map(({ text }) => text);
  const { platform, contactId, endedAt, queue } = contact;
  const carried = keyPaths.flatMap((path) => valueAt(contact, path) ?? []);
  const previous = previousPaths.flatMap((path) => valueAt(contact, path) ?? [])[0];
  return {
    contact: contact.id,
    platform,
    at: contact.startedAt,
    ...(endedAt !== undefined && { endedAt }),
    keys: [...new Set([...carried, contactKey(contactId), ownKey(platform, contactId)])],
    keyed: carried.length > 0,
    ...(previous !== undefined && { previous: `${platform}/${previous}` }),
    transferred: contact.outcome.transferred === true,
    customer: contact.customer,
    ...(queue !== undefined && { queue }),
    channel: contact.channel,
    origin: contact.origin,
    ...(contact.outcome.reason !== undefined && { code: contact.outcome.reason }),
    values: valuesIn(said),
    words: idsOf(said),
  };
}

const valuesIn = (texts: readonly string[]): GivenValue[] =>
  texts.flatMap((text) => tokensIn(text).map(({ kind, hash }) => ({ kind, hash })));

function heldValues({ turns }: Session): GivenValue[] {
  const digests = turns.flatMap(({ slots }) => Object.values(slots ?? {}));
  return digests.flatMap(({ digest }) =>
    digest === null ? [] : { kind: null, hash: digest.slice(0, tokenDigits) },
  );
}

function valueAt(contact: Contact, path: string): string | undefined {
  if (path === 'handoff_key') return contact.handoffKey;
  if (path === 'contact_id') return contact.contactId;
  const [, name] = /^(?:attributes|metadata)\.(.+)$/.exec(path) ?? [];
  return name === undefined ? undefined : contact.attributes[name];
}

/** A bot that noted the contact's id as its handoff key means that contact. Its session ids do not: those are its own. */
const contactKey = (id: string): string => `contact\u0000${id}`;

/** Where bot and contact centre are one platform, its conversation id is the key; elsewhere equal ids mean nothing. */
const ownKey = (platform: string, id: string): string => `${platform}\u0000${id}`;
