/** The fictional bot's NLU: a naive Bayes classifier trained on the bot's own phrases. Its mistakes are its own. */
import { BayesClassifier } from '../text/natural.js';
import type { Guess } from './story.js';
import { trainingPhrases } from './training.js';
import type { World } from './world.js';

const ranked = 5;
const kept = 20_000;

/** What a word that an intent has never seen counts for; at 1, the library's own, no text is ever clear. */
const smoothing = 0.05;

/** Trains the bot. What it returns gives the best five, best first; over all intents the confidences add up to 1. */
export function trainUnderstanding(world: World): (text: string) => Guess[] {
  const classifier = new BayesClassifier(undefined, smoothing);
  for (const [intent, phrases] of trainingPhrases(world))
    for (const { text } of phrases) classifier.addDocument(text, intent);
  classifier.train();
  const known = new Map<string, Guess[]>();
  return (text) => {
    const words = wordsOf(text);
    const before = known.get(words);
    if (before) return before;
    const scores = classifier.getClassifications(words);
    const total = scores.reduce((sum, { value }) => sum + value, 0);
    // The sort is stable: equal scores keep the order of training, so that a text is always read alike.
    const guesses = scores.slice(0, ranked).map(({ label, value }) => ({
      name: label,
      confidence: round(total > 0 ? value / total : 1 / scores.length),
    }));
    if (known.size < kept) known.set(words, guesses);
    return guesses;
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Numbers and punctuation tell the bot nothing about an intent. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\S*\d\S*/g, ' ')
    .replace(/[^a-z']+/g, ' ')
    .trim();
