/** Contacts by topic: how many words two different customers share by chance depends on the queue. */

import { evenly } from '../lib/evenly.js';
import { ownTopicFrom, topicsLearnedFrom } from './settings.js';
import type { ContactSide, HandoffSide } from './sides.js';
import { vocabularySize, type WordStatistics, wordStatistics } from './words.js';

export interface Topics {
  /** Of each topic; the first is for queues that are too small for one of their own. */
  statistics: readonly WordStatistics[];
  /** Topic of a queue; 0 where it has none. */
  topicOf(queue: string | undefined): number;
  /** Words of a contact's text on average. */
  contactWords: number;
}

export function wordTopics(
  handoffs: readonly Pick<HandoffSide, 'words'>[],
  allContacts: readonly Pick<ContactSide, 'words' | 'queue'>[],
): Topics {
  const vocabulary = Math.max(vocabularySize(handoffs), vocabularySize(allContacts));
  const contacts = evenly(allContacts, topicsLearnedFrom);
  const byQueue = new Map<string, Pick<ContactSide, 'words' | 'queue'>[]>();
  for (const contact of contacts) {
    const same = byQueue.get(contact.queue ?? '');
    if (same) same.push(contact);
    else byQueue.set(contact.queue ?? '', [contact]);
  }
  const all = wordStatistics(contacts, vocabulary, null);
  const large = [...byQueue]
    .filter(([, own]) => own.length >= ownTopicFrom * contacts.length)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const topics = new Map(large.map(([queue], i) => [queue, i + 1]));
  const words = contacts.reduce((sum, contact) => sum + contact.words.length, 0);
  return {
    statistics: [all, ...large.map(([, own]) => wordStatistics(own, vocabulary, all))],
    topicOf: (queue) => topics.get(queue ?? '') ?? 0,
    contactWords: Math.max(1, words / Math.max(1, contacts.length)),
  };
}
