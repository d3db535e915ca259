/** What a vendor's format carries of our records: each field of what was written, looked for in what is read again. */
import { join } from 'node:path';
import type { AgentContactRecord, BotSessionRecord } from '../../src/domain/records.js';
import { filesAt } from '../../src/vendors/input/files.js';
import { openInput } from '../../src/vendors/input/input.js';
import { findSource } from '../../src/vendors/sources.js';
import type { WrittenFormat } from './written-formats.js';

export interface RecordsRead {
  sessions: Map<string, BotSessionRecord>;
  contacts: Map<string, AgentContactRecord>;
  faults: string[];
}

/** @param folder of the simulation */
export async function recordsOf(folder: string, written: WrittenFormat): Promise<RecordsRead> {
  const source = findSource(written.format);
  if (!source) throw new Error(`no source ${written.format}`);
  const path = join(folder, written.path);
  const options = source.options.parse(written.options);
  const read: RecordsRead = { sessions: new Map(), contacts: new Map(), faults: [] };
  for (const file of await filesAt(path))
    for await (const item of source.read(openInput(file), options, {
      path,
      timeZone: 'Europe/London',
    })) {
      if ('fault' in item) read.faults.push(item.fault);
      else {
        const record = item.record as BotSessionRecord | AgentContactRecord;
        if (record.type === 'bot_session') read.sessions.set(plainId(record.session_id), record);
        else if (record.type === 'agent_contact')
          read.contacts.set(plainId(record.contact_id), record);
      }
    }
  return read;
}

/** The simulator's id in a vendor's: Rasa's sessions have their time behind it, Twilio's tasks two letters before it and no hyphens. */
export const plainId = (id: string): string =>
  id.replace(/@.*$/, '').replace(/^WT/, '').replaceAll('-', '');

type Value = unknown;
/** Values of one field of a record, in order; those that are not there are left out. */
type Field<R> = (record: R) => Value[];

const present = (values: readonly Value[]): Value[] =>
  values.filter((one) => one !== undefined && one !== null && one !== '');
const digits = (text: string | undefined) => text?.replace(/[^+\d]/g, '');
const second = (time: string | undefined) =>
  time === undefined ? undefined : Math.floor(Date.parse(time) / 1000);
const ofTurns = <T>(turns: readonly T[] | undefined, pick: (turn: T) => Value): Value[] =>
  present((turns ?? []).map(pick));

type BotTurn = BotSessionRecord['turns'][number];
const bots = (turn: BotTurn) => turn.actor === 'bot';
const customers = (turn: BotTurn) => turn.actor === 'customer';
const person = ({ customer = {} }: BotSessionRecord | AgentContactRecord) =>
  Object.entries(customer).map(
    ([field, value]) => `${field}=${field === 'phone' ? digits(value) : value}`,
  );

const botFields: Record<string, Field<BotSessionRecord>> = {
  "customer's words": ({ turns }) => ofTurns(turns.filter(customers), ({ text }) => text),
  "bot's words": ({ turns }) => ofTurns(turns.filter(bots), ({ text }) => text),
  'times of what was said': ({ turns }) =>
    ofTurns(
      turns.filter(({ text }) => text),
      ({ at, text }) => `${second(at)} ${text}`,
    ),
  'what was understood': ({ turns }) => ofTurns(turns, ({ intent }) => intent?.name),
  confidence: ({ turns }) => ofTurns(turns, ({ intent }) => intent?.confidence),
  'second guesses': ({ turns }) => ofTurns(turns, ({ intent }) => intent?.ranking?.[1]?.name),
  'values held': ({ turns }) =>
    turns.flatMap(({ slots }) =>
      Object.entries(slots ?? {}).map(([name, value]) => `${name}=${String(value)}`),
    ),
  'slot asked for': ({ turns }) => ofTurns(turns, ({ asks_for }) => asks_for),
  'actions by name': ({ turns }) => ofTurns(turns, ({ action }) => action),
  'failed actions': ({ turns }) => ofTurns(turns, ({ error }) => error && 'failed'),
  'that it handed over': ({ outcome }) => (outcome === 'escalated' ? [outcome] : []),
  'why it handed over': ({ handoff }) => present([handoff?.reason]),
  'where to': ({ handoff }) => present([handoff?.target]),
  'join key': ({ handoff }) => present([handoff?.key]),
  'context for the agent': ({ handoff }) => present([handoff?.context?.level]),
  channel: ({ channel }) => [channel],
  'who the customer is': person,
};

