/** Reads, checks and freezes the configuration: all problems at once, each with its path and line. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { camelKeys } from '../domain/camel-keys.js';
import type { Config, LabelMeaning, SourceConfig } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import { isObject } from '../lib/json.js';
import { languageIn } from '../lib/locale.js';
import { currencyFor } from './currency.js';
import { describeIssue } from './issues.js';
import { readLexicon } from './lexicon.js';
import { mailOf } from './mail.js';
import { type Environment, placed, unsetNames } from './places.js';
import { readRubric } from './rubric.js';
import { type Plugins, rules } from './rules.js';
import { defaultDatabase, type WrittenConfig, writtenConfig } from './schema.js';

const defaultFiles = ['config/handback.yaml', 'handback.yaml'];
/** What a default file may end with as well. */
const alsoEnding = (file: string) => [file, file.replace(/yaml$/, 'yml')];

/** Paths given on the command line; they win over the file's. */
export interface Overrides {
  database?: string;
  out?: string;
}

/** The config file to read: the one named, else the first default that exists in `cwd`. @throws UsageError */
export function findConfig(named: string | undefined, cwd: string): string {
  if (named !== undefined) {
    const file = resolve(cwd, named);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`${file}: is a folder; name the config file in it with --config`);
    if (existsSync(file)) return file;
    throw new UsageError(
      `${file}: no such file; name a config with --config, or write one with "handback init"`,
    );
  }
  const found = defaultFiles
    .flatMap(alsoEnding)
    .map((file) => resolve(cwd, file))
    .find((file) => existsSync(file));
  if (found) return found;
  throw new UsageError(
    `no config found: looked for ${defaultFiles.join(' and ')} in ${cwd}; write one with "handback init", or name one with --config`,
  );
}

/** Where monitors look: also of a config that cannot be read otherwise, as far as it says. */
export function healthFilesOf(
  file: string | null,
  cwd: string,
  overrides: Pick<Overrides, 'database'> = {},
  environment: Environment = {},
): { healthFile: string; metricsFile: string } {
  const document = file === null ? null : parseDocument(readFileSync(file, 'utf8'));
  const root = file === null ? cwd : projectFolder(file);
  const text = (...path: string[]) => {
    const value = document?.getIn(path);
    return typeof value === 'string' ? placed(value, environment) : null;
  };
  const database = overrides.database ?? absoluteIn(root, text('database') ?? defaultDatabase);
  return {
    healthFile: beside(database, root, text('schedule', 'health_file'), 'health.json'),
    metricsFile: beside(database, root, text('schedule', 'metrics_file'), 'metrics.prom'),
  };
}

const absoluteIn = (root: string, path: string) => (isAbsolute(path) ? path : join(root, path));

const beside = (database: string, root: string, file: string | null, name: string) =>
  file === null ? join(dirname(database), name) : absoluteIn(root, file);

