/** The whole suggest room: some two hundred suggestions for a bot of 150 intents, drawn, doubted, tried and judged. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { english } from '../../src/language/en/english.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import { suggest } from '../../src/suggest/suggest.js';
import { ticket } from '../suggest/library.js';
import { result } from '../support/conversations.js';
import { pick, seeded } from '../support/seeded.js';
import { madeUpBot, phrasesOf } from './made-up-bot.js';

const limit = 30;
const journeysPerTicket = 8;
const ticketsPerIntent = 4 / 3;
const settings = {
  maximumPhrases: 20,
  minimumEvidence: 2,
  labelProbability: 0.8,
  nearDuplicate: 0.85,
  engine: 'shadow',
};

describe('the gate', () => {
  it.each([{ each: 10 }, { each: 50 }])(
    'for 150 intents with $each phrases each',
    async ({ each }) => {
      const random = seeded(7);
      const bot = madeUpBot(150, random);
      const phrases = phrasesOf(bot, each);
      const intents = bot.intents.map((name) => ({
        name,
        examples: phrases.flatMap(({ text, intent }) => (intent === name ? [text] : [])),
        requiredSlots: [],
      }));
      const count = Math.round(ticketsPerIntent * bot.intents.length);
      const failing = Array.from({ length: count }, (_, i) => ({
        intent: bot.intents[i % bot.intents.length] ?? '',
        ids: Array.from({ length: journeysPerTicket }, (_one, j) => `s-${i}-${j}`),
      }));
      const results = failing.flatMap(({ intent, ids }) =>
        ids.map((id) =>
          result({
            sessionId: id,
            session: `test/bot/${id}`,
            botIntent: pick(
              bot.intents.filter((other) => other !== intent),
              random,
            ),
            trueIntent: { name: intent, probability: 0.9, standing: 'label', signals: [] },
            utterance: { turn: 0, text: bot.say(intent), entities: [] },
          }),
        ),
      );
      const tickets = failing.map(({ intent, ids }, i) =>
        ticket('misunderstood_intent', ids, { id: `T-${i}`, intent }),
      );
      const begun = performance.now();
      const { suggestions } = await suggest(
        {
          tickets,
          results,
          handled: phrasesOf(bot, 4).map(({ text, intent }) => ({
            utterance: { turn: 0, text, entities: [] },
            intent: intent ?? '',
          })),
          definition: { platform: 'test', botId: 'bot', readAt: 0, intents, slots: [] },
          train: trainShadow,
          lexicon: readLexicon('en', join(import.meta.dirname, '../..')),
          language: english,
          decisions: [],
        },
        settings,
      );
      const seconds = (performance.now() - begun) / 1000;
      console.log(
        `${suggestions.length} suggestions, 150 intents with ${each} phrases each: ${seconds.toFixed(1)} s (limit ${limit})`,
      );
      expect(suggestions.length).toBeGreaterThan(100);
    },
  );
});
