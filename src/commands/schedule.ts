import { createCalendar } from '../lib/calendar.js';
import { schedule } from '../pipeline/schedule.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withStore,
} from './command.js';
import { runNight } from './nightly.js';

/** `handback schedule`: runs until it is asked to stop. */
export async function run(options: CommonOptions, outside: Outside): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  const scheduled = schedule({
    cron: config.schedule.cron,
    timeZone: config.schedule.timeZone,
    calendar: createCalendar(config.bot.timeZone),
    now: outside.now,
    lastGoodNight: () => withStore(config, (store) => store.lastGoodNight()),
    runNight: async (night) => {
      const { folder, report } = await runNight(config, outside, { date: night });
      outside.log({ event: 'report', night, folder, tickets: report.tickets.length });
    },
    onEvent: ({ kind, ...details }) => outside.log({ event: kind, ...details }),
  });
  await outside.stopRequested;
  await scheduled.stop();
  return { text: '', data: { stopped: true } };
}
