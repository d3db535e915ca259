import { filled } from '../../lib/json.js';
import { cellAt, describeHeader, placesOf } from '../input/columns.js';
import { type CsvRow, csvBatches } from '../input/csv.js';
import type { InputFile } from '../input/input.js';
import { scoreOf } from '../input/scores.js';
import { isRounded, noTime, rounded } from '../input/table-options.js';
import { type TimeReader, timeReader } from '../input/times.js';
import { type ContactTurn, inOrder } from '../log/contact-log.js';
import { createLastMentions, isSmall, type LastMentions, sweepEvery } from '../log/mentions.js';
import type { Source, SourceItem } from '../vendor.js';
import { type ContactsCsvOptions, contactsCsvOptions } from './options.js';
import { recognise } from './recognise.js';

/** Any contact centre's table: a row a contact, or a row a message. */
export const source: Source<ContactsCsvOptions> = {
  title: 'Agent contacts as CSV',
  description: 'A table with a contact or a message a row; options say which column is which.',
  holds: ['agent contacts'],
  options: contactsCsvOptions,
  recognise,
  async *read(file, options, { timeZone }) {
    const last = options.rows === 'message' ? await lastRows(file, options) : null;
    const open: Open = new Map();
    let reading: Reading | null = null;
    let waiting = 0;
    for await (const rows of csvBatches(file, options))
      for (const row of rows) {
        if ('fault' in row) yield row;
        else if (!reading) {
          reading = readingOf(row, options, timeZone);
          if (reading.missing.length === 0) continue;
          const fault = `${reading.missing.join('; ')}; ${describeHeader(reading.header, Object.values(filled(options.columns)))}`;
          yield { line: row.line, fault };
          return;
        } else if (options.rows === 'contact')
          yield* contactItems(rowOf(row, reading), [], options);
        else {
          if (last && ++waiting > Math.max(sweepEvery, open.size)) {
            waiting = 0;
            yield* behind(open, last, row.line, options);
          }
          const read = rowOf(row, reading);
          if ('fault' in read) yield read;
          else {
            const own = open.get(read.contact_id) ?? { row: read, turns: [] };
            open.set(read.contact_id, own);
            own.turns.push(turnOf(read, reading));
          }
        }
      }
    if (open.size > 0 && reading?.isHeard === false) yield { line: 1, fault: nobodyKnown };
    for (const { row, turns } of open.values()) yield* contactItems(row, inOrder(turns), options);
  },
};

const nobodyKnown =
  'speaker: none is an agent or a customer as `agents` and `customers` tell them; all words are taken for the system';

/** Contacts of which a message was read, in the order of their first ones. */
type Open = Map<string, { row: Row; turns: ContactTurn[] }>;

/** Contacts of which no message follows. */
function* behind(
  open: Open,
  last: LastMentions,
  line: number,
  options: ContactsCsvOptions,
): Generator<SourceItem> {
  for (const [id, { row, turns }] of [...open])
    if (last.isBehind(id, [line])) {
      open.delete(id);
      yield* contactItems(row, inOrder(turns), options);
    }
}

/** The last row of each contact; null where all of them may be kept. */
async function lastRows(
  file: InputFile,
  options: ContactsCsvOptions,
): Promise<LastMentions | null> {
  if (await isSmall([file])) return null;
  const last = createLastMentions();
  let at = -1;
  for await (const rows of csvBatches(file, options))
    for (const row of rows) {
      if ('fault' in row) continue;
      if (at === -1) {
        const [place] = placesOf(row.cells, options.columns.contact_id);
        if (place === undefined) return null;
        at = place;
      } else last.note((row.cells[at] ?? '').trim(), 0, row.line);
    }
  return last;
}

/** What does not change from row to row. */
interface Reading {
  header: string[];
  /** Columns that are named and are not there. */
  missing: string[];
  columns: [Name, number[]][];
  time: TimeReader;
  agents: RegExp;
  customers: RegExp;
  /** Whether any message was an agent's or a customer's. */
  isHeard: boolean;
}

function readingOf(
  row: CsvRow,
  options: ContactsCsvOptions,
  timeZone: string | undefined,
): Reading {
  const header = row.cells.map((name) => name.trim());
  return {
    header,
    missing: missingColumns(header, options),
    columns: Object.entries(options.columns).flatMap(([name, column]): [Name, number[]][] =>
      column === undefined ? [] : [[name as Name, placesOf(header, column)]],
    ),
    time: timeReader(options.timestamp_format, options.timezone ?? timeZone),
    agents: new RegExp(options.agents, 'i'),
    customers: new RegExp(options.customers, 'i'),
    isHeard: false,
  };
}

type Name = keyof ContactsCsvOptions['columns'];
type Row = Partial<Record<Name, string>> & { line: number; contact_id: string; started_at: string };

function missingColumns(header: readonly string[], { columns }: ContactsCsvOptions): string[] {
  return Object.entries(columns).flatMap(([name, column]) =>
    column === undefined || placesOf(header, column).length > 0
      ? []
      : [`columns.${name}: no column "${column}"`],
  );
}

const times: readonly Name[] = ['started_at', 'answered_at', 'ended_at'];

function rowOf(
  { line, cells }: CsvRow,
  { columns, time }: Reading,
): Row | { line: number; fault: string } {
  const faults: string[] = [];
  const row: Partial<Row> = { line };
  for (const [name, places] of columns) {
    const cell = cellAt(cells, places);
    if (cell === '') continue;
    const known = times.includes(name) ? time(cell) : cell;
    if (known !== null) row[name] = known;
    else faults.push(`${name}: ${noTime}`);
  }
  if (row.contact_id === undefined) faults.push('contact_id: empty');
  else if (isRounded(row.contact_id)) faults.push(`contact_id: ${rounded}`);
  if (row.started_at === undefined && faults.length === 0) faults.push('started_at: empty');
  return faults.length > 0 ? { line, fault: faults.join('; ') } : (row as Row);
}

function turnOf({ started_at: at, speaker = '', text = '' }: Row, reading: Reading): ContactTurn {
  const isAgent = reading.agents.test(speaker);
  const isCustomer = !isAgent && reading.customers.test(speaker);
  reading.isHeard ||= isAgent || isCustomer;
  return { at, actor: isAgent ? 'agent' : isCustomer ? 'customer' : 'system', text };
}

function* contactItems(
  row: Row | { line: number; fault: string },
  turns: ContactTurn[],
  options: ContactsCsvOptions,
): Generator<SourceItem> {
  if ('fault' in row) {
    yield row;
    return;
  }
  const { line } = row;
  const isMessages = options.rows === 'message';
  const customer = filled({
    id: row.customer_id,
    phone: row.phone,
    email: row.email,
    account: row.account,
  });
  const csat = scoreOf(row.csat ?? '', { max: options.csat_scale ?? usualHighest });
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
      csat: typeof csat === 'number' ? csat : undefined,
      csat_scale: options.csat_scale,
    }),
    turns,
  };
  // A contact is worth having without its score.
  if (typeof csat === 'object') yield { line, fault: `csat: ${csat.fault}` };
  yield { line, record };
}

const usualHighest = 5;

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
