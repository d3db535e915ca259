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
