/** A phrase in pieces: the words between marked values, and the values. */
import type { Placement } from './plan.js';

export interface Segment {
  text: string;
  /** Absent: plain words. */
  slot?: string;
}

/** In order; together they are the phrase. Only slots that `isKnown` are marked. */
export function segmentsOf(
  { text, entities }: Placement,
  isKnown: (slot: string) => boolean,
): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { slot, start, end } of [...entities].sort((a, b) => a.start - b.start)) {
    if (!isKnown(slot) || start < at) continue;
    if (start > at) segments.push({ text: text.slice(at, start) });
    segments.push({ text: text.slice(start, end), slot });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at) });
  return segments;
}
