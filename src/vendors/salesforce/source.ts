import { z } from 'zod';
import { filled, type JsonObject, numberOf, textOf } from '../../lib/json.js';
import {
  type ContactRead,
  type ContactTurn,
  contactLog,
  flatAttributes,
  plainText,
  sinceHandoff,
} from '../log/contact-log.js';
import { later, momentOf } from '../log/moment.js';

const columns = (...defaults: string[]) => z.array(z.string().min(1)).default(defaults);

const options = z.strictObject({
  platform: z.string().min(1).default('salesforce'),
  times_in_utc: z
    .boolean()
    .default(true)
    .describe(
      'Whether times without an offset are UTC, as exports by the API are; reports have local times.',
    ),
  bot_names: columns('Bot', 'Chatbot', 'Einstein Bot').describe(
    'Speakers of a transcript that are bots.',
  ),
  customer_names: columns('Visitor', 'Customer', 'Guest').describe(
    'Speakers of a transcript that are customers, beside the visitor that it names.',
  ),
  handoff_key: columns('ChatKey', 'Bot_Session_Id__c', 'Handoff_Key__c').describe(
    'Columns, the first that is filled.',
  ),
  disposition: columns('Disposition__c', 'Reason', 'Type').describe(
    'Columns, the first that is filled.',
  ),
  queue: columns('SkillId', 'LiveChatButtonId', 'Queue__c'),
  customer_id: columns('ContactId', 'AccountId'),
  customer_phone: columns('SuppliedPhone', 'ContactPhone', 'Phone'),
  customer_email: columns('SuppliedEmail', 'ContactEmail', 'Email'),
});
type Options = z.infer<typeof options>;

/** Salesforce Service Cloud: LiveChatTranscript and Case, as a data export or a report writes them. */
export const source = contactLog<Options>({
  title: 'Salesforce chat transcripts and cases',
  description:
    'LiveChatTranscript or Case as CSV (data export, Data Loader) or JSON of the query API.',
  options,
  wrapping: { lists: ['records'], csv: ['Id', 'CaseNumber', 'CreatedDate'] },
  delivery,
  read: readRow,
  recognise: ({ objects, rows }) => {
    const header = rows[0] ?? Object.keys(objects[0] ?? {});
    const isTranscript =
      header.includes('Body') &&
      (header.includes('ChatKey') || header.includes('LiveChatVisitorId'));
    const isCase = header.includes('CaseNumber') && header.includes('CreatedDate');
    return isTranscript || isCase ? {} : null;
  },
});

const pick = (row: JsonObject, names: readonly string[]): string | undefined =>
  names.map((name) => textOf(row[name])).find((one) => one !== undefined);

const timeIn = (row: JsonObject, { times_in_utc }: Options, ...names: string[]) =>
  names
    .map((name) => momentOf(row[name], times_in_utc ? 'utc' : undefined))
    .find((one) => one !== undefined);

function delivery(row: JsonObject, chosen: Options) {
  const id = pick(row, ['Id', 'CaseNumber', 'Name']);
  const started = timeIn(row, chosen, 'RequestTime', 'CreatedDate', 'StartTime');
  if (id === undefined || started === undefined) return null;
  return { id, started, changed: timeIn(row, chosen, 'LastModifiedDate', 'SystemModstamp') };
}

