import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { findKey } from '../config/key.js';
import { healthyReading, heldBackBy, readingNames, unhealthyIn } from '../domain/ask-reading.js';
import type { Config, DetectConfig } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import { languageOf } from '../language/languages.js';
import { languageIn } from '../lib/locale.js';
import { counted, percent } from '../lib/wording.js';
import { readHealth } from '../pipeline/health/report-health.js';
import { engineOf } from '../pipeline/stages/suggest.js';
import { isDamage, restoreAdvice } from '../store/open.js';
import { filesAt } from '../vendors/input/files.js';
import { readTraining } from '../vendors/training.js';
import {
  type CommandOutcome,
  type CommonOptions,
  createTools,
  keyOf,
  loadConfig,
  type Outside,
  withStore,
} from './command.js';
import { lostDatabase, refuseLost } from './lost-database.js';
import { describeJoin, describeSource, readSource, type SourceSeen } from './read-sources.js';

/** A database that is not there yet is made by the first night. */
async function databaseProblem(config: Config): Promise<string | null> {
  const { database } = config;
  const lost = lostDatabase(config);
  if (lost !== null || !existsSync(database)) return lost;
  try {
    return await withStore({ database }, async (store) => {
      await refuseLost(config, store);
      return store.damage();
    });
  } catch (error) {
    if (!isDamage(error)) throw error;
    return `${database}: ${(error as Error).message}. ${restoreAdvice}`;
  }
}

/** What made the last run not good, as it said then. */
async function lastNightProblem({ database, schedule }: Config): Promise<string | null> {
  const health = readHealth(schedule.healthFile);
  if (!existsSync(database) || !health || health.status === 'good') return null;
  const { status, night, message } = health;
  return `${night === null ? 'the last run' : night} is ${status}: ${message}`;
}

/** As the last night saw it; nothing before one. */
async function readingSeen({ database }: Config): Promise<Check[]> {
  if (!existsSync(database)) return [];
  const [last] = await withStore({ database }, (store) => store.nightRecords('9999', 1));
  const reading = last?.record.reading;
  if (!last || !reading) return [];
  const unhealthy = unhealthyIn(reading).map((name) => healthyReading[name].title.toLowerCase());
  const problem =
    unhealthy.length === 0
      ? null
      : `outside the healthy range: ${unhealthy.join('; ')}; held back: ${[...heldBackBy(reading)].join(', ')}`;
  const seen = readingNames.flatMap((name) => {
    const { title, from, to } = healthyReading[name];
    const found = reading[name] ?? null;
    if (found === null) return [];
    return `${title}: ${percent(found.value)} (healthy: ${percent(from)} to ${percent(to)})`;
  });
  return [{ what: `how well agents were read on ${last.night}`, problem, seen }];
}

async function keyProblem(config: Config, outside: Outside): Promise<void> {
  if (existsSync(config.database))
    await withStore(config, (store) => keyOf(config, store, outside, false));
  else findKey(config.keyFile, outside.environment);
}

/** A night that cannot publish fails at its end: better to know before. The folder is made by the first night. */
function outputProblem(out: string): string | null {
  let folder = out;
  while (!existsSync(folder)) folder = dirname(folder);
  if (!statSync(folder).isDirectory()) return `${folder}: is no folder`;
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    return `${folder}: cannot be written (${(error as NodeJS.ErrnoException).code})`;
  }
}

/** A language that we do not have is read as English: less is found in it, and no other check says so. */
function languageCheck({ bot, language }: Config): Check {
  const { code } = languageOf(language);
  const told = code === language ? languageIn(bot.locale) : language;
  const note = `"${told}" is not known: words, numbers, dates and names are read as in "${code}"`;
  return { what: 'the language', problem: null, ...(told !== code && { seen: [note] }) };
}

const noTraining =
  'none is configured: unless a bot_definition record comes with the logs, no suggestion can be tested, and no intent be recognised by its words';

/** Reviewed codes and queues that are said to stand for an intent that there is none of, with where the config says so. */
function unknownMeanings(
  { outcomes, queues }: Pick<DetectConfig, 'outcomes' | 'queues'>,
  intents: ReadonlySet<string>,
): string[] {
  return Object.entries({ outcomes, queues }).flatMap(([key, meanings]) =>
    Object.entries(meanings).flatMap(([label, meaning]) =>
      (meaning ?? []).flatMap((intent) =>
        intent === null || intents.has(intent)
          ? []
          : `${key}.${label}: the training data has no intent "${intent}"`,
      ),
    ),
  );
}

