import { describe, expect, it } from 'vitest';
import type { JourneyResult } from '../../src/domain/journey.js';
import { suggest } from '../../src/suggest/suggest.js';
import { config, input, misread, ticket } from './library.js';

const holding = [
  'hold the new atlas for me at the desk',
  'keep the atlas at the desk until Friday',
  'hold a copy at the desk please',
  'please keep that copy at the desk for me',
  'can the desk hold the atlas',
  'hold my copy of the atlas at the desk',
  'keep one copy for me at the desk',
  'is the desk able to hold a copy',
];
const cancelling = [
  'cancel the reservation I made',
  'I made a reservation, cancel it',
  'take back my reservation, no longer needed',
  'cancel what I reserved, I no longer need it',
  'my reservation is no longer needed',
  'please cancel my reservation',
  'no longer need the reservation, cancel',
  'undo the reservation I made yesterday',
];
const under = (code: string, texts: readonly string[]): JourneyResult[] =>
  texts.map((text, i) =>
    misread(`${code}-${i}`, text, 'reserve_book', 'opening_hours', { outcome: { reason: code } }),
  );

async function splits(results: JourneyResult[]) {
  const misunderstood = ticket(
    'misunderstood_intent',
    results.map(({ sessionId }) => sessionId),
    { intent: 'reserve_book' },
  );
  const { suggestions } = await suggest(input({ results, tickets: [misunderstood] }), config);
  return suggestions.filter(({ kind }) => kind === 'split_intent');
}

describe('an intent', () => {
  it('is to be split where two codes have words of their own, and a person decides', async () => {
    const [split] = await splits([...under('HOLD', holding), ...under('CANCEL', cancelling)]);
    expect(split).toMatchObject({ fromIntent: 'reserve_book', gate: { verdict: 'review' } });
    expect(split?.change).toMatch(/of 16 customers .* 8 as CANCEL and 8 as HOLD/);
    const quotes = split?.evidence?.map(({ quote }) => quote) ?? [];
    expect(quotes.filter((quote) => holding.includes(quote))).toHaveLength(2);
    expect(quotes.filter((quote) => cancelling.includes(quote))).toHaveLength(2);
  });

  it.each([
    [
      'agents close the same words in two ways',
      [
        ...under(
          'HOLD',
          holding.filter((_, i) => i % 2 === 0).flatMap((one) => [one, `${one} now`]),
        ),
        ...under(
          'LATER',
          holding.filter((_, i) => i % 2 === 1).flatMap((one) => [one, `${one} now`]),
        ),
      ],
    ],
    [
      'one of the two is rare',
      [...under('HOLD', holding), ...under('CANCEL', cancelling.slice(0, 3))],
    ],
    ['there is no code', [...under('', holding), ...under('', cancelling)]],
  ])('stays whole where %s', async (_, results) => {
    expect(await splits(results)).toEqual([]);
  });
});
