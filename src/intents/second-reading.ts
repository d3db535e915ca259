/**
 * A second reading of the customers' words, by a classifier that has learned from this centre's own contacts as well. Words and codes
 * of some contacts label the words of others: each is read by what was taught without it. So wording that training phrases do not
 * know is heard, and so is what customers want again and again although the bot has no intent for it.
 */
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import { seedOf } from '../lib/seed.js';
import type { Distribution } from './distribution.js';
import { mostTeaching, readingFolds, teachesFrom } from './settings.js';

export interface Reread {
  /** What puts it into its fold, whatever other journeys there are. */
  key: string;
  toBot: string | undefined;
  toAgent: string | undefined;
  /** What the first reading takes it for; null: none of the bot's intents. */
  intent: string | null;
  probability: number;
}

/**
 * @param journeys in an order that does not depend on how they came
 * @param lessons the bot's training data
 * @param read a text's posterior by a classifier
 * @returns by place in `journeys`
 */
export function readAgain(
  journeys: readonly Reread[],
  lessons: readonly LabelledPhrase[],
  train: (phrases: LabelledPhrase[]) => Classifier,
  read: (text: string | undefined, classifier: Classifier) => Distribution | null,
): { toBot: Distribution | null; toAgent: Distribution | null }[] {
  const heard = new Array<{ toBot: Distribution | null; toAgent: Distribution | null }>(
    journeys.length,
  );
  const folds = journeys.map(({ key }) => foldOf(key));
  for (let fold = 0; fold < readingFolds; fold++) {
    const classifier = train([...lessons, ...taught(journeys.filter((_, i) => folds[i] !== fold))]);
    journeys.forEach(({ toBot, toAgent }, i) => {
      if (folds[i] !== fold) return;
      heard[i] = { toBot: read(toBot, classifier), toAgent: read(toAgent, classifier) };
    });
  }
  return heard;
}

const foldOf = (key: string): number => seedOf(key) % readingFolds;

/** One classifier for journeys that are not among those that teach it. */
export const readOnce = (
  journeys: readonly Reread[],
  lessons: readonly LabelledPhrase[],
  train: (phrases: LabelledPhrase[]) => Classifier,
): Classifier => train([...lessons, ...taught(journeys)]);

function taught(journeys: readonly Reread[]): LabelledPhrase[] {
  const counts = new Map<string | null, number>();
  return journeys.flatMap(({ toBot, toAgent, intent, probability }) => {
    const count = counts.get(intent) ?? 0;
    const most = intent === null ? mostTeaching.none : mostTeaching.intent;
    if (probability < teachesFrom || count >= most) return [];
    counts.set(intent, count + 1);
    const texts = new Set([toBot, toAgent].flatMap((text) => text ?? []));
    return [...texts].map((text) => ({ text, intent }));
  });
}
