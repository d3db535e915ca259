import { describe, expect, it } from 'vitest';
import type { IntentSignal, JourneyResult } from '../../src/domain/journey.js';
import { proposeOutcomes } from '../../src/intents/propose-outcomes.js';
import { result } from '../support/conversations.js';

const contacts = (
  n: number,
  code: string,
  intent: string | null,
  source: IntentSignal['source'] = 'words_to_agent',
  standing: 'label' | 'review' | 'none' = 'label',
): JourneyResult[] =>
  Array.from({ length: n }, () =>
    result({
      outcome: { reason: code },
      trueIntent: {
        name: intent,
        probability: 0.9,
        standing,
        signals: [{ source, intent, probability: 0.9 }],
      },
    }),
  );
const only = (results: JourneyResult[], reviewed = {}) => proposeOutcomes(results, reviewed)[0];

describe('what a wrap-up code seems to mean', () => {
  it.each([
    ['one intent', contacts(12, 'X', 'pay'), 'proposed', ['pay']],
    ["nothing of the bot's", contacts(12, 'X', null), 'proposed', [null]],
    [
      'several, the most frequent first',
      [...contacts(5, 'X', 'a'), ...contacts(9, 'X', null)],
      'proposed',
      [null, 'a'],
    ],
    ['too seldom seen', contacts(9, 'X', 'pay'), 'unsure', ['pay']],
    ['many', 'abcdefghij'.split('').flatMap((name) => contacts(3, 'X', name)), 'silent', null],
    ['nothing that words tell', contacts(30, 'X', 'pay', 'wrap_up_code'), 'silent', null],
    ['nothing that is claimed', contacts(30, 'X', 'pay', 'words_to_bot', 'none'), 'silent', null],
  ] as const)('%s', (_, journeys, standing, means) => {
    expect(only([...journeys])).toMatchObject({ code: 'X', standing, means });
  });

  it('is what a person said, with what the customers say against it', () => {
    const told = [...contacts(5, 'X', 'repair'), ...contacts(2, 'X', 'pay')];
    expect(only(told, { X: ['pay'] })).toMatchObject({
      standing: 'reviewed',
      means: ['pay'],
      words: {
        told: 7,
        against: 5,
        wishes: [
          { intent: 'repair', contacts: 5 },
          { intent: 'pay', contacts: 2 },
        ],
      },
    });
  });

  it('contradicts nobody who says that a code says nothing', () => {
    expect(only(contacts(12, 'X', 'pay'), { X: null })?.words.against).toBe(0);
  });

  it('comes for the frequent codes first', () => {
    const all = [...contacts(2, 'A', 'a'), ...contacts(3, 'B', 'a'), result({ outcome: {} })];
    expect(proposeOutcomes(all, {}).map((one) => one.code)).toEqual(['B', 'A']);
  });
});
