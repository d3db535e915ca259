import { firstText, isObject, type JsonObject, parseObject, textOf } from '../../lib/json.js';
import { filesBeside } from '../input/files.js';
import { openInput } from '../input/input.js';
import { botLog } from '../log/bot-log.js';
import { momentOf } from '../log/moment.js';
import { objectsIn, type Wrapping } from '../log/objects.js';
import type { Setting } from '../vendor.js';
import { type Queued, readEntry } from './entry.js';
import { type LexOptions, lexOptions } from './options.js';

/** Conversation logs of Amazon Lex V2, bare or as CloudWatch and S3 wrap them. */
export const source = botLog<LexOptions>({
  title: 'Amazon Lex V2 conversation logs',
  description:
    'Text logs as CloudWatch Logs keeps them: bare entries, log events, Logs Insights results (JSON or CSV), subscriptions and exports to S3.',
  options: lexOptions,
  wrapping: {
    lists: ['events', 'logEvents', 'results', 'Records'],
    texts: ['message', '@message'],
    csv: ['@message'],
  },
  mentions: () => /"sessionId\\*"\s*:\s*\\*"([^"\\]+)/,
  read: (entry, options, queued) => readEntry(entry, options, queued as Queued | null),
  lookUp: (options, setting) =>
    options.connect_records === undefined
      ? Promise.resolve(null)
      : queuedContacts(options, setting),
  companions: recordFiles,
  recognise({ objects, rows }, others) {
    const isOurs = [...objects, ...rows.flatMap((cells) => cells.flatMap(entryIn))].some(
      (one) =>
        isObject(one.sessionState) &&
        textOf(one.sessionId) !== undefined &&
        Array.isArray(one.interpretations),
    );
    const records = others.find((one) =>
      one.objects.some((o) => {
        const contact = isObject(o.Contact) ? o.Contact : o;
        return (
          firstText(contact, contactIds) !== undefined && contactQueues.some((k) => k in contact)
        );
      }),
    );
    return isOurs ? (records ? { connect_records: records.path } : {}) : null;
  },
});

/** A cell of a table of log events. */
const entryIn = (cell: string): JsonObject[] => [parseObject(cell)].filter((one) => one !== null);

function recordFiles({ connect_records: glob }: LexOptions, { path }: Setting): Promise<string[]> {
  return filesBeside(glob, path);
}

/** Of contact records, of described contacts and of contact events, and what clouds put around them. */
const contactIds = ['ContactId', 'Id', 'contactId'];
const contactQueues = ['Queue', 'QueueInfo', 'queueInfo'];
const queuedAt = [
  ...contactQueues.flatMap((name) => [`${name}.EnqueueTimestamp`, `${name}.enqueueTimestamp`]),
  ...['Agent', 'AgentInfo', 'agentInfo'].flatMap((name) => [
    `${name}.ConnectedToAgentTimestamp`,
    `${name}.connectedToAgentTimestamp`,
  ]),
];
const contactWrapping: Wrapping = {
  lists: ['Contacts', 'Records', 'records', 'logEvents', 'events'],
  texts: ['Contact', 'detail', 'kinesis', 'data', 'Data', 'body', 'Sns', 'Message', 'message'],
};

/** Only what entered a queue or was answered went to an agent: the rest stayed in a flow. */
async function queuedContacts(options: LexOptions, setting: Setting): Promise<Queued> {
  const queued = new Map<string, string>();
  for (const path of await recordFiles(options, setting))
    for await (const found of objectsIn(openInput(path), contactWrapping)) {
      if ('fault' in found) continue;
      const id = firstText(found.value, contactIds);
      const at = momentOf(firstText(found.value, queuedAt));
      // An event has the first moment of 1970 for what has not happened.
      if (id === undefined || at === undefined || at.startsWith('1970-01-01')) continue;
      const first = firstText(found.value, ['InitialContactId', 'initialContactId']);
      for (const one of [id, first]) if (one !== undefined && !queued.has(one)) queued.set(one, at);
    }
  return queued;
}
