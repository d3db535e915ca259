/**
 * From a wire record to what may be stored: identities become keyed hashes, free text is redacted, slot values are hashed.
 * Everything that a record's author can write freely passes through here.
 */
import type { BotDefinition, Contact, Session, Survey } from '../domain/conversation.js';
import type {
  AgentContactRecord,
  BotDefinitionRecord,
  BotSessionRecord,
  SurveyRecord,
} from '../domain/records.js';
import type { Redactor } from '../redact/redact.js';
import { promptReader, withAsks } from './asked-by-prompt.js';
import { contactOf, surveyOf } from './protect-contact.js';
import { definitionOf, protectedDefinition } from './protect-definition.js';
import { sessionOf } from './protect-session.js';

export interface Protector {
  session(record: BotSessionRecord): Session;
  contact(record: AgentContactRecord): Contact;
  survey(record: SurveyRecord): Survey;
  definition(record: BotDefinitionRecord): BotDefinition;
  /** The same for what a vendor's reader made of training files. */
  training(definition: BotDefinition): BotDefinition;
}

/** @param definition of the bot, whose prompts say what sessions ask for that do not say so themselves */
export function createProtector(redactor: Redactor, definition?: BotDefinition): Protector {
  const slotAskedIn = definition && promptReader(definition);
  const tools = { redactor, name: remembering((text) => redactor.redact(redactor.scrubId(text))) };
  return {
    session: (record) => sessionOf(slotAskedIn ? withAsks(record, slotAskedIn) : record, tools),
    contact: (record) => contactOf(record, tools),
    survey: (record) => surveyOf(record, tools),
    definition: (record) => definitionOf(record, tools),
    training: (definition) => protectedDefinition(definition, tools),
  };
}

/** Names of intents, slots, queues and actions are few; whatever is written as if it were one cannot fill the memory. */
const mostRemembered = 5000;

function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    if (known.size < mostRemembered) known.set(text, result);
    return result;
  };
}
