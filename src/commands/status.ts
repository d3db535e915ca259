import { createCalendar, daysBetween } from '../lib/calendar.js';
import { counted } from '../lib/wording.js';
import { type Health, readHealth } from '../pipeline/health/report-health.js';
import { type Holder, holderOf } from '../pipeline/lock.js';
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
    const holder = holderOf(`${config.database}.lock`);
    const isRunning = holder?.isAlive === true;
    const health = readHealth(config.schedule.healthFile);
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: config.bot.timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const lines = [
      `Stored: ${counts.sessions} bot sessions (${counts.handoffs} with a handoff), ${counts.contacts} agent contacts, ${counts.surveys} surveys.`,
      `Newest bot session: ${extent ? aged(calendar.local(extent.last).day, today) : 'none'}`,
      `Last good night: ${lastGood === null ? 'none yet' : aged(lastGood, today)}`,
      ...(holder ? [lockLine(holder, clock)] : []),
      ...(health ? [lastRunLine(health, clock)] : []),
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
    return {
      text: lines.join('\n'),
      data: { counts, lastGood, lastRun: health, holder, runs, quarantine },
    };
  });
}

/** A run that came to no night leaves no other trace than these two. */
function lastRunLine({ status, night, at, message }: Health, clock: Intl.DateTimeFormat): string {
  const of = night === null ? '' : `, night of ${night}`;
  return `Last run: ${status}${of}, ended ${clock.format(at * 1000)}${message === null ? '' : `: ${message}`}`;
}

function lockLine({ pid, since, isAlive }: Holder, clock: Intl.DateTimeFormat): string {
  const what = `process ${pid}, begun ${clock.format(since)}`;
  return isAlive
    ? `Running now: ${what}`
    : `Killed: ${what}; what it had read stays, and the next run makes its night`;
}

/** `2026-10-31, 29 days ago`. */
function aged(day: string, today: string): string {
  const days = daysBetween(day, today);
  return days <= 0 ? day : `${day}, ${counted(days, 'day')} ago`;
}
