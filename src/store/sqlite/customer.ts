import type { Identity } from '../../domain/conversation.js';
import { contactBody, linkBody, sessionBody, surveyBody } from '../bodies.js';
import type { Body } from '../body.js';
import type { CustomerRecords } from '../deletions.js';
import type { Db } from '../open.js';

/** Shorter ones, such as `12`, stand everywhere by chance. */
const shortestTrace = 3;

interface Known {
  id: string;
  /** Ids by which files name the record. */
  names: string[];
  identity: string[];
}

/** All records of the customer whom one of the hashes or ids means: what is linked, and what shares an identity, in turns. */
export function findCustomer(
  db: Db,
  hashes: readonly string[],
  ids: readonly string[],
): CustomerRecords {
  const sides = {
    sessions: readSide(db, 'sessions', sessionBody, ({ id, sessionId }) => [id, sessionId]),
    contacts: readSide(db, 'contacts', contactBody, ({ id, contactId }) => [id, contactId]),
  };
  const surveys = readSide(db, 'surveys', surveyBody, ({ id, contactId }) => [id, contactId ?? id]);
  const links = linkedPairs(db);
  const found = new Set<string>();
  const known = new Set(hashes);
  const wanted = new Set(ids);
  const isTheirs = ({ id, names, identity }: Known) =>
    found.has(id) ||
    names.some((name) => wanted.has(name)) ||
    identity.some((one) => known.has(one));
  for (let before = -1; before !== found.size + known.size; ) {
    before = found.size + known.size;
    for (const one of [...sides.sessions, ...sides.contacts].filter(isTheirs)) {
      found.add(one.id);
      for (const hash of one.identity) known.add(hash);
    }
    for (const [session, contact] of links)
      if (found.has(session) || found.has(contact)) found.add(session).add(contact);
  }
  const own = (side: readonly Known[]) => side.filter(({ id }) => found.has(id));
  const contacts = own(sides.contacts);
  const named = new Set(contacts.flatMap(({ names }) => names));
  const theirs = surveys.filter(
    ({ names, identity }) =>
      names.some((name) => named.has(name) || wanted.has(name)) ||
      identity.some((one) => known.has(one)),
  );
  const sessions = own(sides.sessions);
  const all = [...sessions, ...contacts, ...theirs];
  const traces = [...all.flatMap(({ names }) => names), ...known];
  return {
    sessions: sessions.map(({ id }) => id),
    contacts: contacts.map(({ id }) => id),
    surveys: theirs.map(({ id }) => id),
    traces: [...new Set(traces)].filter((trace) => trace.length >= shortestTrace).sort(),
  };
}

function readSide<T extends { id: string; customer: Identity }>(
  { $client }: Db,
  table: string,
  kind: Body<T>,
  namesOf: (record: T) => string[],
): Known[] {
  const known: Known[] = [];
  for (const body of $client.prepare<[], string>(`select body from ${table}`).pluck().iterate()) {
    const record = kind.read(body);
    const identity = Object.values(record.customer);
    known.push({ id: record.id, names: namesOf(record), identity });
  }
  return known;
}

/** Of each handoff what the newest night said. */
function linkedPairs({ $client }: Db): [session: string, contact: string][] {
  const rows = $client.prepare('select session, body from links order by night').all();
  const newest = new Map(
    (rows as { session: string; body: string }[]).map(({ session, body }) => [
      session,
      linkBody.read(body),
    ]),
  );
  return [...newest].flatMap(([session, { contact, legs, status }]) =>
    contact === null || status !== 'linked'
      ? []
      : [contact, ...legs].map((leg): [string, string] => [session, leg]),
  );
}
