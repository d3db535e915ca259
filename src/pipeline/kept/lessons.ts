/** What the second reading of customers' words learns from: chosen by one night, and standing for some nights after it. */
import type { Standing } from '../../detect/detect.js';
import type { Lesson } from '../../intents/second-reading.js';
import { addDays, type Calendar } from '../../lib/calendar.js';
import type { KeptLessons, StoredLesson } from '../../store/kept-evidence.js';
import { textKey } from '../../text/text-key.js';

/** Then all journeys are read anew, and with them all findings that hang on it: a week's news is heard a week later at most. */
const daysStanding = 7;
/** What was learned from so many times fewer journeys, or more, reads otherwise. */
const growth = 1.5;

export interface Tonight {
  night: string;
  /** What lessons hang on beside the journeys (see `commonSource`). */
  common: string;
  /** Journeys with a contact. */
  learnedFrom: number;
}

/** @param kept the newest lessons that a night before tonight chose; tonight's own are not believed, so that it may run again */
export function stands(
  { night, source, learnedFrom }: Omit<KeptLessons, 'lessons'>,
  tonight: Tonight,
): boolean {
  const ratio = tonight.learnedFrom / learnedFrom;
  return (
    source === tonight.common &&
    addDays(night, daysStanding) > tonight.night &&
    ratio < growth &&
    ratio > 1 / growth
  );
}

/** @param handoffAt moment of each handoff, by session */
export function standingOf(
  { night, lessons }: KeptLessons,
  handoffAt: ReadonlyMap<string, number>,
  calendar: Calendar,
): Omit<Standing, 'readings'> {
  const until = calendar.startOf(addDays(night, 1));
  return {
    lessons: lessons.map((body) => JSON.parse(body) as Lesson),
    wasThere: (session) => (handoffAt.get(session) ?? until) < until,
  };
}

export const storedLessons = (
  lessons: readonly Lesson[],
  { common: source, learnedFrom }: Tonight,
): StoredLesson[] =>
  lessons.map((lesson) => ({
    session: lesson.key,
    source,
    learnedFrom,
    body: JSON.stringify(lesson),
  }));

/** The same lessons have the same name. */
export const nameOf = (lessons: readonly Lesson[]): string => textKey(JSON.stringify(lessons));
