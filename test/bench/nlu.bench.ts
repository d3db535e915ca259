/** The shadow NLU on one core: training on ten thousand phrases, and utterances judged a second. */
import { describe, expect, it } from 'vitest';
import { trainShadow } from '../../src/nlu/shadow.js';
import { seeded } from '../support/seeded.js';
import { madeUpBot, phrasesOf } from './made-up-bot.js';

const seconds = (from: number) => (performance.now() - from) / 1000;

describe('the shadow NLU', () => {
  it.each([
    { intents: 150, each: 67 },
    { intents: 77, each: 130 },
  ])('of $intents intents with $each phrases each', ({ intents, each }) => {
    const bot = madeUpBot(intents, seeded(5));
    const phrases = phrasesOf(bot, each);
    trainShadow(phrases.slice(0, 500));
    const begun = performance.now();
    const classifier = trainShadow(phrases);
    const training = seconds(begun);
    const heard = phrasesOf(bot, 100);
    const from = performance.now();
    const right = heard.filter(({ text, intent }) => classifier.classify(text).intent === intent);
    const perSecond = heard.length / seconds(from);
    console.log(
      `${phrases.length} phrases, ${intents} intents: trained in ${training.toFixed(1)} s (limit 3), ` +
        `${Math.round(perSecond)} utterances a second (limit 20,000), accuracy ${(right.length / heard.length).toFixed(3)}`,
    );
    expect(right.length / heard.length).toBeGreaterThan(0.5);
  });
});
