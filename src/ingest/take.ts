/** Records one by one: checked, and what is personal in them hidden. Depends on nothing but the record itself. */
import type { BotDefinition, Contact, Session, Survey } from '../domain/conversation.js';
import type { HandbackRecord } from '../domain/records.js';
import { check } from '../vendors/handback/check.js';
import type { SourceItem } from '../vendors/vendor.js';
import type { Protector } from './protect.js';

/** Why a record is set aside. */
export interface SetAside {
  line: number;
  reason: string;
}

/** A record as it may be stored. */
export type Taken =
  | SetAside
  | { session: Session }
  | { contact: Contact }
  | { survey: Survey }
  | { definition: BotDefinition };

export const createTaker =
  (protector: Protector) =>
  (items: readonly SourceItem[]): Taken[] =>
    items.map((item) => take(item, protector));

function take(item: SourceItem, protector: Protector): Taken {
  const { line } = item;
  if ('fault' in item) return { line, reason: item.fault };
  const checked = check(item.record);
  if ('record' in checked) return protect(checked.record, protector);
  return { line, reason: checked.reason };
}

function protect(record: HandbackRecord, protector: Protector): Taken {
  if (record.type === 'bot_session') return { session: protector.session(record) };
  if (record.type === 'agent_contact') return { contact: protector.contact(record) };
  if (record.type === 'survey') return { survey: protector.survey(record) };
  return { definition: protector.definition(record) };
}