/** @throws UsageError with every problem of the file, each as `file:line: path: problem`. */
export function readConfig(
  file: string,
  plugins: Plugins,
  overrides: Overrides = {},
  environment: Environment = {},
): Config {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), {
    lineCounter: lines,
    prettyErrors: true,
    merge: true,
  });
  if (document.errors.length > 0) {
    throw new UsageError(
      document.errors.map(({ message }) => `${file}: ${message}${hint(message)}`),
    );
  }
  const parsed = writtenConfig.safeParse(withoutNotes(document.toJS()));
  if (!parsed.success) {
    const all = parsed.error.issues.flatMap((issue) => describeIssue(issue, file, document, lines));
    throw new UsageError([...new Set(all)]);
  }
  const problems = [
    ...rules.flatMap((rule) => rule(parsed.data, plugins)),
    ...unsetNames(parsed.data, environment),
  ];
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${file}: ${problem}`));
  return deepFreeze(build(parsed.data, file, plugins, overrides, environment));
}

/** Keys at the top that begin with `x-` hold what is repeated below by anchors, as in Docker's files. */
function withoutNotes(written: unknown): unknown {
  if (!isObject(written)) return written ?? {};
  return Object.fromEntries(Object.entries(written).filter(([key]) => !key.startsWith('x-')));
}

/** Paths of Windows are full of what double quotes take for escapes. */
const hint = (message: string): string =>
  /escape sequence/.test(message) ? "Write paths without quotes or in '…'." : '';

/** Paths are relative to the project: the folder that holds `config/`, or the file's own folder. */
export function projectFolder(file: string): string {
  const folder = dirname(resolve(file));
  return basename(folder) === 'config' ? dirname(folder) : folder;
}

function build(
  from: WrittenConfig,
  file: string,
  { languages }: Plugins,
  overrides: Overrides,
  environment: Environment,
): Config {
  const root = projectFolder(file);
  const language = from.language ?? languageFor(from.bot.locale, languages);
  const absolute = (path: string) => absoluteIn(root, placed(path, environment));
  const source = (s: WrittenConfig['sources'][number]): SourceConfig => ({
    ...s,
    path: absolute(s.path),
  });
  const database = overrides.database ?? absolute(from.database);
  const monitored = (file: string | null, name: string) =>
    beside(database, root, file && placed(file, environment), name);
  return {
    file,
    bot: {
      platform: from.bot.platform,
      id: from.bot.bot_id,
      timeZone: from.bot.timezone,
      locale: from.bot.locale,
      region: from.bot.region,
    },
    journeyOwner: from.journey_owner,
    sources: from.sources.map(source),
    trainingData: from.training_data && source(from.training_data),
    personalSlots: from.personal_slots,
    language,
    lexicon: readLexicon(language, root),
    windowDays: from.window_days,
    workers: from.workers,
    link: camelKeys(from.link),
    detect: {
      ...camelKeys(from.detect),
      verificationSlots: from.verification,
      outcomes: meanings(from.outcomes),
      queues: meanings(from.queues),
      rubric: readRubric(root, placed(from.rubric, environment)),
    },
    cohorts: { ...camelKeys(from.cohorts), timeOfDay: camelKeys(from.cohorts.time_of_day) },
    rank: {
      ...camelKeys(from.rank),
      currency: from.rank.currency ?? currencyFor(from.bot.locale),
    },
    suggest: camelKeys(from.suggest),
    screenPop: {
      maximumCharacters: from.summary.maximum_characters,
      messages: from.summary.messages,
      lowConfidence: from.detect.low_confidence,
    },
    schedule: {
      cron: from.schedule.cron,
      timeZone: from.schedule.timezone ?? from.bot.timezone,
      waitUntil: from.schedule.wait_until,
      retryMinutes: from.schedule.retry_minutes,
      healthFile: monitored(from.schedule.health_file, 'health.json'),
      metricsFile: monitored(from.schedule.metrics_file, 'metrics.prom'),
    },
    delivery: {
      link: from.delivery.link,
      attempts: from.delivery.attempts,
      webhooks: from.delivery.webhooks,
      email: from.delivery.email && mailOf(from.delivery.email),
    },
    retentionDays: from.retention_days,
    maximumQuarantineShare: from.maximum_quarantine_share,
    database,
    out: overrides.out ?? absolute(from.out),
    keyFile: absolute(from.key_file),
  };
}

/** `en` of `en-GB` where it is one of ours, else English: `handback doctor` says so. */
function languageFor(locale: string, languages: readonly string[]): string {
  const language = languageIn(locale);
  return languages.includes(language) ? language : 'en';
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** What is written as `none` is none of the bot's intents. */
function meanings(
  written: Readonly<Record<string, string | string[] | null>>,
): Record<string, LabelMeaning> {
  return Object.fromEntries(
    Object.entries(written).map(([label, means]) => [
      label,
      means === null ? null : [means].flat().map((one) => (one === 'none' ? null : one)),
    ]),
  );
}
