import { expect, it } from 'vitest';
import type { BotDefinition } from '../../src/domain/conversation.js';
import { botWords } from '../../src/ingest/bot-words.js';

const definition: BotDefinition = {
  platform: 'p',
  botId: 'b',
  readAt: 0,
  intents: [
    { name: 'order_zoomka', examples: ['I want a Quirozo', 'I am Tzvetan'], requiredSlots: [] },
    { name: 'return', examples: ['my Quirozo broke'], requiredSlots: [] },
  ],
  slots: [
    { name: 'colour', values: ['Blurple'], prompts: ['Which Marsk?'], neededBy: [] },
    { name: 'name', values: ['Oyelowo'], prompts: [], neededBy: [] },
  ],
};

it('are those of the bot’s own names, questions and values, and of several intents’ examples', () => {
  const words = botWords(definition, (slot) => slot === 'name');
  expect(['zoomka', 'quirozo', 'blurple', 'marsk'].filter((word) => !words.has(word))).toEqual([]);
  expect(['tzvetan', 'oyelowo'].filter((word) => words.has(word))).toEqual([]);
});
