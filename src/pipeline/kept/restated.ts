/** Where the records of past hours are others than the night before knew: some came late, or came again. */
import type { RecordMarks } from '../../store/record-marks.js';

const hourMs = 3_600_000;

/**
 * @param before what the newest night before tonight linked; null where nothing is known of it, and nothing counts as late
 * @returns whether any hour that a span touches was restated
 */
export function restatedSince(
  before: RecordMarks | null,
  now: RecordMarks,
): (from: number, to: number) => boolean {
  if (before === null) return () => false;
  return (from, to) => {
    for (let hour = Math.floor(from / hourMs); hour <= Math.floor(to / hourMs); hour++)
      if (before[hour] !== now[hour]) return true;
    return false;
  };
}
