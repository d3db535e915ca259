import { describe, expect, it } from 'vitest';
import type { IntentSignal, JourneyResult } from '../../src/domain/journey.js';
import { proposeOutcomes } from '../../src/intents/propose-outcomes.js';
import { result } from '../support/conversations.js';

const signal = (
  source: IntentSignal['source'],
  intent: string | null,
  probability: number,
): IntentSignal => ({ source, intent, probability });
const contacts = (n: number, code: string, ...signals: IntentSignal[]): JourneyResult[] =>
  Array.from({ length: n }, () =>
    result({
      outcome: { reason: code },
      trueIntent: { name: null, probability: 0, standing: 'none', signals },
    }),
  );
const code = (intent: string | null, probability: number) =>
  signal('wrap_up_code', intent, probability);
const only = (results: JourneyResult[], reviewed = {}) => proposeOutcomes(results, reviewed)[0];

describe('what a wrap-up code seems to mean', () => {
  it.each([
    ['one intent, surely', 12, code('pay', 0.9), 'intent'],
    ['one intent, not surely', 12, code('pay', 0.7), 'unsure'],
    ['too seldom seen', 9, code('pay', 0.9), 'unsure'],
    ["nothing of the bot's", 12, code(null, 0.9), 'none'],
  ] as const)('%s', (_, n, one, standing) => {
    expect(only(contacts(n, 'X', one))).toMatchObject({ code: 'X', contacts: n, standing });
  });

  it('is nothing where nothing was learned', () => {
    expect(only(contacts(30, 'DONE'))).toMatchObject({ standing: 'silent', intent: null });
  });

  it('is what a person said, with what the customers say beside it', () => {
    const words = signal('words_to_bot', 'repair', 0.9);
    const mapped = only(contacts(5, 'X', code('pay', 0.9), words), { X: 'pay' });
    expect(mapped).toMatchObject({
      standing: 'reviewed',
      intent: 'pay',
      words: { told: 5, agree: 0 },
    });
  });

  it('counts words to the agent before words to the bot, and no guesses', () => {
    const heard = [
      ...contacts(
        2,
        'X',
        code('pay', 0.9),
        signal('words_to_bot', 'repair', 0.9),
        signal('words_to_agent', 'pay', 0.8),
      ),
      ...contacts(3, 'X', code('pay', 0.9), signal('words_to_agent', 'repair', 0.3)),
    ];
    expect(only(heard)?.words).toEqual({ told: 2, agree: 2 });
  });

  it('comes for the frequent codes first', () => {
    const all = [...contacts(2, 'A'), ...contacts(3, 'B'), result({ outcome: {} })];
    expect(proposeOutcomes(all, {}).map((one) => one.code)).toEqual(['B', 'A']);
  });
});
