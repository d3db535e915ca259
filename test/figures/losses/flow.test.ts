import { describe, expect, it } from 'vitest';
import { createFlowReader } from '../../../src/figures/losses/flow.js';
import { bot, said, session } from '../../support/conversations.js';

const statesOf = (turns: Parameters<typeof session>[0]) =>
  createFlowReader()(session(turns)).steps.map(({ actor, state }) => `${actor}: ${state}`);

describe('the flow of a session', () => {
  it('knows what the bot did by its action, by the slot that it asked for, or by its first words', () => {
    expect(
      statesOf([
        bot('Hello', { action: 'greet' }),
        bot('Your IBAN?', { asksFor: 'iban' }),
        bot('What can I do for you today, then?'),
      ]),
    ).toEqual(['bot: greet', 'bot: asks for iban', 'bot: "What can I do for you"']);
  });

  it('tells prompts apart by their words, not by the values in them', () => {
    const [one, other] = ['⟨name:aaaaaa⟩', '⟨name:bbbbbb⟩'].map((name) =>
      statesOf([bot(`Thank you ${name}, one moment`)]),
    );
    expect(one).toEqual(other);
  });

  it('says what the customer was understood to mean, and never their words', () => {
    const steps = statesOf([
      said('it is GB00 1234', { slots: { iban: { digest: '0123456789abcdef' } } }),
      said('my own secret words', {
        intent: { name: 'change_iban', confidence: 0.9, ranking: [] },
      }),
      said('other secret words'),
      said('Yes', { payload: true }),
    ]);
    expect(steps).toEqual([
      'customer: gives iban',
      'customer: change_iban',
      'customer: says something',
      'customer: presses a button',
    ]);
  });

  it('holds errors as steps of the bot', () => {
    expect(statesOf([bot('Sorry', { action: 'fetch', error: 'timeout' })])).toEqual([
      'bot: fetch',
      'bot: an error',
    ]);
  });

  it.each([
    ['contained', false],
    ['abandoned', true],
    ['escalated', true],
  ] as const)('takes %s for lost: %s', (outcome, lost) => {
    expect(createFlowReader()({ ...session([]), outcome }).lost).toBe(lost);
  });
});
