import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EscalatingSession, EscalatingTurn } from '../../src/domain/screen-pop.js';
import { clip } from '../../src/lib/visible.js';
import { ofRecord, ofStored } from '../../src/screenpop/escalating.js';
import { popText } from '../../src/screenpop/pop-text.js';
import { screenPop } from '../../src/screenpop/screenpop.js';

const settings = { maximumCharacters: 900, messages: 3, lowConfidence: 0.5 };
const customer = (text: string, more: Partial<EscalatingTurn> = {}): EscalatingTurn => ({
  actor: 'customer',
  text,
  ...more,
});
const bot = (text: string, more: Partial<EscalatingTurn> = {}): EscalatingTurn => ({
  actor: 'bot',
  text,
  ...more,
});
const understood = (name: string, confidence = 0.9) => ({ intent: { name, confidence } });
const popOf = (...turns: EscalatingTurn[]) => screenPop({ sessionId: 's', turns }, settings);

const session: EscalatingSession = {
  sessionId: 's-1',
  reason: 'user_request',
  turns: [
    bot('Hello, I am the assistant.'),
    customer('hi'),
    customer('I want to move my payment date', understood('change_date')),
    bot('What is your loan number?', { asksFor: 'loan_number' }),
    customer('the one on my letter', understood('inform', 0.2)),
    bot('Please give me the loan number again.', { asksFor: 'loan_number' }),
    customer('L-2044', { slots: { loan_number: 'L-2044', colour: null } }),
    { actor: 'system', action: 'check_loan', error: 'HTTP 503' },
    customer('this is going nowhere', understood('nlu_fallback', 0.3)),
    bot('I pass you on.', { action: 'handoff', slots: { loan_number: 'L-2044' } }),
  ],
};

describe('a screen-pop', () => {
  const pop = screenPop(session, settings);

  it("gives the customer's wish in their own words, no greeting and no answer", () => {
    expect(pop.wants).toEqual({ text: 'I want to move my payment date', turns: [2] });
    expect(pop.intent?.name).toBe('change_date');
  });

  it('names what was tried and failed, in order', () => {
    expect(pop.tried.map(({ kind, turns, times }) => [kind, turns, times])).toEqual([
      ['asked_again', [3, 5], 2],
      ['failed', [7], 1],
      ['not_understood', [8], 1],
    ]);
  });

  it('has the values that are known, from where they were heard, and the last three messages', () => {
    expect(pop.known).toEqual([{ slot: 'loan_number', value: 'L-2044', turn: 6 }]);
    expect(pop.last.map(({ turn }) => turn)).toEqual([6, 8, 9]);
  });

  it('reads as lines', () => {
    expect(popText(pop)).toBe(
      [
        'Wants: I want to move my payment date (the bot took it for change_date)',
        'Tried: asked 2 times: What is your loan number?',
        'Tried: failed: HTTP 503',
        'Tried: not understood: this is going nowhere',
        'Known: loan_number L-2044',
        'Customer: L-2044',
        'Customer: this is going nowhere',
        'Bot: I pass you on.',
      ].join('\n'),
    );
  });
});

describe('the wish', () => {
  it('is the longest of what there is where nothing is long', () => {
    expect(popOf(customer('hi'), customer('card lost')).wants?.text).toBe('card lost');
  });

  it('is never a pressed button', () => {
    expect(popOf(customer('/request_loan{"amount": 5}')).wants).toBeNull();
  });

  it('may come with the answer to a question, if it is long', () => {
    const long = 'no I do not want a quote, I want to cancel the policy I have';
    expect(popOf(bot('ZIP?', { asksFor: 'zip' }), customer(long)).wants?.text).toBe(long);
    expect(
      popOf(bot('ZIP?', { asksFor: 'zip' }), customer('nine o two one'), customer('pay my bill'))
        .wants?.text,
    ).toBe('pay my bill');
  });
});

describe('what is known', () => {
  it('is the newest value, and none that was cleared', () => {
    const slots = (value: string | null) => customer('x', { slots: { zip: value } });
    expect(popOf(slots('1'), slots('2')).known).toEqual([{ slot: 'zip', value: '2', turn: 1 }]);
    expect(popOf(slots('1'), slots(null)).known).toEqual([]);
  });
});

