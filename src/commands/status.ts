import { createCalendar, daysBetween } from '../lib/calendar.js';
import { counted } from '../lib/wording.js';
import { isLocked } from '../pipeline/lock.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

const runsShown = 7;
const reasonsShown = 20;

/** `handback status`: what ran, what is stored, what is in quarantine. */
export async function run(options: CommonOptions, outside: Outside): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  return withKnownStore(config, async (store) => {
    const [counts, runs, lastGood, quarantine, extent] = await Promise.all([
      store.counts(),
      store.runs(runsShown),
      store.lastGoodNight(),
      store.quarantine(),
      store.extent(),
    ]);
    const calendar = createCalendar(config.bot.timeZone);
    const today = calendar.local(outside.now()).day;
    const isRunning = isLocked(`${config.database}.lock`);
    const lines = [
      `Stored: ${counts.sessions} bot sessions (${counts.handoffs} with a handoff), ${counts.contacts} agent contacts, ${counts.surveys} surveys.`,
      `Newest bot session: ${extent ? aged(calendar.local(extent.last).day, today) : 'none'}`,
      `Last good night: ${lastGood === null ? 'none yet' : aged(lastGood, today)}`,
      ...runs.map(({ night, status, message }) => {
        const how = status === 'running' && !isRunning ? 'died; run it again' : status;
        return `  ${night}  ${how}${message === undefined ? '' : `: ${message}`}`;
      }),
      `In quarantine: ${quarantine.length}`,
      ...quarantine
        .slice(0, reasonsShown)
        .map(({ file, line, reason }) => `  ${file}:${line}: ${reason}`),
    ];
    if (quarantine.length > reasonsShown) {
      lines.push(`  and ${quarantine.length - reasonsShown} more; --json lists all`);
    }
    return { text: lines.join('\n'), data: { counts, lastGood, runs, quarantine } };
  });
}

/** `2026-10-31, 29 days ago`. */
function aged(day: string, today: string): string {
  const days = daysBetween(day, today);
  return days <= 0 ? day : `${day}, ${counted(days, 'day')} ago`;
}
