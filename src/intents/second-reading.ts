/**
 * A second reading of the customers' words, by a classifier that has learned from this centre's own contacts as well. Words and codes
 * of some contacts label the words of others: each is read by what was taught without it. So wording that training phrases do not
 * know is heard, and so is what customers want again and again although the bot has no intent for it.
 */
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import { seedOf } from '../lib/seed.js';
import type { Distribution } from './distribution.js';
import { mostTeaching, readingFolds, teachesFrom } from './settings.js';

/** A journey's words, on each side. */
export interface Told {
  /** What puts it into its fold, whatever other journeys there are. */
  key: string;
  toBot?: string | undefined;
  toAgent?: string | undefined;
}

/** What a journey teaches. */
export interface Lesson extends Told {
  /** What the first reading takes it for; null: none of the bot's intents. */
  intent: string | null;
  probability: number;
}

export interface SecondReading {
  toBot: Distribution | null;
  toAgent: Distribution | null;
}

/**
 * Reads a journey by the classifier that did not learn from it. So is one that came after the lessons were chosen: a classifier that learned from
 * all of them would cost a night another training, and the next night that learns would read the journey otherwise.
 */
export type Rereader = (journey: Told) => SecondReading;

/**
 * @param lessons in an order that does not depend on how they came
 * @param phrases the bot's training data
 * @param read a text's posterior by a classifier
 * @returns what trains a classifier when it is first asked for
 */
export function createRereader(
  lessons: readonly Lesson[],
  phrases: readonly LabelledPhrase[],
  train: (phrases: LabelledPhrase[]) => Classifier,
  read: (text: string | undefined, classifier: Classifier) => Distribution | null,
): Rereader {
  const classifiers = new Map<number, Classifier>();
  const classifierWithout = (fold: number): Classifier => {
    const known = classifiers.get(fold);
    if (known) return known;
    const others = lessons.filter(({ key }) => foldOf(key) !== fold);
    const classifier = train([...phrases, ...taughtBy(chosen(others))]);
    classifiers.set(fold, classifier);
    return classifier;
  };
  return ({ key, toBot, toAgent }) => {
    const classifier = classifierWithout(foldOf(key));
    return { toBot: read(toBot, classifier), toAgent: read(toAgent, classifier) };
  };
}

/** Of all journeys those that any of the classifiers learns from: the same are chosen of these as of all. */
export function lessonsOf(journeys: readonly Lesson[]): Lesson[] {
  const taken = new Set<Lesson>();
  for (let fold = 0; fold < readingFolds; fold++)
    for (const one of chosen(journeys.filter(({ key }) => foldOf(key) !== fold))) taken.add(one);
  return journeys.filter((one) => taken.has(one));
}

const foldOf = (key: string): number => seedOf(key) % readingFolds;

function chosen(journeys: readonly Lesson[]): Lesson[] {
  const counts = new Map<string | null, number>();
  return journeys.filter(({ intent, probability }) => {
    const count = counts.get(intent) ?? 0;
    const most = intent === null ? mostTeaching.none : mostTeaching.intent;
    if (probability < teachesFrom || count >= most) return false;
    counts.set(intent, count + 1);
    return true;
  });
}

const taughtBy = (lessons: readonly Lesson[]): LabelledPhrase[] =>
  lessons.flatMap(({ toBot, toAgent, intent }) => {
    const texts = new Set([toBot, toAgent].flatMap((text) => text ?? []));
    return [...texts].map((text) => ({ text, intent }));
  });
