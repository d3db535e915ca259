import { expect, it } from 'vitest';
import type { BotDefinition } from '../../src/domain/conversation.js';
import { agentsFormsOf, formsOf } from '../../src/questions/forms.js';

it('leaves out what agents ask for to know who is there, or has it in every form', () => {
  const slot = (name: string, neededBy: string[]) => ({
    name,
    values: [],
    prompts: [],
    neededBy,
  });
  const definition: BotDefinition = {
    platform: 'libris',
    botId: 'desk',
    readAt: 0,
    intents: [
      { name: 'renew_loan', examples: [], requiredSlots: ['card_pin', 'title'] },
      { name: 'ask_hours', examples: [], requiredSlots: [] },
    ],
    slots: [slot('card_pin', ['renew_loan']), slot('title', [])],
  };
  expect([...formsOf(definition)]).toEqual([
    ['card_pin', new Set(['renew_loan'])],
    ['title', new Set(['renew_loan'])],
  ]);
  expect([...formsOf(definition, ['card_pin']).keys()]).toEqual(['title']);
  expect(formsOf(null).size).toBe(0);
  expect([...agentsFormsOf(definition, ['card_pin'])]).toEqual([
    ['title', new Set(['renew_loan'])],
    ['card_pin', new Set(['renew_loan', 'ask_hours'])],
  ]);
});
