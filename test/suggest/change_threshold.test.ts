import { describe, expect, it } from 'vitest';
import { betterThreshold } from '../../src/suggest/advice/change_threshold.js';
import { suggest } from '../../src/suggest/suggest.js';
import { config, definition, input, misread, ticket } from './library.js';

const requests = (count: number, confidence: number, right: boolean) =>
  Array.from({ length: count }, () => ({ confidence, right }));

describe('another threshold', () => {
  it('is lower where what it refuses was understood', () => {
    const all = [
      ...requests(40, 0.42, true),
      ...requests(2, 0.42, false),
      ...requests(30, 0.2, false),
    ];
    expect(betterThreshold(all, 0.5)).toEqual({ threshold: 0.25, changed: 42, right: 40 });
  });

  it('is higher where what it acts on was not', () => {
    const all = [
      ...requests(40, 0.55, false),
      ...requests(8, 0.55, true),
      ...requests(90, 0.9, true),
    ];
    expect(betterThreshold(all, 0.5)).toEqual({ threshold: 0.6, changed: 48, right: 8 });
  });

  it.each([
    ['few requests are between', [...requests(19, 0.42, true)]],
    [
      'it would be right twice of three times',
      [...requests(40, 0.42, true), ...requests(20, 0.42, false)],
    ],
    ['nothing is known', []],
  ])('is none where %s', (_, all) => {
    expect(betterThreshold(all, 0.5)).toBeNull();
  });
});

describe('change_threshold', () => {
  const results = Array.from({ length: 24 }, (_, i) => {
    const guess = { intent: 'renew_loan', confidence: 0.45 };
    const journey = misread(`g-${i}`, `renew it for me, number ${i}`, 'renew_loan');
    return { ...journey, utterance: { turn: 0, text: `renew ${i}`, entities: [], guess } };
  });
  const sessions = results.map(({ sessionId }) => sessionId);
  const tickets = [
    ticket('unrecognised_utterance', sessions, { id: 'T-1', intent: 'renew_loan' }),
    ticket('unrecognised_utterance', sessions, { id: 'T-2' }),
    ticket('misunderstood_intent', sessions, { id: 'T-3' }),
  ];
  const found = async (confidenceThreshold?: number) => {
    const bot = {
      ...definition,
      ...(confidenceThreshold !== undefined && { confidenceThreshold }),
    };
    const { suggestions } = await suggest(input({ results, tickets, definition: bot }), config);
    return suggestions.filter(({ kind }) => kind === 'change_threshold');
  };

  it('is proposed once, by the first ticket that it answers', async () => {
    const [one, ...rest] = await found(0.5);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ ticket: 'T-1', phrases: [] });
    expect(one?.change).toBe(
      'Lower the confidence threshold from 0.5 to 0.05: of 24 requests between the two that the bot refused, its best guess was right in 24, and it would act wrongly on 0.',
    );
  });

  it('is none where the threshold is unknown, or below the guesses', async () => {
    expect(await found()).toEqual([]);
    expect(await found(0.4)).toEqual([]);
  });
});