const agentFields: Record<string, Field<AgentContactRecord>> = {
  "customer's words": ({ turns }) =>
    ofTurns(
      turns?.filter(({ actor }) => actor === 'customer'),
      ({ text }) => text,
    ),
  "agent's words": ({ turns }) =>
    ofTurns(
      turns?.filter(({ actor }) => actor === 'agent'),
      ({ text }) => text,
    ),
  'times of what was said': ({ turns }) =>
    ofTurns(turns, ({ at, text }) => `${second(at)} ${text}`),
  sentiment: ({ turns }) => ofTurns(turns, ({ sentiment }) => sentiment),
  'when it was queued': ({ started_at }) => present([second(started_at)]),
  'when it was answered': ({ answered_at }) => present([second(answered_at)]),
  'when it ended': ({ ended_at }) => present([second(ended_at)]),
  'came from the bot': ({ origin }) => (origin === 'bot' ? [origin] : []),
  'came directly': ({ origin }) => (origin === 'direct' ? [origin] : []),
  'contact before it': ({ attributes }) => present([attributes?.previous_contact_id]),
  'join key': ({ handoff_key, attributes }) =>
    present([handoff_key ?? attributes?.handoff_key ?? undefined]),
  channel: ({ channel }) => [channel],
  queue: ({ queue }) => present([queue]),
  agent: ({ agent_id }) => present([agent_id]),
  hold: ({ hold_seconds }) => (hold_seconds ? [hold_seconds] : []),
  'wrap-up code': ({ outcome }) => present([outcome?.reason]),
  resolved: ({ outcome }) => (outcome?.resolved ? [true] : []),
  'not resolved': ({ outcome }) => (outcome?.resolved === false ? [false] : []),
  'rating (CSAT)': ({ outcome }) => present([outcome?.csat]),
  complaint: ({ outcome }) => (outcome?.complaint ? [true] : []),
  'passed on to another agent': ({ outcome }) => (outcome?.transferred ? [true] : []),
  'who the customer is': person,
};

export type Share = { kept: number; of: number };
export type Shares = Record<string, Share>;

function shares<R>(
  fields: Record<string, Field<R>>,
  written: readonly R[],
  find: (record: R) => R | undefined,
): Shares {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const share = { kept: 0, of: 0 };
      for (const record of written) {
        const found = find(record);
        const left = found ? [...field(found)] : [];
        for (const value of field(record)) {
          share.of++;
          const at = left.indexOf(value);
          if (at === -1) continue;
          share.kept++;
          left.splice(at, 1);
        }
      }
      return [name, share];
    }),
  );
}

const noShares: Shares = {};

/** By the name of the format, of each side; `alias` is the session in whose container a contact stands. */
export function carriedBy(
  written: { sessions: readonly BotSessionRecord[]; contacts: readonly AgentContactRecord[] },
  read: RecordsRead,
  { sides }: WrittenFormat,
  alias: ReadonlyMap<string, string>,
): { bot: Shares; agent: Shares } {
  const contactOf = ({ contact_id: id }: AgentContactRecord) =>
    read.contacts.get(plainId(id)) ?? read.contacts.get(plainId(alias.get(id) ?? ''));
  return {
    bot: sides.includes('bot')
      ? shares(botFields, written.sessions, ({ session_id: id }) => read.sessions.get(plainId(id)))
      : noShares,
    agent: sides.includes('agent') ? shares(agentFields, written.contacts, contactOf) : noShares,
  };
}
