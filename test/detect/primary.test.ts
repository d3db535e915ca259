/** Which finding explains the handoff: the one that fits how the bot session ended. */
import { describe, expect, it } from 'vitest';
import { endingOf } from '../../src/detect/ending.js';
import { choosePrimary } from '../../src/detect/primary.js';
import type { Category } from '../../src/domain/categories.js';
import { readBot } from '../../src/questions/bot-side.js';
import { bot, said, session } from '../support/conversations.js';
import { held, tools } from './support.js';

const wish = said('renew my loan of the novel', {
  intent: { name: 'renew_loan', confidence: 0.9, ranking: [] },
});
const ask = bot('Which title?', { asksFor: 'title' });
const human = said('I want to speak to a human');
const end = (turns: Parameters<typeof session>[0]) => {
  const made = tools();
  return endingOf(readBot(session(turns), made));
};

describe('how a session ends', () => {
  it.each([
    ['unasked', [bot('Hello.'), human]],
    ['gave_up', [wish, bot('We open at nine.'), human]],
    ['stuck', [wish, ask, said('the blue one'), ask, said('the thin one'), human]],
    [
      'own_rule',
      [
        wish,
        ask,
        said('the blue one'),
        ask,
        said('Rowing', { slots: held({ title: 'Rowing' }) }),
        bot('A colleague takes over.'),
      ],
    ],
    ['unheard', [said('eh'), bot('Pardon?', { action: 'action_default_fallback' }), human]],
  ] as const)('is %s', (name, turns) => {
    expect(end([...turns])).toBe(name);
  });
});

describe('the primary finding', () => {
  const finding = (category: Category, confidence = 0.9) => ({
    category,
    confidence,
    primary: false,
    turns: [],
    actual: '',
    expected: '',
  });
  const primary = (ending: Parameters<typeof choosePrimary>[1], ...found: Category[]) =>
    choosePrimary(
      found.map((category) => finding(category)),
      ending,
    ).find((one) => one.primary)?.category;

  it('is nothing that the bot did not recognise where it understood it in the end', () => {
    const found = [finding('missed_slot'), finding('unrecognised_utterance')];
    const chosen = (hasRecovered: boolean) =>
      choosePrimary(found, 'gave_up', hasRecovered).find((one) => one.primary)?.category;
    expect(chosen(false)).toBe('unrecognised_utterance');
    expect(chosen(true)).not.toBe('unrecognised_utterance');
  });

  it('fits the end of the session', () => {
    expect(primary('stuck', 'uncaptured_slot', 'misunderstood_intent')).toBe('uncaptured_slot');
    expect(primary('gave_up', 'uncaptured_slot', 'misunderstood_intent')).toBe(
      'misunderstood_intent',
    );
  });

  it('is a slot that was never asked for only where the bot handed over by itself', () => {
    expect(primary('own_rule', 'missed_slot')).toBe('missed_slot');
    expect(primary('gave_up', 'missed_slot')).toBe('unknown');
  });

  it('is nothing that came after the handoff', () => {
    expect(primary('gave_up', 'cold_open', 'repeated_explanation')).toBe('unknown');
  });
});
