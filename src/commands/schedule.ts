import { EmptyNightError } from '../domain/errors.js';
import { createCalendar } from '../lib/calendar.js';
import { schedule } from '../pipeline/schedule.js';
import { type CommandOutcome, type CommonOptions, type Outside, withStore } from './command.js';
import { deliverNight } from './deliver.js';
import { lostDatabase } from './lost-database.js';
import { loadNightConfig } from './night-health.js';
import { runNight } from './nightly.js';
import { purge } from './purge.js';

/** `handback schedule`: runs until it is asked to stop. */
export async function run(options: CommonOptions, outside: Outside): Promise<CommandOutcome> {
  const config = loadNightConfig(options, outside);
  const scheduled = schedule({
    cron: config.schedule.cron,
    timeZone: config.schedule.timeZone,
    waitUntil: config.schedule.waitUntil,
    retryMinutes: config.schedule.retryMinutes,
    calendar: createCalendar(config.bot.timeZone),
    now: outside.now,
    // Of a lost database the night itself says so, and its health with it.
    lastGoodNight: async () =>
      lostDatabase(config) === null ? withStore(config, (store) => store.lastGoodNight()) : null,
    runNight: async (night) => {
      try {
        const outcome = await runNight(config, outside, { date: night });
        const { folder, report, suspect } = outcome;
        for (const one of await deliverNight(outcome, config, outside))
          outside.log({ kind: 'delivery', night, ...one });
        outside.log({ kind: 'report', night, folder, tickets: report.tickets.length, suspect });
        return suspect.length > 0 ? 'suspect' : 'good';
      } catch (error) {
        if (!(error instanceof EmptyNightError)) throw error;
        outside.log({ kind: 'no_data', night, message: error.message });
        return 'empty';
      }
    },
    async afterNights() {
      const { firstKept, rows, removed } = await purge(config, outside.now());
      outside.log({ kind: 'purged', firstKept, rows, files: removed.length });
    },
    onEvent: outside.log,
  });
  await outside.stopRequested;
  await scheduled.stop();
  return { text: '', data: { stopped: true } };
}
