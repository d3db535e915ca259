/** What each journey's evidence is worked out of, as one hash: evidence with the same hash holds. */
import type { Link } from '../../domain/link.js';
import { contentHash } from '../../lib/content-hash.js';
import { surveyOf } from '../../link/surveys.js';
import type { Store } from '../../store/store.js';
import type { StoredSides } from '../read-sides.js';

/** @returns by `Session.id` */
export async function sourcesOf(
  links: readonly Link[],
  { contacts, surveys }: StoredSides,
  common: string,
  store: Store,
): Promise<Map<string, string>> {
  const sessions = await store.recordHashes(
    'sessions',
    links.map(({ session }) => session),
  );
  const hashes = await store.recordHashes('contacts', links.flatMap(contactsOf));
  const answers = new Map(
    contacts.flatMap(({ contact: id, customer, at: startedAt, endedAt }) => {
      const survey = surveyOf({ id, customer, startedAt, endedAt }, surveys);
      return survey ? [[id, JSON.stringify(survey)] as const] : [];
    }),
  );
  return new Map(
    links.map((link) => {
      const parts = contactsOf(link).flatMap((id) => [id, hashes.get(id), answers.get(id)]);
      const isLinked = link.status !== 'none';
      return [link.session, contentHash([common, sessions.get(link.session), isLinked, parts])];
    }),
  );
}

const contactsOf = ({ contact, legs }: Link): string[] =>
  contact === null ? [] : [contact, ...legs];