function readRow(row: JsonObject, chosen: Options): ContactRead | string {
  const time = (...names: string[]) => timeIn(row, chosen, ...names);
  const delivered = delivery(row, chosen);
  if (!delivered)
    return 'Id, CreatedDate: expected both, and times with an offset unless times_in_utc';
  const { id, started, changed } = delivered;
  const begun = time('StartTime') ?? started;
  const body = textOf(row.Body);
  const turns = body === undefined ? [] : transcriptOf(body, begun, chosen);
  const waited = numberOf(row.WaitTime);
  const agent = turns.find(({ actor }) => actor === 'agent')?.at;
  const answered = agent ?? (waited === undefined ? undefined : later(started, waited));
  const ended = time('EndTime', 'ClosedDate') ?? turns.at(-1)?.at;
  const key = pick(row, chosen.handoff_key);
  const isMissed = /^(?:Missed|Dropped|Blocked)$/.test(textOf(row.Status) ?? '');
  const isBotOnly = textOf(row.IsChatbotSession)?.toLowerCase() === 'true';
  const customer = filled({
    id: pick(row, chosen.customer_id),
    phone: pick(row, chosen.customer_phone),
    email: pick(row, chosen.customer_email),
  });
  const record = {
    type: 'agent_contact',
    platform: chosen.platform,
    contact_id: id,
    started_at: started,
    channel:
      body !== undefined || 'ChatKey' in row ? 'chat' : caseChannel(textOf(row.Origin) ?? ''),
    origin: isBotOnly || turns.some(({ actor }) => actor === 'system') ? 'bot' : 'unknown',
    ...filled({
      answered_at:
        isMissed ||
        answered === undefined ||
        (ended !== undefined && Date.parse(answered) > Date.parse(ended))
          ? undefined
          : answered,
      ended_at: ended !== undefined && Date.parse(ended) >= Date.parse(started) ? ended : undefined,
      handoff_key: key,
      customer: Object.keys(customer).length > 0 ? customer : undefined,
      queue: pick(row, chosen.queue),
      agent_id: pick(row, ['OwnerId']),
    }),
    attributes: flatAttributes({
      case_id: row.CaseId,
      chat_key: row.ChatKey,
      ended_by: row.EndedBy,
    }),
    outcome: filled({
      reason: pick(row, chosen.disposition),
      resolved: textOf(row.IsClosed)?.toLowerCase() === 'true' || undefined,
    }),
    turns: sinceHandoff(turns, answered),
  };
  return { id, changed, records: [record] };
}

const caseChannel = (origin: string): string => {
  if (/phone/i.test(origin)) return 'voice';
  if (/chat/i.test(origin)) return 'chat';
  return /messag|sms|whatsapp|facebook/i.test(origin) ? 'messaging' : 'email';
};

/** `( 1m 5s ) Sam: words`: seconds since the chat began, who, and what. */
const spoken = /^\(\s*(?:(\d+)h\s*)?(?:(\d+)m\s*)?(?:(\d+)s)?\s*\)\s*([^:]{1,80}):\s*(.*)$/;
/** `Chat Origin: …`, `Agent Sam`: headings name the agents who joined. */
const heading = /^(?:Agent|Operator)\s+(.{1,80})$/i;

function transcriptOf(body: string, begun: string, chosen: Options): ContactTurn[] {
  const lines = plainText(body)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const agents = lines.flatMap((line) => heading.exec(line)?.[1] ?? []);
  const turns: ContactTurn[] = [];
  for (const line of lines) {
    const [, hours = '0', minutes = '0', seconds = '0', who, words] = spoken.exec(line) ?? [];
    const last = turns.at(-1);
    if (who !== undefined && words !== undefined) {
      const after = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
      turns.push({ at: later(begun, after), actor: actorOf(who, agents, chosen), text: words });
    } else if (last && !/^(?:Chat Started|Chat Origin|Agent|Operator)\b/i.test(line))
      last.text += `\n${line}`;
  }
  return turns.filter(({ text }) => text.trim() !== '');
}

function actorOf(
  who: string,
  agents: readonly string[],
  { bot_names: bots, customer_names: customers }: Options,
): ContactTurn['actor'] {
  if (bots.includes(who)) return 'system';
  if (customers.includes(who)) return 'customer';
  // Headings of some exports have the bot and the agents alike; without any, whoever is no customer is an agent.
  return agents.length === 0 || agents.some((name) => name.startsWith(who)) ? 'agent' : 'customer';
}
