import { describe, expect, it } from 'vitest';
import { causesOf } from '../../src/causes/causes.js';
import { repairsOf } from '../../src/causes/repairs.js';
import type { BotDefinition } from '../../src/domain/conversation.js';
import type { JourneyResult, LedgerEntry, SessionSummary } from '../../src/domain/journey.js';
import { findingOf, journeyOf, sessionOf, times } from '../patterns/settings.js';

const definition: BotDefinition = {
  platform: 'test',
  botId: 'bot',
  readAt: 0,
  intents: ['loan', 'card', 'address'].map((name) => ({
    name,
    examples: [],
    requiredSlots: name === 'loan' ? ['income', 'account'] : ['account'],
  })),
  slots: [],
};

const repairs = (results: readonly JourneyResult[], sessions: readonly SessionSummary[] = []) =>
  repairsOf({ causes: causesOf(results, [], []), results, sessions, definition });
const named = (results: readonly JourneyResult[], sessions: readonly SessionSummary[] = []) =>
  repairs(results, sessions).map(({ repair, key, sessions: all }) => [repair, key, all.length]);

const entry = (slot: string, bot: LedgerEntry['bot']): LedgerEntry => ({
  slot,
  bot,
  agent: 'not_asked',
  confidence: 1,
  turns: [],
  needed: true,
});
/** Journeys of an intent in which the bot asked for the account number; it did not hear it in some of them. */
const asked = (from: number, intent: string, n: number, unheard: number) =>
  times(n, (i) =>
    journeyOf(from + i, {
      botIntent: intent,
      trueIntent: { name: intent, probability: 0.9, signals: [], standing: 'label' },
      ledger: [entry('account', i < unheard ? 'asked_not_captured' : 'captured')],
      findings: i < unheard ? [findingOf('uncaptured_slot', { intent, slot: 'account' })] : [],
    }),
  );

