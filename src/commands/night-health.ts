/** Notes for monitors how each run ended, also one that failed. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { findConfig, healthFilesOf } from '../config/config.js';
import type { Config } from '../domain/config.js';
import { EmptyNightError, StoppedError } from '../domain/errors.js';
import { messageOf } from '../lib/message-of.js';
import {
  type Health,
  type HealthCounts,
  nothingCounted,
  readHealth,
  writeHealth,
} from '../pipeline/health/report-health.js';
import type { NightOutcome } from '../pipeline/nightly.js';
import { type CommonOptions, loadConfig, type Outside } from './command.js';
import { databaseIn } from './lost-database.js';

export interface NotedNight extends NightOutcome {
  /** What monitors read and could not be written, with what to do; of a dry run nothing is. */
  unwritten?: readonly string[];
}

/** Runs a night and writes its health. What the night threw is thrown on. */
export async function withHealth(
  config: Config,
  now: () => number,
  night: string | null,
  work: () => Promise<NightOutcome>,
): Promise<NotedNight> {
  const before = readHealth(config.schedule.healthFile);
  const seconds = () => Math.round(now() / 1000);
  const note = noting({ ...config.schedule, database: databaseIn(config) }, before, seconds);
  try {
    const outcome = await work();
    const { suspect } = outcome;
    const isGood = suspect.length === 0;
    const { sessions, contacts } = outcome.ingested;
    // Yesterday's file under today's name is read, and is no sign that data still come; nor is an old night that is made again.
    const isNews =
      sessions.added + contacts.added > 0 || outcome.night > (before?.lastGoodNight ?? '');
    const unwritten = note({
      status: isGood ? 'good' : 'suspect',
      night: outcome.night,
      message: isGood ? null : suspect.join('; '),
      counts: countsOf(outcome),
      lastGoodNight: outcome.inForce,
      ...(isGood && isNews && { lastSuccessAt: seconds() }),
    });
    return { ...outcome, unwritten };
  } catch (error) {
    const message = messageOf(error);
    noteFailure(() => note({ status: statusOf(error), night, message }));
    throw error;
  }
}

/** The config of a command that runs nights: monitors are told also of one that cannot be read. @throws UsageError */
export function loadNightConfig(options: CommonOptions, outside: Outside): Config {
  try {
    return loadConfig(options, outside);
  } catch (error) {
    const message = messageOf(error);
    noteFailure(() => {
      const files = healthFiles(options, outside);
      // Where nothing of ours has ever been, nobody looks.
      if (!existsSync(dirname(files.healthFile))) return;
      const seconds = () => Math.round(outside.now() / 1000);
      const before = readHealth(files.healthFile);
      const note = noting({ ...files, database: before?.database }, before, seconds);
      note({ status: 'failed', night: null, message });
    });
    throw error;
  }
}

function healthFiles({ config, db }: CommonOptions, { cwd, environment }: Outside) {
  const over = db === undefined ? {} : { database: resolve(cwd, db) };
  try {
    return healthFilesOf(findConfig(config, cwd), cwd, over, environment);
  } catch {
    return healthFilesOf(null, cwd, over);
  }
}

/** What is not given stays as it was noted before. */
const noting =
  (
    { database, ...files }: Parameters<typeof writeHealth>[0] & { database?: string | undefined },
    before: Health | null,
    seconds: () => number,
  ) =>
  (health: Pick<Health, 'status' | 'night' | 'message'> & Partial<Health>): string[] =>
    writeHealth(files, {
      at: seconds(),
      lastSuccessAt: before?.lastSuccessAt ?? null,
      lastGoodNight: before?.lastGoodNight ?? null,
      counts: before?.counts ?? nothingCounted,
      ...(database !== undefined && { database }),
      ...health,
    });

function statusOf(error: unknown): Health['status'] {
  if (error instanceof EmptyNightError) return 'empty';
  return error instanceof StoppedError ? 'stopped' : 'failed';
}

/** A full disk fails the night and this; the night's own error says more. */
function noteFailure(write: () => unknown): void {
  try {
    write();
  } catch {
    // Nothing more can be done: the metrics are not renewed, which monitors notice.
  }
}

function countsOf({ report, ingested, seconds }: NightOutcome): HealthCounts {
  return {
    seconds: Object.values(seconds).reduce((total, one) => total + one, 0),
    records: ingested.read,
    quarantined: ingested.quarantined,
    handoffs: report.run.links.handoffs,
    linked: report.run.links.linked,
    tickets: report.tickets.filter(({ listed }) => listed).length,
  };
}
