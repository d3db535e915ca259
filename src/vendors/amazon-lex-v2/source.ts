import { firstText, isObject, textOf } from '../../lib/json.js';
import { filesBeside } from '../input/files.js';
import { openInput } from '../input/input.js';
import { botLog } from '../log/bot-log.js';
import { momentOf } from '../log/moment.js';
import { objectsIn } from '../log/objects.js';
import type { Setting } from '../vendor.js';
import { type Queued, readEntry } from './entry.js';
import { type LexOptions, lexOptions } from './options.js';

/** Conversation logs of Amazon Lex V2, bare or as CloudWatch and S3 wrap them. */
export const source = botLog<LexOptions>({
  title: 'Amazon Lex V2 conversation logs',
  description:
    'Text logs as CloudWatch Logs keeps them: bare entries, log events, Logs Insights results, subscriptions and exports to S3.',
  options: lexOptions,
  wrapping: { lists: ['events', 'logEvents', 'results', 'Records'], texts: ['message'] },
  mentions: /"sessionId\\*"\s*:\s*\\*"([^"\\]+)/,
  read: (entry, options, queued) => readEntry(entry, options, queued as Queued | null),
  lookUp: (options, setting) =>
    options.connect_records === undefined
      ? Promise.resolve(null)
      : queuedContacts(options, setting),
  companions: recordFiles,
  recognise({ objects }, others) {
    const isOurs = objects.some(
      (one) =>
        isObject(one.sessionState) &&
        textOf(one.sessionId) !== undefined &&
        Array.isArray(one.interpretations),
    );
    const records = others.find((one) =>
      one.objects.some((o) => textOf(o.ContactId) !== undefined && 'Queue' in o),
    );
    return isOurs ? (records ? { connect_records: records.path } : {}) : null;
  },
});

function recordFiles({ connect_records: glob }: LexOptions, { path }: Setting): Promise<string[]> {
  return filesBeside(glob, path);
}

/** Only what entered a queue or was answered went to an agent: the rest stayed in a flow. */
async function queuedContacts(options: LexOptions, setting: Setting): Promise<Queued> {
  const queued = new Map<string, string>();
  for (const path of await recordFiles(options, setting))
    for await (const found of objectsIn(openInput(path), { lists: [] })) {
      if ('fault' in found) continue;
      const id = textOf(found.value.ContactId);
      const at = firstText(found.value, [
        'Queue.EnqueueTimestamp',
        'Agent.ConnectedToAgentTimestamp',
      ]);
      const moment = momentOf(at);
      const asked =
        id === undefined || moment === undefined ? [] : [id, textOf(found.value.InitialContactId)];
      for (const one of asked)
        if (one !== undefined && moment !== undefined && !queued.has(one)) queued.set(one, moment);
    }
  return queued;
}
