/** What a night says first, and what is said of it under `--quiet`. */
import { createCalendar, daysBetween } from '../lib/calendar.js';
import { counted } from '../lib/wording.js';
import type { NightOutcome } from '../pipeline/nightly.js';
import type { Outside } from './command.js';
import type { NotedNight } from './night-health.js';

/** What must not be missed: it comes before everything else, and is said under `--quiet`, too. */
export function warningOf(outcome: NotedNight, { now }: Pick<Outside, 'now'>): string {
  return [
    ...describeSuspect(outcome),
    ...describeNothingNew(outcome, now()),
    ...(outcome.unwritten ?? []).map((problem) => `Warning: ${problem}.`),
  ].join('\n');
}

function describeSuspect({
  night,
  suspect,
  goodRunStands,
  inForce,
  isBehind,
}: NightOutcome): string[] {
  if (suspect.length === 0) return [];
  const again = isBehind ? 'handback nightly' : `handback nightly --date ${night}`;
  const stands =
    inForce === null
      ? 'No good night is there yet, so none is in force.'
      : `The last good night, ${inForce}, stays in force.`;
  return [
    `Suspect: ${suspect.join('; ')}.`,
    goodRunStands
      ? `The good run of ${night} from before stands, and its folder is left as it was.`
      : stands,
    `When the data are there: "${again}"; with "--accept-data" where this is all there is.`,
  ];
}

function describeNothingNew(
  { nothingNewSince: newest, report }: NightOutcome,
  now: number,
): string[] {
  if (newest === null) return [];
  const today = createCalendar(report.run.timeZone).local(now).day;
  const days = daysBetween(newest, today);
  return [
    `Nothing new: the newest bot session is of ${newest}${days > 0 ? `, ${counted(days, 'day')} ago` : ''}.`,
  ];
}
