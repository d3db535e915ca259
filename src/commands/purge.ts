import type { Config } from '../domain/config.js';
import { addDays, createCalendar } from '../lib/calendar.js';
import { purgeOutputs } from '../pipeline/erase-outputs.js';
import { withLock } from '../pipeline/lock.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

/** `handback purge`: transcripts, identities and quotes older than `retention_days` go; findings and figures stay. */
export async function run(options: CommonOptions, outside: Outside): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  const { firstKept, rows, removed } = await purge(config, outside.now());
  const changed = Object.entries(rows).filter(([, n]) => n > 0);
  return {
    text: [
      `Kept are conversations from ${firstKept} on (retention_days: ${config.retentionDays}).`,
      changed.length === 0
        ? '  Nothing older was left.'
        : `  Emptied or deleted: ${changed.map(([table, n]) => `${table} ${n}`).join(', ')}.`,
      ...(removed.length === 0 ? [] : [`  Files of old nights removed: ${removed.length}.`]),
    ].join('\n'),
    data: { firstKept, rows, removed },
  };
}

/** Under the lock of the nights: a night that reads what is deleted would say something of half a window. */
export function purge(config: Config, now: number) {
  const { timeZone } = config.bot;
  const calendar = createCalendar(timeZone);
  const firstKept = addDays(calendar.local(now).day, -config.retentionDays);
  return withLock(`${config.database}.lock`, () =>
    withKnownStore(config, async (store) => {
      const rows = await store.purge(calendar.startOf(firstKept), firstKept);
      const { removed } = purgeOutputs(config.out, firstKept);
      if (Object.values(rows).some((n) => n > 0)) await store.vacuum();
      return { firstKept, rows, removed };
    }),
  );
}
