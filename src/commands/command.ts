/** What every command shares: its options, its set-up and what it hands to `cli.ts` to print. */
import { resolve } from 'node:path';
import { findConfig, readConfig } from '../config/config.js';
import { readKey } from '../config/key.js';
import type { Config } from '../domain/config.js';
import type { NightTools } from '../pipeline/context.js';
import { createDigest } from '../redact/digest.js';
import { createRedactor, type Redactor } from '../redact/redact.js';
import type { OpenOptions } from '../store/open.js';
import { openSqliteStore } from '../store/sqlite.js';
import type { Store } from '../store/store.js';
import { checkSourceOptions, sourceIds } from '../vendors/sources.js';
import { checkTrainingOptions, trainingIds } from '../vendors/training.js';

export interface CommonOptions {
  config?: string;
  db?: string;
  out?: string;
  json?: boolean;
  quiet?: boolean;
}

/** The world outside, passed in so that commands can be tested. */
export interface Outside {
  cwd: string;
  environment: NodeJS.ProcessEnv;
  now(): number;
  /** One line of progress; on a terminal it replaces the line before, elsewhere it says nothing. */
  progress(line: string): void;
  /** A line of the log, for commands that run for long. */
  log(event: Record<string, unknown>): void;
  /** Resolves when the process is asked to stop. */
  stopRequested: Promise<void>;
}

/** What a command came to: `text` for people, `data` for `--json`, and the exit status. */
export interface CommandOutcome {
  text: string;
  data: unknown;
  exitCode?: 0 | 1 | 3;
}

export function loadConfig(options: CommonOptions, { cwd }: Outside): Config {
  const file = findConfig(options.config, cwd);
  return readConfig(
    file,
    {
      sources: sourceIds,
      training: trainingIds,
      checkOptions: checkSourceOptions,
      checkTrainingOptions,
    },
    {
      ...(options.db !== undefined && { database: resolve(cwd, options.db) }),
      ...(options.out !== undefined && { out: resolve(cwd, options.out) }),
    },
  );
}

/** @param keyOf reads the key; the one that makes a missing key unless another is given */
export function createTools(
  config: Config,
  outside: Outside,
  keyOf: typeof readKey = readKey,
): { redactor: Redactor } {
  const digest = createDigest(keyOf(config.keyFile, outside.environment));
  return {
    redactor: createRedactor({ digest, region: config.bot.region, lexicon: config.lexicon }),
  };
}

/** Opens the store for as long as `work` takes. */
export async function withStore<T>(
  { database }: Pick<Config, 'database'>,
  work: (store: Store) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const store = openSqliteStore(database, options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export function nightTools(
  config: Config,
  store: Store,
  outside: Outside,
  keyOf?: typeof readKey,
): NightTools {
  return {
    store,
    ...createTools(config, outside, keyOf),
    now: outside.now,
    onStage: (stage, detail) => outside.progress(detail === '' ? stage : `${stage}: ${detail}`),
  };
}
