import { describe, expect, it } from 'vitest';
import { StoppedError } from '../../src/domain/errors.js';
import { suggest } from '../../src/suggest/suggest.js';
import { config, definition, input, misread, ticket } from './library.js';

const asked = (i: number, quote: string, slot = 'pickup_branch') =>
  misread(`q-${i}`, 'renew it', 'renew_loan', 'renew_loan', {
    findings: [
      {
        category: 'missed_slot',
        intent: 'renew_loan',
        slot,
        confidence: 0.9,
        primary: true,
        turns: ['agent:1'],
        actual: '',
        expected: '',
      },
    ],
    quotes: { 'agent:1': quote },
  });
const slotTicket = (slot: string, sessions: string[]) =>
  ticket('missed_slot', sessions, { intent: 'renew_loan', slot });

describe('add_slot', () => {
  const results = [
    asked(0, 'Sure. Which branch do you pick it up from?'),
    asked(1, 'Which branch do you collect it from?'),
    asked(2, 'Which branch, ⟨name:aa11bb⟩?'),
  ];
  const sessions = results.map(({ sessionId }) => sessionId);

  it("asks in the bot's own voice: another of its questions, with this slot's name in it", async () => {
    const tickets = [slotTicket('pickup_branch', sessions)];
    const { suggestions } = await suggest(input({ results, tickets }), config);
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]).toMatchObject({
      kind: 'add_slot',
      slot: 'pickup_branch',
      prompt: 'What is your pickup branch?',
    });
  });

  it("prefers the definition's own prompt", async () => {
    const own = results.map((_, i) => asked(i, 'And the number?', 'reader_number'));
    const tickets = [slotTicket('reader_number', sessions)];
    const { suggestions } = await suggest(input({ results: own, tickets }), config);
    expect(suggestions[0]).toMatchObject({
      prompt: 'What is your reader number?',
      gate: { verdict: 'review' },
      backtest: null,
    });
  });

  it('says nothing where the form has the slot already', async () => {
    const tickets = [
      { ...slotTicket('pickup_branch', sessions), repair: 'ask_before_handoff' as const },
    ];
    expect((await suggest(input({ results, tickets }), config)).suggestions).toEqual([]);
  });
});

describe('move_phrases', () => {
  const mixed = {
    ...definition,
    intents: definition.intents.map((intent) =>
      intent.name === 'opening_hours'
        ? { ...intent, examples: [...intent.examples, 'extend the loan of my book'] }
        : intent,
    ),
  };
  const results = [0, 1, 2, 3, 4].map((i) =>
    misread(`m-${i}`, 'extend the loan', 'renew_loan', 'opening_hours'),
  );
  const tickets = [
    ticket(
      'misunderstood_intent',
      results.map(({ sessionId }) => sessionId),
    ),
  ];
  const moved = async (given: typeof definition) =>
    (await suggest(input({ results, tickets, definition: given }), config)).suggestions.filter(
      ({ kind }) => kind === 'move_phrases',
    );

  it('moves a phrase that lies among those of the intent that was wanted', async () => {
    expect(await moved(mixed)).toMatchObject([
      {
        intent: 'renew_loan',
        fromIntent: 'opening_hours',
        phrases: [{ text: 'extend the loan of my book' }],
      },
    ]);
    expect((await moved(mixed))[0]?.phrases[0]?.sources.length).toBeGreaterThan(0);
  });

  it('leaves phrases that lie among their own', async () => {
    expect(await moved(definition)).toEqual([]);
  });
});

describe('early_handoff', () => {
  const results = [0, 1].map((i) => misread(`h-${i}`, 'a person please', null));
  const sessions = results.map(({ sessionId }) => sessionId);
  it.each([
    ['agent_requested' as const, {}, 'first request'],
    ['dead_end_intent' as const, { intent: 'pay_fine' }, 'pay_fine is recognised'],
    [
      'time_of_day_failure' as const,
      { window: { days: 'weekdays' as const, from: 22, to: 2 } },
      'Between 22:00 and 02:00 on weekdays',
    ],
    ['intent_loop' as const, { intent: 'pay_fine' }, 'repeat itself'],
  ])('answers %s in one sentence', async (category, more, words) => {
    const tickets = [ticket(category, sessions, more)];
    const { suggestions } = await suggest(input({ results, tickets }), config);
    expect(suggestions[0]?.change).toContain(words);
    expect(suggestions[0]?.change.match(/\.(?:\s|$)/g)).toHaveLength(1);
  });

  it('is no answer to a missed slot', async () => {
    const asking = results.map((_, i) => asked(i, 'And the number?', 'reader_number'));
    const tickets = [
      slotTicket(
        'reader_number',
        asking.map(({ sessionId }) => sessionId),
      ),
    ];
    const given = input({ results: asking, tickets });
    const { suggestions } = await suggest(given, config);
    expect(suggestions.map(({ kind }) => kind)).toEqual(['add_slot']);
    const unread = await suggest({ ...given, heldBack: new Set(['slots']) }, config);
    expect(unread.suggestions).toEqual([]);
  });

  it('is not sought for further where the night is asked to stop', async () => {
    const stopped = {
      ...input({ results, tickets: [] }),
      pause: async () => Promise.reject(new StoppedError('stop')),
    };
    await expect(suggest(stopped, config)).rejects.toThrow(StoppedError);
  });
});

describe('early_handoff', () => {
  const results = [0, 1, 2].map((i) => misread(`w-${i}`, 'renew it', 'renew_loan', 'renew_loan'));
  const bad = (windowCause: 'bot' | 'rule') => ({
    ...ticket(
      'time_of_day_failure',
      results.map(({ sessionId }) => sessionId),
      { intent: 'renew_loan' },
    ),
    repair: 'time_window' as const,
    window: { days: 'all' as const, from: 16, to: 19 },
    windowCause,
  });
  const kinds = async (windowCause: 'bot' | 'rule') => {
    const { suggestions } = await suggest(input({ results, tickets: [bad(windowCause)] }), config);
    return suggestions.map(({ kind }) => kind);
  };

  it('is proposed for hours in which the bot gets things wrong', async () => {
    expect(await kinds('bot')).toEqual(['early_handoff']);
  });

  it('is not where the bot stops by itself in these hours: it hands over already', async () => {
    expect(await kinds('rule')).toEqual([]);
  });
});
