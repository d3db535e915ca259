/** What was learned from all journeys: by one night, and standing for some nights after it. */
import { createHash } from 'node:crypto';
import { type Learned, readLearned, writeLearned } from '../../detect/detect.js';
import type { Lesson } from '../../intents/second-reading.js';
import { addDays, type Calendar } from '../../lib/calendar.js';
import type { KeptLearned, StoredLearned } from '../../store/kept-evidence.js';
import type { DetectContext } from '../../transcript/context.js';

/** Then all is learned anew, and with it all findings that depend on it: a week's news is heard a week later at most. */
const daysReused = 7;
/** What was learned from so many times fewer journeys, or more, reads otherwise: from 22 days it reads worse than from 28, a macro-F1 of .855 against .868. */
const growth = 1.2;

export interface Tonight {
  night: string;
  /** What learning depends on beside the journeys (see `commonSource`). */
  common: string;
  /** Journeys with a contact. */
  learnedFrom: number;
}

export interface ReusableModel {
  learned: Learned;
  /** What was learned in the same way has the same name. */
  name: string;
  /** Whether a journey was there when it was learned; by session. */
  wasThere(session: string): boolean;
}

/** @param kept the newest from a night before tonight; tonight's own is not believed, so that it may run again */
export function isReusable(
  { night, source, learnedFrom }: Pick<KeptLearned, 'night' | 'source' | 'learnedFrom'>,
  tonight: Tonight,
): boolean {
  const ratio = tonight.learnedFrom / learnedFrom;
  return (
    source === sourceOf(tonight) &&
    addDays(night, daysReused) > tonight.night &&
    ratio < growth &&
    ratio > 1 / growth
  );
}

/** @param handoffAt moment of each handoff, by session */
export function reusableModel(
  { night, body, lessons: written }: KeptLearned,
  handoffAt: ReadonlyMap<string, number>,
  context: DetectContext,
): ReusableModel {
  const lessons = written.map((lesson) => JSON.parse(lesson) as Lesson);
  return {
    learned: readLearned(body, lessons, context),
    name: nameOf(body, lessons),
    wasThere: thereBy(night, handoffAt, context.calendar),
  };
}

/** Whether the handoff was before the end of the night. */
export function thereBy(
  night: string,
  handoffAt: ReadonlyMap<string, number>,
  calendar: Calendar,
): (session: string) => boolean {
  const until = calendar.startOf(addDays(night, 1));
  return (session) => (handoffAt.get(session) ?? until) < until;
}

export function storedLearned(
  learned: Learned,
  tonight: Tonight,
): { stored: StoredLearned; name: string } {
  const body = writeLearned(learned);
  const lessons = learned.lessons.map((lesson) => ({
    session: lesson.key,
    body: JSON.stringify(lesson),
  }));
  const { learnedFrom } = tonight;
  return {
    stored: { source: sourceOf(tonight), learnedFrom, body, lessons },
    name: nameOf(body, learned.lessons),
  };
}

/** Its bytes are those of a version of Node. */
const sourceOf = ({ common }: Tonight): string => `${common} ${process.versions.v8}`;

const nameOf = (body: Uint8Array, lessons: readonly Lesson[]): string =>
  createHash('sha256')
    .update(body)
    .update(JSON.stringify(lessons))
    .digest('base64url')
    .slice(0, 22);
