import type { Identity } from '../domain/conversation.js';
import { UsageError } from '../domain/errors.js';
import { addDays } from '../lib/calendar.js';
import { eraseOutputs } from '../pipeline/erase-outputs.js';
import { looksBehind } from '../pipeline/health/judge.js';
import { withLock } from '../pipeline/lock.js';
import type { Redactor } from '../redact/redact.js';
import { type CustomerRecords, purgedSetting } from '../store/deletions.js';
import {
  type CommandOutcome,
  type CommonOptions,
  createTools,
  keyOf,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

export interface EraseOptions extends CommonOptions {
  /** A phone number, an e-mail address, an account, a customer's id, or the id of a session or contact. */
  identifier: string;
  /** Without it nothing is deleted, and what would be is said. */
  yes?: boolean;
}

const kinds =
  'a phone number, an e-mail address, an account, a customer id, a session id or a contact id';

/** `handback erase IDENTIFIER`: all that is kept of one customer goes. */
export async function run(
  { identifier, yes = false, ...options }: EraseOptions,
  outside: Outside,
): Promise<CommandOutcome> {
  if (identifier.trim() === '')
    throw new UsageError(`erase: the identifier is empty; expected ${kinds}`);
  const config = loadConfig(options, outside);
  return withLock(`${config.database}.lock`, () =>
    withKnownStore(config, async (store) => {
      const { redactor } = createTools(config, outside, await keyOf(config, store, outside, false));
      const records = await store.customerRecords(hashesOf(identifier, redactor), [
        identifier,
        redactor.scrubId(identifier),
      ]);
      const found = countsOf(records);
      if (records.sessions.length + records.contacts.length + records.surveys.length === 0)
        return {
          text: `No record of that customer is stored. Looked for it as ${kinds}. As it stands in the export, with country code or without, is right for a phone number; a name is not looked for.`,
          data: { found, erased: false },
        };
      if (!yes) return { text: describe(records), data: { found, erased: false } };
      const { rows, phrases, nights } = await store.erase(records);
      await store.vacuum();
      const purgedBefore = await store.setting(purgedSetting);
      const isGone = (night: string) =>
        purgedBefore !== null && looksBehind(addDays(night, 1 - config.windowDays), purgedBefore);
      const gone = nights.filter(isGone);
      const again = nights.filter((night) => !isGone(night));
      const files = eraseOutputs(config.out, records.traces, phrases);
      return {
        text: [
          `Erased: ${sentence(records)}.`,
          `  Rows changed or deleted: ${Object.entries(rows)
            .map(([table, n]) => `${table} ${n}`)
            .join(', ')}.`,
          ...files.shortened.map((file) => `  lines taken out of ${file}`),
          ...files.removed.map((file) => `  removed ${file}`),
          ...(again.length === 0
            ? []
            : [`  "handback nightly --date DAY" writes these nights again: ${again.join(', ')}.`]),
          ...(gone.length === 0
            ? []
            : [
                `  These nights cannot be made again, since conversations that they looked at are purged; what is left of their folders stays: ${gone.join(', ')}.`,
              ]),
          'Not ours to erase: the exports that were read (what stands in them comes back when they are read again), exported import files, and your backups.',
        ].join('\n'),
        data: { found, erased: true, rows, files, nights },
      };
    }),
  );
}

/** The identifier is read as each kind, for the caller need not know under which it was logged. */
function hashesOf(identifier: string, redactor: Redactor): string[] {
  const as = (kind: keyof Identity) => redactor.identity({ [kind]: identifier })[kind];
  const all = [as('id'), as('phone'), as('email'), as('account'), redactor.digestValue(identifier)];
  return [...new Set(all.filter((hash) => hash !== undefined && hash !== null))];
}

const countsOf = ({ sessions, contacts, surveys }: CustomerRecords) => ({
  sessions: sessions.length,
  contacts: contacts.length,
  surveys: surveys.length,
});

const sentence = (records: CustomerRecords): string =>
  Object.entries(countsOf(records))
    .map(([name, n]) => `${n} ${name}`)
    .join(', ');

function describe(records: CustomerRecords): string {
  return [
    `Would erase ${sentence(records)}, and all that quotes them:`,
    ...[...records.sessions, ...records.contacts].map((id) => `  ${id}`),
    'These are the records with that identifier, what is linked to them, and what shares an identity with those. With --yes they go.',
  ].join('\n');
}
