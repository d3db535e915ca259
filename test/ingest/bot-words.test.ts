import { expect, it } from 'vitest';
import type { BotDefinition } from '../../src/domain/conversation.js';
import { botWords, personalValues } from '../../src/ingest/bot-words.js';

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

it('are not what is listed for a personal slot: of that, values of several words are hidden', () => {
  const [, name] = definition.slots;
  const listed = { ...name, name: 'name', values: ['Oyelowo', 'Ann Oyelowo'] };
  const slots = [{ ...listed, prompts: [], neededBy: [] }, ...definition.slots.slice(0, 1)];
  const kindOfSlot = (slot: string) => (slot === 'name' ? 'name' : undefined);
  expect([...personalValues({ ...definition, slots }, kindOfSlot)]).toEqual([
    ['Ann Oyelowo', 'name'],
  ]);
});
