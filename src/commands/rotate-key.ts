import { fingerprintOf } from '../config/fingerprint.js';
import { takeNextKey, writeNextKey } from '../config/key.js';
import { UsageError } from '../domain/errors.js';
import { surveyIdOf } from '../ingest/protect-contact.js';
import { withLock } from '../pipeline/lock.js';
import { createRehash } from '../redact/digest.js';
import {
  type CommandOutcome,
  type CommonOptions,
  createTools,
  keyOf,
  keySetting,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

/**
 * `handback rotate-key`: a new key behind the one that holds. What was equal stays equal, so that links, findings and decisions
 * stand; whoever has the old key alone can no longer try out numbers against the database.
 */
export async function run(options: CommonOptions, outside: Outside): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  if (outside.environment.HANDBACK_KEY)
    throw new UsageError(
      'rotate-key: the key is in HANDBACK_KEY, which we cannot change; write it into the key file as hexadecimal digits first',
    );
  return withLock(`${config.database}.lock`, () =>
    withKnownStore(config, async (store) => {
      const keys = await keyOf(config, store, outside);
      const next = writeNextKey(config.keyFile, keys);
      const rehash = createRehash(next.at(-1) as Buffer);
      const { redactor } = createTools(config, outside, next);
      const rows = await store.rehash(rehash, (survey) => surveyIdOf(survey, redactor), {
        name: keySetting,
        value: fingerprintOf(next),
      });
      takeNextKey(config.keyFile);
      await store.vacuum();
      return {
        text: [
          `The database is hashed under a new key; ${config.keyFile} has ${next.length} now. Back that file up: all of its lines are needed.`,
          '  Folders of earlier nights keep the tokens of the old key until these nights run again; copies of the old database keep its hashes.',
        ].join('\n'),
        data: { keys: next.length, rows },
      };
    }),
  );
}
