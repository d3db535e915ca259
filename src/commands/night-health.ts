/** Notes for monitors how each run ended, also one that failed. */
import type { Config } from '../domain/config.js';
import { EmptyNightError, StoppedError } from '../domain/errors.js';
import {
  type Health,
  type HealthCounts,
  nothingCounted,
  readHealth,
  writeHealth,
} from '../pipeline/health/report-health.js';
import type { NightOutcome } from '../pipeline/nightly.js';

/** Runs a night and writes its health. What the night threw is thrown on. */
export async function withHealth(
  config: Config,
  now: () => number,
  night: string | null,
  work: () => Promise<NightOutcome>,
): Promise<NightOutcome> {
  const { schedule: files } = config;
  const before = readHealth(files.healthFile);
  const seconds = () => Math.round(now() / 1000);
  const note = (health: Pick<Health, 'status' | 'night' | 'message'> & Partial<Health>) =>
    writeHealth(files, {
      at: seconds(),
      lastSuccessAt: before?.lastSuccessAt ?? null,
      lastGoodNight: before?.lastGoodNight ?? null,
      counts: before?.counts ?? nothingCounted,
      ...health,
    });
  try {
    const outcome = await work();
    const { suspect } = outcome;
    const isGood = suspect.length === 0;
    // The same night again, with nothing new to read, is no sign that data still come.
    const isNews = before?.lastGoodNight !== outcome.night || outcome.ingested.read > 0;
    note({
      status: isGood ? 'good' : 'suspect',
      night: outcome.night,
      message: isGood ? null : suspect.join('; '),
      counts: countsOf(outcome),
      ...(isGood && {
        lastGoodNight: outcome.night,
        ...(isNews && { lastSuccessAt: seconds() }),
      }),
    });
    return outcome;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    noteFailure(() => note({ status: statusOf(error), night, message }));
    throw error;
  }
}

function statusOf(error: unknown): Health['status'] {
  if (error instanceof EmptyNightError) return 'empty';
  return error instanceof StoppedError ? 'stopped' : 'failed';
}

/** A full disk fails the night and this; the night's own error says more. */
function noteFailure(write: () => void): void {
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
