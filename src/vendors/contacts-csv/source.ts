import { filled } from '../../lib/json.js';
import { type CsvRow, csvRows } from '../input/csv.js';
import { type TimeReader, timeReader } from '../input/times.js';
import { type ContactTurn, inOrder } from '../log/contact-log.js';
import type { Sample, Source, SourceItem } from '../vendor.js';
import { type ContactsCsvOptions, contactsCsvOptions } from './options.js';

/** Any contact centre's table: a row a contact, or a row a message. */
export const source: Source<ContactsCsvOptions> = {
  title: 'Agent contacts as CSV',
  description: 'A table with a contact or a message a row; options say which column is which.',
  holds: ['agent contacts'],
  options: contactsCsvOptions,
  recognise,
  async *read(file, options, { timeZone }) {
    const time = timeReader(options.timestamp_format, options.timezone ?? timeZone);
    const open = new Map<string, { line: number; row: Row; turns: ContactTurn[] }>();
    let header: string[] | null = null;
    for await (const row of csvRows(file, options)) {
      if ('fault' in row) yield row;
      else if (!header) {
        header = row.cells.map((name) => name.trim());
        const missing = missingColumns(header, options);
        if (missing.length > 0) {
          yield {
            line: row.line,
            fault: `${missing.join('; ')}; the file has ${header.join(', ')}`,
          };
          return;
        }
      } else if (options.rows === 'contact')
        yield contactItem(rowOf(row, header, options, time), [], options);
      else {
        const read = rowOf(row, header, options, time);
        if ('fault' in read) yield read;
        else {
          const own = open.get(read.contact_id) ?? { line: row.line, row: read, turns: [] };
          open.set(read.contact_id, own);
          own.turns.push(turnOf(read, options));
        }
      }
    }
    for (const { row, turns } of open.values()) yield contactItem(row, inOrder(turns), options);
  },
};

type Name = keyof ContactsCsvOptions['columns'];
type Row = Partial<Record<Name, string>> & { line: number; contact_id: string; started_at: string };

function missingColumns(header: readonly string[], { columns }: ContactsCsvOptions): string[] {
  return Object.entries(columns).flatMap(([name, column]) =>
    column === undefined || header.includes(column)
      ? []
      : [`columns.${name}: no column "${column}"`],
  );
}

const times: readonly Name[] = ['started_at', 'answered_at', 'ended_at'];

function rowOf(
  { line, cells }: CsvRow,
  header: readonly string[],
  { columns }: ContactsCsvOptions,
  time: TimeReader,
): Row | { line: number; fault: string } {
  const faults: string[] = [];
  const entries = Object.entries(columns).flatMap(([name, column]): [string, string][] => {
    const cell = column === undefined ? '' : (cells[header.indexOf(column)] ?? '').trim();
    if (cell === '') return [];
    if (!times.includes(name as Name)) return [[name, cell]];
    const moment = time(cell);
    if (moment === null)
      faults.push(`${name}: not in timestamp_format, or without an offset; set \`timezone\``);
    return moment === null ? [] : [[name, moment]];
  });
  const row = Object.fromEntries(entries);
  if (row.contact_id === undefined) faults.push('contact_id: empty');
  if (row.started_at === undefined && faults.length === 0) faults.push('started_at: empty');
  return faults.length > 0 ? { line, fault: faults.join('; ') } : ({ ...row, line } as Row);
}

function turnOf(
  { started_at: at, speaker = '', text = '' }: Row,
  { agents, customers }: ContactsCsvOptions,
): ContactTurn {
  if (new RegExp(agents, 'i').test(speaker)) return { at, actor: 'agent', text };
  return { at, actor: new RegExp(customers, 'i').test(speaker) ? 'customer' : 'system', text };
}

function contactItem(
  row: Row | { line: number; fault: string },
  turns: ContactTurn[],
  options: ContactsCsvOptions,
): SourceItem {
  if ('fault' in row) return row;
  const isMessages = options.rows === 'message';
  const customer = filled({
    id: row.customer_id,
    phone: row.phone,
    email: row.email,
    account: row.account,
  });
  const csat = Number(row.csat);
  const record = {
    type: 'agent_contact',
    platform: options.platform,
    contact_id: row.contact_id,
    started_at: isMessages ? (turns[0]?.at ?? row.started_at) : row.started_at,
    channel: channelOf(row.channel) ?? options.channel,
    origin: row.handoff_key === undefined ? options.origin : 'bot',
    ...filled({
      answered_at: isMessages ? turns.find(({ actor }) => actor === 'agent')?.at : row.answered_at,
      ended_at: isMessages ? turns.at(-1)?.at : row.ended_at,
      handoff_key: row.handoff_key,
      customer: Object.keys(customer).length > 0 ? customer : undefined,
      queue: row.queue,
      agent_id: row.agent_id,
    }),
    outcome: filled({
      reason: row.reason,
      resolved: truth(row.resolved),
      csat: row.csat === undefined || !Number.isFinite(csat) ? undefined : csat,
      csat_scale: options.csat_scale,
    }),
    turns,
  };
  return { line: row.line, record };
}

function channelOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/voice|phone|call/i.test(text)) return 'voice';
  if (/mail/i.test(text)) return 'email';
  return /sms|whatsapp|messag|facebook/i.test(text) ? 'messaging' : 'chat';
}

function truth(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (/^(?:true|yes|y|1|resolved|solved|closed)$/i.test(text)) return true;
  return /^(?:false|no|n|0|open|unresolved)$/i.test(text) ? false : undefined;
}

/** What people call these columns, by their letters alone. The first that fits is taken. */
const usual: readonly (readonly [Name, RegExp])[] = [
  [
    'contact_id',
    /^(?:contact|conversation|interaction|ticket|chat|call|case)(?:id|number|no)?$|^id$/,
  ],
  [
    'started_at',
    /^(?:started|start|created|queued|opened|enqueued|timestamp|sent)(?:at|time|date|on|datetime)?$|^(?:date|time|datetime)$/,
  ],
  ['answered_at', /^(?:answered|accepted|connected|assigned|pickedup)(?:at|time|date|on)?$/],
  ['ended_at', /^(?:ended|end|closed|finished|disconnected|resolvedat)(?:at|time|date|on)?$/],
  ['handoff_key', /^(?:handoff|session|handover|bot|botsession)(?:key|id|sessionid)$|^botsession$/],
  ['queue', /^(?:queue|skill|department|group|team)(?:name)?$/],
  ['agent_id', /^(?:agent|advisor|operator|owner|assignee)(?:id|name)?$/],
  ['reason', /^(?:disposition|reason|wrapup|wrapupcode|contactreason|outcome|category)(?:code)?$/],
  ['resolved', /^(?:resolved|isresolved|solved|status)$/],
  ['csat', /^(?:csat|csatscore|satisfaction|rating|score)$/],
  ['customer_id', /^(?:customer|user|client|requester|visitor)(?:id)?$/],
  ['phone', /^(?:phone|phonenumber|mobile|ani|msisdn|customerphone)$/],
  ['email', /^(?:email|emailaddress|customeremail)$/],
  ['account', /^(?:account|accountnumber|accountid|policy|policynumber)$/],
  ['channel', /^(?:channel|medium|media|mediatype)$/],
  ['speaker', /^(?:speaker|sender|author|role|from|actor|participant)(?:type|name)?$/],
  ['text', /^(?:text|message|body|utterance|content|transcript)$/],
];

function recognise({ rows }: Sample): Record<string, unknown> | null {
  const [header = [], ...cells] = rows;
  const columns: Partial<Record<Name, string>> = {};
  for (const [name, pattern] of usual) {
    const found = header.find(
      (one) =>
        pattern.test(one.toLowerCase().replace(/[^a-z]/g, '')) &&
        !Object.values(columns).includes(one),
    );
    if (found !== undefined) columns[name] = found;
  }
  const { contact_id: id, started_at: start, speaker, text } = columns;
  if (id === undefined || start === undefined) return null;
  const isMessages = speaker !== undefined && text !== undefined;
  // Without an agent's side it is something else: a survey, a list.
  if (
    !isMessages &&
    [columns.answered_at, columns.queue, columns.agent_id, columns.reason].every(
      (one) => one === undefined,
    )
  )
    return null;
  const at = header.indexOf(start);
  const format = formatOf(cells.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== ''));
  if (!isMessages) {
    delete columns.speaker;
    delete columns.text;
  }
  return {
    rows: isMessages ? 'message' : 'contact',
    columns,
    ...(format === undefined ? {} : { timestamp_format: format }),
  };
}

/** Of days and months only a day above 12 tells which is which; where none is, nothing is proposed. */
function formatOf(cells: readonly string[]): string | undefined {
  if (cells.every((cell) => /^\d{10}(?:\.\d+)?$/.test(cell))) return 'epoch_seconds';
  if (cells.every((cell) => /^\d{13}$/.test(cell))) return 'epoch_millis';
  const slashed = cells.map((cell) =>
    /^(\d{1,2})([/.])(\d{1,2})[/.]\d{4} \d{1,2}:\d\d(:\d\d)?$/.exec(cell),
  );
  const [first] = slashed;
  if (!first || slashed.some((one) => !one)) return undefined;
  const [, , sign = '/', , seconds] = first;
  const isDayFirst = slashed.some((one) => Number(one?.[1]) > 12);
  if (!isDayFirst && !slashed.some((one) => Number(one?.[3]) > 12)) return undefined;
  const day = isDayFirst ? `DD${sign}MM` : `MM${sign}DD`;
  return `${day}${sign}YYYY HH:mm${seconds === undefined ? '' : ':ss'}`;
}