describe('repairs', () => {
  it('teach an intent once, whether the bot did not hear it or took it for another', () => {
    const results = [
      ...times(6, (i) =>
        journeyOf(i, { findings: [findingOf('misunderstood_intent', { intent: 'loan' })] }),
      ),
      ...times(4, (i) =>
        journeyOf(10 + i, { findings: [findingOf('unrecognised_utterance', { intent: 'loan' })] }),
      ),
    ];
    const [repair, ...rest] = repairs(results);
    expect(rest).toEqual([]);
    expect(repair).toMatchObject({
      repair: 'teach_intent',
      owner: 'bot_team',
      intents: ['loan'],
      categories: [
        { category: 'misunderstood_intent', journeys: 6 },
        { category: 'unrecognised_utterance', journeys: 4 },
      ],
    });
    expect(repair?.sessions).toHaveLength(10);
  });

  it('say of words that nobody knows an intent for that they are no work as they stand', () => {
    expect(
      named(times(6, (i) => journeyOf(i, { findings: [findingOf('unrecognised_utterance')] }))),
    ).toEqual([]);
  });

  it('say what the bot took customers for whose wish it has no intent for, where many of them were', () => {
    const whyOf = (took: readonly (string | undefined)[]) => {
      const results = took.map((botIntent, i) =>
        journeyOf(i, {
          ...(botIntent !== undefined && { botIntent }),
          findings: [findingOf('uncovered_intent', { turns: ['bot:0'] })],
        }),
      );
      return repairs(results).find(({ repair }) => repair === 'new_intent')?.why;
    };
    const many = (intent: string | undefined, n: number) => times(n, () => intent);
    expect(whyOf([...many('card', 4), ...many('loan', 5), ...many('address', 1)])).toContain(
      'The bot took them most often for "loan" (5), "card" (4), "address" (1).',
    );
    expect(whyOf([...many(undefined, 10), ...many('loan', 9), ...many('address', 1)])).toContain(
      'most often for "loan" (9).',
    );
    expect(whyOf(many(undefined, 10))).not.toContain('The bot took them');
  });

  it('add a slot where the form lacks it, and reach the question where the form has it', () => {
    const missed = (from: number, intent: string, slot: string) =>
      times(5, (i) =>
        journeyOf(from + i, { findings: [findingOf('missed_slot', { intent, slot })] }),
      );
    expect(named([...missed(0, 'loan', 'income'), ...missed(10, 'card', 'income')])).toEqual([
      ['add_slot', 'income', 5],
      ['ask_before_handoff', 'income', 5],
    ]);
  });

  it('hold one change of one slot together over the forms that need it', () => {
    const results = ['card', 'address'].flatMap((intent, k) =>
      times(4, (i) =>
        journeyOf(10 * k + i, { findings: [findingOf('missed_slot', { intent, slot: 'email' })] }),
      ),
    );
    expect(repairs(results)).toMatchObject([
      { repair: 'add_slot', slots: ['email'], intents: ['address', 'card'] },
    ]);
  });

  it('pass all slots on at once, and open with what was said, angry or not', () => {
    const slots = ['email', 'account', 'income'];
    const results = times(9, (i) =>
      journeyOf(i, {
        findings: [
          findingOf('context_lost', { slot: slots[i % 3] ?? '' }),
          findingOf(i % 2 ? 'cold_open' : 'hostile_arrival', { primary: false }),
        ],
      }),
    );
    expect(repairs(results)).toMatchObject([
      { repair: 'pass_context', slots: ['account', 'email', 'income'], owner: 'journey_owner' },
      // What the larger category says is not true of the other's journeys.
      { repair: 'agent_opening', why: expect.stringMatching(/: in 5 of them .*; in 4 of them .*/) },
    ]);
  });

  it('call a slot work where it is heard worse than is usual, and leave it where it is not', () => {
    const usual = [...asked(0, 'card', 60, 4), ...asked(100, 'address', 60, 4)];
    const bad = repairs([...usual, ...asked(200, 'loan', 60, 30)]);
    expect(bad.map(({ repair, beyondUsual, intents }) => [repair, beyondUsual, intents])).toEqual([
      ['improve_capture', true, ['loan']],
      ['improve_capture', false, ['address', 'card']],
    ]);
    const even = repairs([...usual, ...asked(200, 'loan', 60, 5)]);
    expect(even.map(({ beyondUsual }) => beyondUsual)).toEqual([false]);
  });

  it('break loops by one rule, but for the form that holds customers far more often', () => {
    const sessions = ['loan', 'card', 'address'].flatMap((intent) =>
      times(100, () => sessionOf({ intent })),
    );
    const loops = (from: number, intent: string, n: number) =>
      times(n, (i) => journeyOf(from + i, { findings: [findingOf('intent_loop', { intent })] }));
    const even = [...loops(0, 'loan', 8), ...loops(10, 'card', 6), ...loops(20, 'address', 7)];
    expect(named(even, sessions)).toEqual([['break_loop', '', 21]]);
    const one = [...loops(0, 'loan', 40), ...loops(50, 'card', 6), ...loops(60, 'address', 7)];
    expect(named(one, sessions)).toEqual([
      ['break_loop', '', 13],
      ['break_loop', 'loan', 40],
    ]);
  });

  it('leave a loop to what was not heard, and do not ask for a way out of the form', () => {
    const unheard = times(40, (i) =>
      journeyOf(i, {
        findings: [
          findingOf('intent_loop', { intent: 'loan' }),
          findingOf('uncaptured_slot', { intent: 'loan', slot: 'income' }),
        ],
      }),
    );
    const others = times(6, (i) =>
      journeyOf(100 + i, {
        findings: [findingOf('intent_loop', { intent: i < 3 ? 'card' : 'address' })],
      }),
    );
    const sessions = times(600, (i) =>
      sessionOf({ intent: ['loan', 'card', 'address'][i % 3] ?? 'loan' }),
    );
    const loops = repairs([...unheard, ...others], sessions).filter(
      ({ repair }) => repair === 'break_loop',
    );
    expect(loops.map(({ key, sessions: all }) => [key, all.length])).toEqual([['', 46]]);
  });

  it('leave a loop to what this bot often does not hear, too, where no agent was seen', () => {
    const looped = times(40, (i) =>
      journeyOf(300 + i, {
        botIntent: 'loan',
        ledger: [entry('account', 'asked_not_captured')],
        findings: [findingOf('intent_loop', { intent: 'loan' })],
      }),
    );
    const heard = [...asked(0, 'card', 60, 4), ...asked(100, 'address', 60, 4)];
    const sessions = times(600, (i) =>
      sessionOf({ intent: ['loan', 'card', 'address'][i % 3] ?? 'loan' }),
    );
    const loopsOf = (unheard: number) =>
      repairs([...heard, ...asked(200, 'loan', 60, unheard), ...looped], sessions)
        .filter(({ repair }) => repair === 'break_loop')
        .map(({ key }) => key);
    expect(loopsOf(40)).toEqual(['']);
    expect(loopsOf(3)).toEqual(['loan']);
  });

  const toldOf = (
    bot: LedgerEntry['bot'],
    { told, missed, slot = 'email' }: { told: number; missed: number; slot?: string },
  ) => [
    ...times(told, (i) =>
      journeyOf(i, {
        ledger: [entry(slot, bot)],
        findings: [findingOf('uncaptured_slot', { intent: 'card', slot })],
      }),
    ),
    ...times(missed, (i) =>
      journeyOf(50 + i, { findings: [findingOf('missed_slot', { intent: 'card', slot })] }),
    ),
  ];

  it('ask for what customers tell unasked, in place of hearing it better', () => {
    const results = toldOf('said_not_captured', { told: 5, missed: 8 });
    expect(named(results)).toEqual([['add_slot', 'email', 13]]);
    const inForm = toldOf('said_not_captured', { told: 5, missed: 8, slot: 'account' });
    expect(named(inForm)).toEqual([['ask_before_handoff', 'account', 13]]);
  });

  it('hear better what the bot asks for, or what hardly any agent has to ask for unasked', () => {
    const kinds = (results: readonly JourneyResult[]) =>
      repairs(results).map(({ repair, sessions }) => [repair, sessions.length]);
    const wasAsked = toldOf('asked_not_captured', { told: 5, missed: 8 });
    expect(kinds(wasAsked)).toEqual([
      ['add_slot', 8],
      ['improve_capture', 5],
    ]);
    const rarely = toldOf('said_not_captured', { told: 5, missed: 2 });
    expect(kinds(rarely)).toEqual([
      ['add_slot', 2],
      ['improve_capture', 5],
    ]);
  });

  it('do not reach for a question that few conversations of each form were cut short before', () => {
    const cut = (n: number) =>
      ['loan', 'card', 'address'].flatMap((intent, k) =>
        times(n, (i) =>
          journeyOf(20 * k + i, {
            findings: [findingOf('missed_slot', { intent, slot: 'account' })],
          }),
        ),
      );
    expect(repairs(cut(4)).map(({ beyondUsual }) => beyondUsual)).toEqual([false]);
    expect(repairs(cut(5)).map(({ beyondUsual }) => beyondUsual)).toEqual([true]);
  });

  it('of the whole bot name no intent, and of many slots those that most journeys have', () => {
    const results = times(21, (i) =>
      journeyOf(i, {
        findings: ['a', 'b', 'c', 'd', 'e', 'f']
          .filter((_, n) => i >= n * n)
          .map((slot) => findingOf('context_lost', { intent: i % 2 ? 'loan' : 'card', slot })),
      }),
    );
    const [repair] = repairs(results);
    expect(repair).toMatchObject({
      repair: 'pass_context',
      intents: [],
      slots: ['a', 'b', 'c', 'd'],
    });
    expect(repair?.title).toMatch(/5 slots/);
  });

  it('make no work of a consequence', () => {
    const results = times(6, (i) =>
      journeyOf(i, {
        findings: [
          findingOf('misunderstood_intent', { intent: 'loan' }),
          findingOf('uncaptured_slot', {
            intent: 'loan',
            slot: 'income',
            primary: false,
            causedBy: 'misunderstood_intent',
          }),
        ],
      }),
    );
    expect(named(results)).toEqual([['teach_intent', 'loan', 6]]);
  });

  it('are told in words that say what to do', () => {
    const results = times(6, (i) =>
      journeyOf(i, { findings: [findingOf('missed_slot', { intent: 'card', slot: 'email' })] }),
    );
    expect(repairs(results)[0]).toMatchObject({
      title: 'Ask for "email" in "card": the form lacks it',
      why: expect.stringMatching(
        /^In 6 journeys on \d+ days? \(100 % of all handoffs\), .*\. It explains all of these/,
      ),
    });
  });
});
