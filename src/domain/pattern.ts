import type { Category } from './categories.js';
import type { JourneyResult } from './journey.js';
import type { Window, WindowCause } from './ticket.js';

/** One failure of many sessions, and the journeys that are part of it. */
export interface Pattern {
  category: Category;
  /** Absent: the whole bot. */
  intent?: string;
  window?: Window;
  windowCause?: WindowCause;
  /** Two sentences, with numbers. */
  why: string;
  actual: string;
  expected: string;
  /** 0 to 1: how sure one journey's part in it is. */
  confidence: number;
  holds(result: JourneyResult): boolean;
}
