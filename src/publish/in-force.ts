/** Whether what a night says may be used: a suspect one may not, and every file that leaves its folder says so. */
import type { RunSummary } from '../domain/report.js';
import { type Write, writeIn } from './format.js';

/** `Not in force: …`; null for a good night. */
export function notInForce(write: Write, { suspect, inForce }: RunSummary): string | null {
  if (suspect === undefined) return null;
  return inForce
    ? `Not in force: this night is suspect. The tickets and the review of ${write.day(inForce)} are in force.`
    : 'Not in force: this night is suspect, and no good night is there yet.';
}

/** Stands at the head of a file that is not in force. */
export const warningLine = (run: RunSummary): string => {
  const warning = notInForce(writeIn(run.locale), run);
  return warning === null ? '' : `${warning}\n`;
};