describe('what was tried', () => {
  it('leaves out what the bot understood, and what it said once', () => {
    expect(popOf(customer('pay my bill', understood('pay')), bot('Done.')).tried).toEqual([]);
  });

  it("knows the bot's fallback by what it did", () => {
    const missed = popOf(customer('blue'), bot('Sorry?', { action: 'action_default_fallback' }));
    expect(missed.tried.map(({ kind }) => kind)).toEqual(['not_understood']);
  });
});

const anyText = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const anyTurn: fc.Arbitrary<EscalatingTurn> = fc.record(
  {
    actor: fc.constantFrom('customer', 'bot', 'system'),
    text: anyText,
    intent: fc.record({
      name: fc.string({ minLength: 1 }),
      confidence: fc.double({ min: 0, max: 1 }),
    }),
    slots: fc.dictionary(fc.string(), fc.option(anyText)),
    asksFor: fc.constantFrom('zip', 'name'),
    error: anyText,
  },
  { requiredKeys: ['actor'] },
);

describe('of any session', () => {
  it('is no longer than it may be, and every line stands in the session', () => {
    fc.assert(
      fc.property(
        fc.array(anyTurn, { maxLength: 25 }),
        fc.integer({ min: 40, max: 1500 }),
        (turns, maximumCharacters) => {
          const pop = screenPop({ sessionId: 's', turns }, { ...settings, maximumCharacters });
          expect(popText(pop).length).toBeLessThanOrEqual(maximumCharacters);
          const said = (text: string, places: readonly number[]) =>
            places.some((i) =>
              [turns[i]?.text, turns[i]?.error].some(
                (own) =>
                  own !== undefined &&
                  clip(own, text.length || 1).slice(0, -1) === text.slice(0, -1),
              ),
            );
          for (const { text, turns: places } of [...(pop.wants ? [pop.wants] : []), ...pop.tried])
            expect(said(text, places) || text === '').toBe(true);
          for (const { text, turn } of pop.last) expect(said(text, [turn])).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes less than 20 ms, also of a session of 2,000 turns', () => {
    const turns = Array.from({ length: 2000 }, (_, i) =>
      i % 2 === 0
        ? bot(`Question ${i % 7}: what is it that you want to tell me?`, {
            asksFor: `slot_${i % 5}`,
          })
        : customer(`well it is ${i} and then some more words`, {
            slots: { [`slot_${i % 5}`]: `${i}` },
          }),
    );
    screenPop({ sessionId: 'warm', turns }, settings);
    const times = Array.from({ length: 5 }, () => {
      const begun = performance.now();
      screenPop({ sessionId: 's', turns }, settings);
      return performance.now() - begun;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

describe('values', () => {
  it('stand as the bot holds them in a record', () => {
    const { turns } = ofRecord({
      type: 'bot_session',
      platform: 'p',
      bot_id: 'b',
      session_id: 's',
      started_at: '2026-11-21T09:30:00Z',
      channel: 'chat',
      outcome: 'escalated',
      turns: [
        { at: '2026-11-21T09:31:00Z', actor: 'bot', text: 'later' },
        { at: '2026-11-21T09:30:00Z', actor: 'customer', slots: { n: 5, list: ['a'], gone: null } },
      ],
    });
    expect(turns[0]?.slots).toEqual({ n: '5', list: '["a"]', gone: null });
    expect(turns[1]?.text).toBe('later');
  });

  it('stand in the words that they were heard in where the store keeps none, else as held', () => {
    const { turns } = ofStored({
      id: 'p/b/s',
      platform: 'p',
      botId: 'b',
      sessionId: 's',
      startedAt: 0,
      channel: 'chat',
      customer: {},
      outcome: 'escalated',
      turns: [
        {
          at: 0,
          actor: 'customer',
          text: 'it is ⟨phone:9f2c41⟩',
          slots: {
            phone: { digest: '9f2c41aa00000000', span: [6, 20] },
            kind: { digest: 'abcdef0000000000' },
            gone: { digest: null },
          },
        },
      ],
    });
    expect(turns[0]?.slots).toEqual({ phone: '⟨phone:9f2c41⟩', kind: '⟨held:abcdef⟩', gone: null });
  });
});