interface Check {
  what: string;
  problem: string | null;
  /** What was found, where there is more to say than that it is right. */
  seen?: string[];
}

/** `handback doctor`: checks everything that a night needs, and says what to do about what is wrong. */
export async function run(options: CommonOptions, outside: Outside): Promise<CommandOutcome> {
  const checks: Check[] = [];
  const check = async (what: string, work: () => unknown): Promise<void> => {
    try {
      const problem = await work();
      checks.push({ what, problem: typeof problem === 'string' ? problem : null });
    } catch (error) {
      const problems = error instanceof UsageError ? error.problems : [(error as Error).message];
      for (const problem of problems) checks.push({ what, problem });
    }
  };

  let config: ReturnType<typeof loadConfig> | null = null;
  await check('the config', () => {
    config = loadConfig(options, outside);
  });
  // The compiler does not see the assignment inside the closure.
  const read = config as ReturnType<typeof loadConfig> | null;
  let unreadable = 0;
  if (read) {
    unreadable = await checkSources(read, outside, checks);
    checks.push(languageCheck(read));
    const { trainingData } = read;
    if (!trainingData)
      checks.push({ what: 'the training data', problem: null, seen: [noTraining] });
    else
      await check('the training data', async () => {
        const problems: string[] = [];
        const { intents } = await readTraining(trainingData, (one) => problems.push(one));
        if (problems.length > 0) return problems.join('; ');
        const empty = intents.filter(({ examples }) => examples.length === 0).length;
        if (intents.length === empty) return `${trainingData.path}: no intent with examples in it`;
        const unknown = unknownMeanings(read.detect, new Set(intents.map(({ name }) => name)));
        return unknown.length > 0 ? unknown.join('; ') : null;
      });
    await check('the engine', async () => void (await engineOf(read.suggest)));
    await check('the database', () => databaseProblem(read));
    // A key is looked for in the database: where that cannot be read, the key is not to blame.
    if (checks.at(-1)?.problem === null) await check('the key', () => keyProblem(read, outside));
    await check('the outputs', () => outputProblem(read.out));
    await check('the last night', () => lastNightProblem(read));
    if (checks.every(({ problem }) => problem === null)) checks.push(...(await readingSeen(read)));
  }
  const bad = checks.filter(({ problem }) => problem !== null);
  const lines = checks.flatMap(({ what, problem, seen = [] }) => [
    problem === null ? `ok    ${what}` : `WRONG ${what}: ${problem}`,
    ...seen.map((line) => `        ${line}`),
  ]);
  const last =
    bad.length > 0
      ? `${bad.length} to mend.`
      : `Nothing is wrong${unreadable > 0 ? `, but ${counted(unreadable, 'record')} cannot be read` : ''}. Run "handback nightly".`;
  return {
    text: [...lines, last].join('\n'),
    data: { checks },
    exitCode: bad.length === 0 ? 0 : 1,
  };
}

/** A source is right where it has a file and at least one record that can be read. @returns how many cannot be */
async function checkSources(config: Config, outside: Outside, checks: Check[]): Promise<number> {
  const { redactor } = createTools(config, outside);
  const all: SourceSeen[] = [];
  let unreadable = 0;
  for (const source of config.sources) {
    const what = `source ${source.format}`;
    if ((await filesAt(source.path)).length === 0) {
      const folders = source.path.includes('\\') ? '; write / between folders, not \\' : '';
      checks.push({ what, problem: `${source.path}: no file matches${folders}` });
      continue;
    }
    const seen = await readSource(source, config, redactor);
    all.push(seen);
    const aside = [...seen.setAside.values()].reduce((sum, count) => sum + count, 0);
    unreadable += aside;
    checks.push({
      what,
      problem: seen.read === aside ? `${source.path}: no record in it that can be read` : null,
      seen: describeSource(seen),
    });
  }
  const join = describeJoin(all, config.link, config.bot.timeZone);
  if (join.length > 0) checks.push({ what: 'how the two sides join', problem: null, seen: join });
  return unreadable;
}
