/** What every command shares: its options, its set-up and what it hands to `cli.ts` to print. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findConfig, readConfig } from '../config/config.js';
import { fingerprintOf, missingKey, refuseOtherKey } from '../config/fingerprint.js';
import {
  findKey,
  type Keys,
  keyPlace,
  nextKey,
  readKey,
  readKeyOnly,
  takeNextKey,
} from '../config/key.js';
import type { Config } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import { languageCodes, languageOf } from '../language/languages.js';
import type { NightTools } from '../pipeline/context.js';
import { stageNames } from '../pipeline/nightly.js';
import { type RedactorSetting, redactorOf } from '../redact/redactor-of.js';
import type { OpenOptions } from '../store/open.js';
import { openSqliteStore } from '../store/sqlite.js';
import type { Store } from '../store/store.js';
import { checkSourceOptions, sourceIds } from '../vendors/sources.js';
import { checkTrainingOptions, trainingIds } from '../vendors/training.js';
import type { LogEvent } from './log-sentences.js';
import { mustNotBeLost } from './lost-database.js';
import { stageProgress } from './progress.js';

export interface CommonOptions {
  config?: string;
  db?: string;
  out?: string;
  json?: boolean | undefined;
  quiet?: boolean | undefined;
  verbose?: boolean;
}

export interface Person {
  /** null: they have gone. */
  ask(question: string): Promise<string | null>;
  /** A text as they leave it in their editor; null where it could not be opened. */
  edit(text: string): Promise<string | null>;
  say(text: string): void;
}

/** The world outside, passed in so that commands can be tested. */
export interface Outside {
  cwd: string;
  environment: NodeJS.ProcessEnv;
  now(): number;
  /** One line of progress; on a terminal it replaces the line before, unless that is done; elsewhere it says nothing. */
  progress(line: string, isDone?: boolean): void;
  /** A line of the log, for commands that run for long. */
  log(event: LogEvent): void;
  /** The person at the terminal; absent where there is none. */
  person?: Person;
  /** Resolves when the process is asked to stop. */
  stopRequested: Promise<void>;
}

/** What a command came to: `text` for people, `data` for `--json`, and the exit status. */
export interface CommandOutcome {
  text: string;
  /** What somebody must know also under `--quiet`: it then goes to standard error. */
  warning?: string;
  data: unknown;
  exitCode?: 0 | 1 | 3;
}

export function loadConfig(options: CommonOptions, { cwd, environment }: Outside): Config {
  const file = findConfig(options.config, cwd);
  return readConfig(
    file,
    {
      sources: sourceIds,
      training: trainingIds,
      languages: languageCodes,
      checkOptions: checkSourceOptions,
      checkTrainingOptions,
    },
    {
      ...(options.db !== undefined && { database: resolve(cwd, options.db) }),
      ...(options.out !== undefined && { out: resolve(cwd, options.out) }),
    },
    environment,
  );
}

/** @param key for finding what is personal, any will do; for hashing it, the database's own */
export function createTools(
  config: Config,
  outside: Outside,
  keys: Keys = readKeyOnly(config.keyFile, outside.environment),
): Pick<NightTools, 'language' | 'redactor'> {
  return {
    language: languageOf(config.language),
    redactor: redactorOf(redactorSetting(config, keys)),
  };
}

function redactorSetting(
  { language, bot, lexicon, personalSlots }: Config,
  keys: Keys,
): RedactorSetting {
  const { personalQuestions, answerFillers } = lexicon;
  const words = { personalQuestions, answerFillers };
  return { keys, language, region: bot.region, lexicon: words, personalSlots };
}

export const keySetting = 'key_fingerprint';

/**
 * The key of a database's hashes; made where neither it nor a database with records is there yet.
 * @param mayMake false: a missing key is made for this once
 * @throws UsageError when the key is gone, or is another than the one that the database was made with
 */
export async function keyOf(
  { keyFile }: Config,
  store: Store,
  { environment }: Outside,
  mayMake = true,
): Promise<Keys> {
  const place = keyPlace(keyFile, environment);
  const known = await store.setting(keySetting);
  finishRotation(keyFile, known);
  const found = findKey(keyFile, environment);
  if (!found && (known !== null || (await store.extent()) !== null)) throw missingKey(place);
  const key = found ?? (mayMake ? readKey : readKeyOnly)(keyFile, environment);
  const holds = mayMake ? await store.claimSetting(keySetting, fingerprintOf(key)) : known;
  refuseOtherKey(holds, key, place);
  return key;
}

/** A rotation that was killed after the database had its new hashes, and before the key file had its new key. */
function finishRotation(keyFile: string, known: string | null): void {
  const next = nextKey(keyFile);
  if (next && known === fingerprintOf(next)) takeNextKey(keyFile);
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

/** As `withStore`, for commands that only a night makes something for. @throws UsageError where no database is there */
export async function withKnownStore<T>(
  config: Pick<Config, 'database' | 'schedule'>,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  mustNotBeLost(config);
  if (!existsSync(config.database))
    throw new UsageError(
      `${config.database}: no database is there; "handback nightly" makes it, or name another with --db`,
    );
  return withStore(config, work);
}

/** @param mayMakeKey see `keyOf` */
export async function nightTools(
  config: Config,
  store: Store,
  outside: Outside,
  mayMakeKey = true,
): Promise<NightTools> {
  let isStopping = false;
  outside.stopRequested.then(() => {
    isStopping = true;
  });
  const keys = await keyOf(config, store, outside, mayMakeKey);
  return {
    store,
    isStopping: () => isStopping,
    ...createTools(config, outside, keys),
    threads: { count: config.workers, redactor: redactorSetting(config, keys) },
    now: outside.now,
    onStage: stageProgress(stageNames, outside),
  };
}
