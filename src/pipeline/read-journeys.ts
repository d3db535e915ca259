/** Links to journeys: both sides' transcripts, a page at a time. */

import type { Journey } from '../domain/journey.js';
import type { Link } from '../domain/link.js';
import { joinLegs } from '../link/join-legs.js';
import { type SurveyLookup, withSurvey } from '../link/surveys.js';
import type { Store } from '../store/store.js';

/** Large pages outlive the collector's young generation, and a night is one of large pages. */
const pageSize = 50;

/** Journeys in the links' order, in pages; may be called more than once. @param pause before each page: where a night may stop */
export function journeyReader(
  store: Store,
  links: readonly Link[],
  surveys: SurveyLookup,
  pause: () => Promise<void>,
): () => AsyncIterable<Journey> {
  return async function* () {
    for (let i = 0; i < links.length; i += pageSize) {
      await pause();
      yield* await loadJourneys(store, links.slice(i, i + pageSize), surveys);
    }
  };
}

export async function journeysById(
  store: Store,
  links: readonly Link[],
  sessionIds: readonly string[],
  surveys: SurveyLookup,
): Promise<Journey[]> {
  const wanted = new Set(sessionIds);
  const chosen = links.filter(({ session }) => wanted.has(session));
  return loadJourneys(store, chosen, surveys);
}

async function loadJourneys(
  store: Store,
  links: readonly Link[],
  surveys: SurveyLookup,
): Promise<Journey[]> {
  const sessions = await store.sessionsById(links.map(({ session }) => session));
  const contacts = await store.contactsById(
    links.flatMap(({ contact, legs }) => (contact === null ? [] : [contact, ...legs])),
  );
  const contactOf = new Map(contacts.map((contact) => [contact.id, contact]));
  const linkOf = new Map(links.map((one) => [one.session, one]));
  return sessions.flatMap((session) => {
    const one = linkOf.get(session.id);
    if (!one) return [];
    const [first, ...legs] = [one.contact ?? '', ...one.legs].flatMap((id) => {
      const contact = contactOf.get(id);
      return contact ? [withSurvey(contact, surveys)] : [];
    });
    return [{ session, link: one, ...(first && { contact: joinLegs(first, legs) }) }];
  });
}
