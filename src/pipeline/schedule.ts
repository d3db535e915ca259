/** The only file that owns a clock: runs the night when the config says so, one at a time, and catches up. */
import { type ScheduledTask, schedule as startCron } from 'node-cron';
import { StoppedError } from '../domain/errors.js';
import { addDays, type Calendar } from '../lib/calendar.js';
import { messageOf } from '../lib/message-of.js';

export interface ScheduleTools {
  cron: string;
  timeZone: string;
  calendar: Calendar;
  /** Local time, HH:MM, until which a night whose data are missing is tried again, and how often; null: it is not. */
  waitUntil?: string | null;
  retryMinutes?: number;
  now(): number;
  /** The last local day for which a night went well. */
  lastGoodNight(): Promise<string | null>;
  runNight(night: string): Promise<NightResult>;
  onEvent(event: ScheduleEvent): void;
  /** After the nights that were due. */
  afterNights?(): Promise<void>;
}

/** `empty`: the day has no data at all, and nothing was written. */
export type NightResult = 'good' | 'suspect' | 'empty';

export type ScheduleEvent =
  | { kind: 'waiting'; cron: string; timeZone: string; next: string | null }
  | { kind: 'catching_up'; nights: string[] }
  /** How many of the missed nights ended how; those after a failed one are not begun. */
  | ({ kind: 'caught_up'; left: number } & Record<NightResult | 'failed', number>)
  | { kind: 'night_started'; night: string }
  | { kind: 'night_done'; night: string; result: NightResult }
  | { kind: 'night_failed'; night: string; message: string }
  | { kind: 'night_stopped'; night: string; message: string }
  | { kind: 'waiting_for_data'; night: string; until: string; minutes: number }
  /** Something around the nights, such as opening the database to see which are due. */
  | { kind: 'failed'; message: string }
  | { kind: 'skipped'; reason: string }
  | { kind: 'stopped' };

/** A longer gap is a backfill that somebody should ask for. */
const mostNights = 92;

/**
 * The nights that are due, oldest first: every one since the last good one until yesterday. Without any good one
 * (a first start), or when yesterday's is done already, yesterday alone: late records are worth a second look.
 */
export function dueNights(lastGood: string | null, today: string): string[] {
  const yesterday = addDays(today, -1);
  if (lastGood === null || lastGood >= yesterday) return [yesterday];
  const nights: string[] = [];
  for (let night = addDays(lastGood, 1); night <= yesterday; night = addDays(night, 1))
    nights.push(night);
  return nights.slice(-mostNights);
}

/** HH:MM. */
function clockOf(at: number, { timeZone }: Calendar): string {
  const format = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(at);
}

/** Starts the schedule: missed nights first, in order, then whenever the expression fires. */
export function schedule(tools: ScheduleTools): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  let stopping = false;
  let retry: NodeJS.Timeout | undefined;

  /** Its data may still come. */
  function retryLater(night: string): void {
    const { waitUntil, retryMinutes = 15, calendar } = tools;
    if (!waitUntil || stopping) return;
    const later = tools.now() + retryMinutes * 60_000;
    if (calendar.local(later).day !== today() || clockOf(later, calendar) > waitUntil) return;
    tools.onEvent({ kind: 'waiting_for_data', night, until: waitUntil, minutes: retryMinutes });
    retry = setTimeout(() => start(() => runDue([night])), retryMinutes * 60_000);
  }

  async function runDue(
    nights: readonly string[],
    ended: (result: NightResult | 'failed') => void = () => {},
  ): Promise<void> {
    clearTimeout(retry);
    for (const night of nights) {
      if (stopping) return;
      tools.onEvent({ kind: 'night_started', night });
      try {
        const result = await tools.runNight(night);
        tools.onEvent({ kind: 'night_done', night, result });
        ended(result);
        if (result !== 'good' && night === nights.at(-1)) retryLater(night);
      } catch (error) {
        // The next night would stand on what this one could not do; it is tried again when the expression fires.
        const message = messageOf(error);
        const kind = error instanceof StoppedError ? 'night_stopped' : 'night_failed';
        tools.onEvent({ kind, night, message });
        if (kind === 'night_failed') ended('failed');
        return;
      }
    }
  }

  function start(work: () => Promise<void>): void {
    if (running) {
      tools.onEvent({ kind: 'skipped', reason: 'the night before is still running' });
      return;
    }
    running = work()
      .catch((error: unknown) => {
        const message = messageOf(error);
        tools.onEvent({ kind: 'failed', message });
      })
      .finally(() => {
        running = null;
      });
  }

  const today = () => tools.calendar.local(tools.now()).day;
  const fire = async () => {
    await runDue(dueNights(await tools.lastGoodNight(), today()));
    if (!stopping) await tools.afterNights?.();
  };
  const catchUp = async () => {
    const lastGood = await tools.lastGoodNight();
    if (lastGood === null || lastGood >= addDays(today(), -1)) return;
    const nights = dueNights(lastGood, today());
    tools.onEvent({ kind: 'catching_up', nights });
    const counts = { good: 0, suspect: 0, empty: 0, failed: 0 };
    await runDue(nights, (result) => {
      counts[result]++;
    });
    const done = counts.good + counts.suspect + counts.empty + counts.failed;
    tools.onEvent({ kind: 'caught_up', ...counts, left: nights.length - done });
  };

  const task: ScheduledTask = startCron(tools.cron, () => start(fire), {
    timezone: tools.timeZone,
    noOverlap: true,
  });
  const next = task.getNextRun()?.toISOString() ?? null;
  tools.onEvent({ kind: 'waiting', cron: tools.cron, timeZone: tools.timeZone, next });
  start(catchUp);

  return {
    async stop() {
      stopping = true;
      clearTimeout(retry);
      await task.stop();
      await running;
      await task.destroy();
      tools.onEvent({ kind: 'stopped' });
    },
  };
}
