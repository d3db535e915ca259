/** Where the records of past hours are others than the night before knew: some came late, or came again. */
import { markedMs, type RecordMarks } from '../../store/record-marks.js';

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
    for (let hour = Math.floor(from / markedMs); hour <= Math.floor(to / markedMs); hour++)
      if (before[hour] !== now[hour]) return true;
    return false;
  };
}
