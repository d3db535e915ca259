/** Some of a day's contacts as linking and the cohorts need them, in the form in which they are kept. */
import { createDirectAsks, directContact } from '../detect/detect.js';
import type { BotDefinition, Contact } from '../domain/conversation.js';
import type { DirectContact, Visit } from '../domain/journey.js';
import { contactVisit } from '../figures/visits.js';
import type { Calendar } from '../lib/calendar.js';
import { type ContactSide, contactSide, type WordIds } from '../link/link.js';
import type { SideConfig } from './kept/common-source.js';
import { linkVocabulary } from './link-words.js';

/** Words stand here once each, in the order of their first use; contacts have their places. */
interface ContactPart {
  words: string[];
  contacts: KeptContact[];
}

interface KeptContact {
  /** The customer is that of the visit. */
  side: Omit<ContactSide, 'customer' | 'words'> & { words: number[] };
  visit: Visit;
  /** Of a contact that did not come from the bot, as far as the contact centre says. Surveys come later. */
  direct: DirectContact | null;
}

/** What is known of one contact. */
export interface ContactRow extends Omit<KeptContact, 'side'> {
  side: ContactSide;
}

export function createContactWriter(
  config: SideConfig,
  calendar: Calendar,
  definition: BotDefinition | null,
): (contacts: readonly Contact[]) => string {
  const { lexicon, link, detect } = config;
  const { verificationSlots, askConfidence } = detect;
  const slots = definition?.slots ?? [];
  const asks = createDirectAsks(slots, [...verificationSlots], askConfidence, lexicon);
  return (contacts) => {
    const vocabulary = linkVocabulary(lexicon);
    const rows = contacts.map((contact): KeptContact => {
      const { customer: _, words, ...side } = contactSide(contact, link, vocabulary);
      const isDirect = contact.origin !== 'bot' && contact.origin !== 'transfer';
      return {
        side: { ...side, words: [...words] },
        visit: contactVisit(contact, calendar),
        direct: isDirect ? directContact(contact, calendar, lexicon, asks) : null,
      };
    });
    return JSON.stringify({ words: vocabulary.words(), contacts: rows } satisfies ContactPart);
  };
}

/** @param idsIn see `joinVocabularies` */
export function createContactReader(
  idsIn: (words: readonly string[]) => (own: readonly number[]) => WordIds,
): (part: string) => ContactRow[] {
  return (part) => {
    const { words, contacts } = JSON.parse(part) as ContactPart;
    const idsOf = idsIn(words);
    return contacts.map(({ side, visit, direct }) => ({
      side: { ...side, customer: visit.customer, words: idsOf(side.words) },
      visit,
      direct,
    }));
  };
}
