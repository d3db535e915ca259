import { UsageError } from '../domain/errors.js';
import type { QuarantineEntry } from '../domain/night.js';
import { createContext } from '../pipeline/context.js';
import { withLock } from '../pipeline/lock.js';
import { readAgain } from '../pipeline/stages/ingest.js';
import type { Store } from '../store/store.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  nightTools,
  type Outside,
  withKnownStore,
} from './command.js';

export interface QuarantineOptions extends CommonOptions {
  /** Nothing: list what was set aside. */
  action?: string;
  /** Of these files alone: a part of their path. */
  file?: string;
}

const placesShown = 5;

/** `handback quarantine`: what was set aside, by reason; `replay`: its files are read again after a fix. */
export async function run(options: QuarantineOptions, outside: Outside): Promise<CommandOutcome> {
  const { action, file = '' } = options;
  if (action !== undefined && action !== 'replay')
    throw new UsageError(`${action}: expected replay, or nothing for the list`);
  const config = loadConfig(options, outside);
  const ours = async (store: Store) =>
    (await store.quarantine()).filter((entry) => entry.file.includes(file));
  if (action === undefined)
    return withKnownStore(config, async (store) => {
      const entries = await ours(store);
      return { text: list(entries), data: { quarantine: entries } };
    });
  return withLock(`${config.database}.lock`, () =>
    withKnownStore(config, async (store) => {
      const before = await ours(store);
      const tools = await nightTools(config, store, outside);
      const files = [...new Set(before.map((entry) => entry.file))];
      const totals = await readAgain(createContext(config, tools, null), files);
      const after = await ours(store);
      const { sessions, contacts, surveys, warnings } = totals;
      const saved = [sessions, contacts, surveys].reduce(
        (n, one) => n + one.added + one.changed,
        0,
      );
      return {
        text: [
          `Read again: ${files.length} files. ${saved} records are new or changed; in quarantine were ${before.length}, are ${after.length}.`,
          ...warnings.map((warning) => `  Warning: ${warning}`),
          ...(after.length > 0 ? [list(after)] : []),
        ].join('\n'),
        data: { files, saved, before: before.length, quarantine: after, warnings },
        exitCode: after.length > 0 ? 3 : 0,
      };
    }),
  );
}

/** The most frequent reason first, with the first places of each. */
function list(entries: readonly QuarantineEntry[]): string {
  if (entries.length === 0) return 'Nothing is in quarantine.';
  const groups = new Map<string, QuarantineEntry[]>();
  for (const entry of entries) {
    const key = `${entry.source}: ${entry.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const sorted = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return [
    `In quarantine: ${entries.length} records. What they held is not kept; file and line say where they are.`,
    ...sorted.flatMap(([reason, group]) => [
      `  ${group.length} × ${reason}`,
      ...group.slice(0, placesShown).map(({ file, line }) => `      ${file}:${line}`),
      ...(group.length > placesShown ? [`      and ${group.length - placesShown} more`] : []),
    ]),
    'After a fix: "handback quarantine replay" reads these files again.',
  ].join('\n');
}
