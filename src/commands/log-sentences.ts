/** Events of `handback schedule` as sentences, for whoever watches it on a terminal. Elsewhere they are JSON lines. */

type Event = Record<string, unknown>;

const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

const sentences: Record<string, (event: Event) => string> = {
  waiting: ({ next, cron, timeZone }) =>
    next === null
      ? `Waiting; "${cron}" (${timeZone}) names no time to come.`
      : `Waiting for the next night at ${next} ("${cron}", ${timeZone}).`,
  catching_up: ({ nights }) => `Catching up on missed nights: ${list(nights)}.`,
  night_started: ({ night }) => `Night of ${night} started.`,
  night_done: ({ night, result }) => `Night of ${night} is done${result ? `: ${result}` : ''}.`,
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
};

export function sentenceOf(event: Event): string {
  const told = sentences[String(event.event)];
  return told ? told(event) : JSON.stringify(event);
}

/** How loud an event is in the log: what somebody must look at is no information. */
export function levelOf(event: Event): 'info' | 'warn' | 'error' {
  const { event: kind, result, suspect, failed } = event;
  if (kind === 'night_failed' || kind === 'failed') return 'error';
  if (kind === 'no_data' || kind === 'waiting_for_data') return 'warn';
  if (kind === 'night_done') return result === 'good' ? 'info' : 'warn';
  if (kind === 'report') return Array.isArray(suspect) && suspect.length > 0 ? 'warn' : 'info';
  if (kind === 'delivery') return failed === null ? 'info' : 'warn';
  if (kind === 'caught_up')
    return event.suspect || event.empty || event.failed || event.left ? 'warn' : 'info';
  return 'info';
}
