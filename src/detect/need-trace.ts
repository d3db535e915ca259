/** What is known of a journey before it is said which slots it needs: the same wherever that is asked. */
import type { Contact } from '../domain/conversation.js';
import { type IntentModel, unaskedPosterior, type Words } from '../intents/true-intent.js';
import type { NeedTrace } from '../questions/need-trace.js';

/** What the agent asks for is left out of the posterior: needs weigh it themselves, and it would count twice. */
export const needTraceOf = (
  {
    words,
    contact,
    intent,
    held,
  }: {
    words: Words;
    contact: Pick<Contact, 'queue' | 'outcome'> | undefined;
    /** What the bot acted on. */
    intent: string | undefined;
    held: Iterable<string>;
  },
  model: IntentModel,
): Omit<NeedTrace, 'asked'> => ({
  posterior: unaskedPosterior(words, contact, model),
  acted: intent,
  code: contact?.outcome.reason,
  held: new Set(held),
});
