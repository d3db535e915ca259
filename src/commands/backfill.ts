import { EmptyNightError, UsageError } from '../domain/errors.js';
import { addDays, daysBetween } from '../lib/calendar.js';
import type { CommandOutcome, CommonOptions, Outside } from './command.js';
import { loadNightConfig } from './night-health.js';
import { warningOf } from './night-warning.js';
import { describe, exitCode, runNight, summarise } from './nightly.js';

export interface BackfillOptions extends CommonOptions {
  from: string;
  to: string;
}

/** `handback backfill`: the main job for past days, oldest first. */
export async function run(
  { from, to, ...options }: BackfillOptions,
  outside: Outside,
): Promise<CommandOutcome> {
  if (daysBetween(from, to) < 0) {
    throw new UsageError(`--from ${from} is after --to ${to}; expected the earlier day first`);
  }
  const config = loadNightConfig(options, outside);
  const texts: string[] = [];
  const warnings: string[] = [];
  const nights: ReturnType<typeof summarise>[] = [];
  let code: 0 | 3 = 0;
  for (let night = from; night <= to; night = addDays(night, 1)) {
    try {
      const outcome = await runNight(config, outside, { date: night });
      texts.push(describe(outcome, outside));
      warnings.push(warningOf(outcome, outside));
      nights.push(summarise(outcome));
      if (exitCode(outcome) === 3) code = 3;
    } catch (error) {
      if (!(error instanceof EmptyNightError)) throw error;
      texts.push(error.message);
      warnings.push(error.message);
      code = 3;
    }
  }
  const warning = warnings.filter((one) => one !== '').join('\n');
  return { text: texts.join('\n\n'), warning, data: { nights }, exitCode: code };
}
