/** Events of `handback schedule` as sentences, for whoever watches it on a terminal. Elsewhere they are JSON lines. */
import type { Delivered } from '../delivery/delivery.js';
import { counted } from '../lib/wording.js';
import type { ScheduleEvent } from '../pipeline/schedule.js';

export type LogEvent =
  | ScheduleEvent
  | { kind: 'report'; night: string; folder: string; tickets: number; suspect: readonly string[] }
  | { kind: 'no_data'; night: string; message: string }
  | ({ kind: 'delivery'; night: string } & Delivered)
  /** Rows emptied or deleted, by table, and files of old nights that were removed. */
  | { kind: 'purged'; firstKept: string; rows: Record<string, number>; files: number };

type EventOf<Kind> = Extract<LogEvent, { kind: Kind }>;

const sentences: { [Kind in LogEvent['kind']]: (event: EventOf<Kind>) => string } = {
  waiting: ({ next, cron, timeZone }) =>
    next === null
      ? `Waiting; "${cron}" (${timeZone}) names no time to come.`
      : `Waiting for the next night at ${next} ("${cron}", ${timeZone}).`,
  catching_up: ({ nights }) => `Catching up on missed nights: ${nights.join(', ')}.`,
  night_started: ({ night }) => `Night of ${night} started.`,
  night_done: ({ night, result }) => `Night of ${night} is done: ${result}.`,
  night_stopped: ({ night }) => `Night of ${night} stopped, as asked; the next run does it again.`,
  night_failed: ({ night, message }) => `Night of ${night} failed: ${message}`,
  skipped: ({ reason }) => `Skipped: ${reason}.`,
  failed: ({ message }) => `Failed: ${message}`,
  caught_up: ({ good, suspect, empty, failed, left }) =>
    `Caught up: ${good} good, ${suspect} suspect, ${empty} without data, ${failed} failed, ${left} not begun.`,
  waiting_for_data: ({ night, minutes, until }) =>
    `The data of ${night} are not there; looking again every ${minutes} minutes until ${until}.`,
  stopped: () => 'Stopped.',
  report: ({ folder, tickets }) => `Report: ${folder}/report.html, ${tickets} tickets.`,
  no_data: ({ night, message }) => `Night of ${night} has no data: ${message}`,
  delivery: ({ to, failed }) =>
    failed === null ? `Sent to ${to}.` : `Not sent to ${to}: ${failed}.`,
  purged: ({ firstKept, rows, files }) => {
    const changed = Object.values(rows).reduce((sum, n) => sum + n, 0);
    const what = `${counted(changed, 'row')} emptied or deleted, ${counted(files, 'file')} of old nights removed`;
    return `Kept are conversations from ${firstKept} on: ${what}.`;
  },
};

export const sentenceOf = <Kind extends LogEvent['kind']>(event: EventOf<Kind>): string =>
  sentences[event.kind as Kind](event);

/** How loud an event is in the log: what somebody must look at is no information. */
export function levelOf(event: LogEvent): 'info' | 'warn' | 'error' {
  switch (event.kind) {
    case 'night_failed':
    case 'failed':
      return 'error';
    case 'no_data':
    case 'waiting_for_data':
      return 'warn';
    case 'night_done':
      return event.result === 'good' ? 'info' : 'warn';
    case 'report':
      return event.suspect.length > 0 ? 'warn' : 'info';
    case 'delivery':
      return event.failed === null ? 'info' : 'warn';
    case 'caught_up':
      return event.suspect || event.empty || event.failed || event.left ? 'warn' : 'info';
    default:
      return 'info';
  }
}
