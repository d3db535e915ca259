import { describe, expect, it } from 'vitest';
import type { BotDefinition } from '../../src/domain/conversation.js';
import { createProtector } from '../../src/ingest/protect.js';
import { redactor } from './reading.js';
import { agentContact, at, botSession, survey } from './records.js';

const protector = createProtector(redactor);
const turn = (text: string, slots: Record<string, unknown>) =>
  protector.session(botSession({ turns: [{ at: at(1), actor: 'customer', text, slots }] }))
    .turns[0];

describe('protecting a session', () => {
  it('gives it one id of platform, bot and session', () => {
    expect(protector.session(botSession()).id).toBe('flow/helper/s-1');
  });

  it('sorts turns by time and keeps those of one moment in order', () => {
    const turns = [3, 1, 2, 1].map((seconds, i) => ({
      at: at(seconds),
      actor: 'customer' as const,
      text: `turn ${i}`,
    }));
    const sorted = protector.session(botSession({ turns })).turns.map(({ text }) => text);
    expect(sorted).toEqual(['turn 1', 'turn 3', 'turn 2', 'turn 0']);
  });

  it('derives a missing handoff of an escalated session at its last turn', () => {
    const without = { handoff: undefined };
    const escalated = protector.session(botSession({ ...without, outcome: 'escalated' }));
    expect(escalated.handoff).toEqual({ at: Date.parse(at(10)), reason: 'unknown' });
    const contained = protector.session(botSession({ ...without, outcome: 'contained' }));
    expect(contained.handoff).toBeUndefined();
  });

  it('finds a slot value in the words as a word of its own', () => {
    const held = turn('two seats, not 22, for Leeds', { seats: 'Two', city: 'leeds', other: 2 });
    expect(held?.slots?.seats?.span).toEqual([0, 3]);
    expect(held?.text?.slice(...(held.slots?.city?.span ?? [0, 0]))).toBe('Leeds');
    expect(held?.slots?.other?.span).toBeUndefined();
  });

  it('places a value behind a redacted one by the redacted text', () => {
    const held = turn('call 07700 900123 about Leeds', { city: 'Leeds', phone: '07700 900123' });
    expect(held?.text?.slice(...(held.slots?.city?.span ?? [0, 0]))).toBe('Leeds');
    expect(held?.text?.slice(...(held.slots?.phone?.span ?? [0, 0]))).toMatch(/^⟨phone:\w+⟩$/);
  });

  it('hashes two spellings of a value alike, and a cleared one to nothing', () => {
    const held = turn('x', {
      a: '07700 900123',
      b: '+44 7700 900 123',
      c: null,
      d: ['x', { y: 1 }],
    });
    expect(held?.slots?.a?.digest).toBe(held?.slots?.b?.digest);
    expect(held?.slots?.c).toEqual({ digest: null });
    expect(held?.slots?.d?.digest).toMatch(/^[0-9a-f]{16}$/);
  });

  it('keeps the shape of a hidden code beside the text, and nothing where none is hidden', () => {
    expect(turn('it is 434024', { claim: 'K26434024' })).toMatchObject({ codeShapes: ['d6'] });
    expect(turn('to Leeds', {})).not.toHaveProperty('codeShapes');
    const turns = [{ at: at(1), actor: 'customer' as const, text: 'my ref is AB1234' }];
    expect(protector.contact(agentContact({ turns })).turns).toMatchObject([
      { codeShapes: ['l2d4'] },
    ]);
  });

  it('keeps a language tag and nothing else as the locale', () => {
    expect(protector.session(botSession({ locale: 'en-GB' })).locale).toBe('en-GB');
    expect(protector.session(botSession({ locale: 'my own words' })).locale).toBeUndefined();
  });
});

/** The customer's texts after what the other side said, as they are stored. */
const answersTo = (...lines: [actor: 'bot' | 'customer', text: string][]) =>
  protector
    .session(
      botSession({ turns: lines.map(([actor, text], i) => ({ at: at(i + 1), actor, text })) }),
    )
    .turns.flatMap(({ actor, text }) => (actor === 'customer' ? (text ?? []) : []));

describe('protecting an answer', () => {
  it('takes a bare word for the name that was asked for, and only then', () => {
    expect(answersTo(['bot', 'What is your name?'], ['customer', 'marlowe'])).toEqual([
      expect.stringMatching(/^⟨name:\w+⟩$/),
    ]);
    expect(answersTo(['bot', 'Which author?'], ['customer', 'marlowe'])).toEqual(['marlowe']);
  });

  it('waits for the answer through further turns of either side', () => {
    const texts = answersTo(
      ['bot', 'Could I have your full name?'],
      ['bot', 'We need it to find your account.'],
      ['customer', 'one moment'],
      ['customer', 'jane marlowe'],
      ['bot', 'Thank you. Which town?'],
      ['customer', 'marlowe'],
    );
    expect(texts[0]).toBe('one moment');
    expect(texts[1]).toMatch(/^⟨name:\w+⟩$/);
    expect(texts[2]).toBe('marlowe');
  });

  it('knows what the platform says that the bot asked for', () => {
    const turns = [
      { at: at(1), actor: 'bot' as const, text: 'Who is it?', asks_for: 'customer_name' },
      { at: at(2), actor: 'customer' as const, text: 'marlowe' },
    ];
    expect(protector.session(botSession({ turns })).turns[1]?.text).toMatch(/^⟨name:\w+⟩$/);
  });

  it('gives a spoken answer the hash of the value that the bot held', () => {
    const { turns } = protector.session(
      botSession({
        turns: [
          { at: at(1), actor: 'bot', text: 'what is your postcode' },
          {
            at: at(2),
            actor: 'customer',
            text: 's w one a two double a',
            slots: { postcode: 'SW1A 2AA' },
          },
        ],
      }),
    );
    const digest = turns[1]?.slots?.postcode?.digest ?? 'none';
    expect(turns[1]?.text).toBe(`⟨postcode:${digest.slice(0, 6)}⟩`);
  });

  it('knows a code by its last digits, too: people leave out the first', () => {
    const { slots } = turn('it is 434024', { claim: 'K26434024', day: '2026-10-03' }) ?? {};
    const { text } = turn('it is 434024', {}) ?? {};
    const hash = /⟨account:(\w{6})⟩/.exec(text ?? '')?.[1];
    expect(slots?.claim?.tails?.map((tail) => tail.slice(0, 6))).toContain(hash);
    expect(slots?.day?.tails).toBeUndefined();
  });

  it.each([
    ['it starts with 77541', '775412446'],
    ['and then 412446', '775412446'],
    ['the first half is 35316', '353 161 589 675 70'],
  ])('knows a number by its halves: "%s" of %s', (text, value) => {
    const { slots } = turn(text, { claim: value }) ?? {};
    const asked = turn(text, {})?.text ?? '';
    const hash = /⟨\w+:(\w{6})⟩/.exec(asked)?.[1];
    expect(slots?.claim?.tails?.map((part) => part.slice(0, 6))).toContain(hash);
  });

  it('knows a short code by its digits alone', () => {
    const { slots } = turn('hm', { claim: 'PX 482' }) ?? {};
    const bare = turn('hm', { claim: '482' })?.slots?.claim?.digest;
    expect(slots?.claim?.tails).toEqual([bare]);
  });

  it('hides the value of a slot that is made for somebody, whatever was asked', () => {
    const held = turn('book it for wren, not for the crow', { guest_name: 'wren', bird: 'crow' });
    expect(held?.text).toMatch(/^book it for ⟨name:\w+⟩, not for the crow$/);
  });

  it("reads the agent's question in a contact, too", () => {
    const contact = protector.contact(
      agentContact({
        turns: [
          { at: at(1), actor: 'agent', text: 'who am i speaking with' },
          { at: at(2), actor: 'customer', text: 'marlowe' },
        ],
      }),
    );
    expect(contact.turns[1]?.text).toMatch(/^⟨name:\w+⟩$/);
  });
});

describe('protecting what the agent side says', () => {
  it.each([
    [4, undefined, 75],
    [5, undefined, 100],
    [1, undefined, 0],
    [7, 10, 600 / 9],
    [2, 2, 100],
  ])('rescales %s of %s to %s', (csat, csat_scale, expected) => {
    const outcome = { csat, ...(csat_scale !== undefined && { csat_scale }) };
    expect(protector.contact(agentContact({ outcome })).outcome.csat).toBeCloseTo(expected, 10);
    expect(protector.survey(survey(outcome)).csat).toBeCloseTo(expected, 10);
  });

  it('leaves unknown what the record does not say', () => {
    const { outcome, attributes } = protector.contact(agentContact());
    expect([outcome, attributes]).toEqual([{}, {}]);
  });

  it('lets keys through as they are, whatever they look like', () => {
    const uuid = '2b0c6d2e-5a43-4f0e-9a52-6f5d2f8a1c11';
    const attributes = { bot_session_id: '4471882301', caseId: 'C-90017', anything: uuid };
    expect(protector.contact(agentContact({ attributes })).attributes).toEqual(attributes);
  });

  it('but not what merely is called an id', () => {
    const { attributes } = protector.contact(
      agentContact({ attributes: { customer_id: '07700900123', remark_id: 'call 07700 900123' } }),
    );
    expect(attributes.customer_id).toMatch(/^⟨/);
    expect(attributes.remark_id).toMatch(/^call ⟨/);
  });

  it('gives a survey without a contact an id that stays', () => {
    const answer = survey({ contact_id: undefined, customer: { phone: '07700 900123' } });
    const { id } = protector.survey(answer);
    expect(protector.survey({ ...answer, customer: { phone: '+447700900123' } }).id).toBe(id);
    expect(protector.survey({ ...answer, responded_at: at(9) }).id).not.toBe(id);
  });
});

describe('what is written about a customer, not said by one', () => {
  const text = 'moved to 8840 last Monday';
  it('loses its numbers and dates in summaries, notes and comments', () => {
    const context = { level: 'summary', text } as const;
    const at = '2026-03-02T10:00:00Z';
    const { handoff } = protector.session(
      botSession({ outcome: 'escalated', handoff: { at, reason: 'user_request', context } }),
    );
    const { attributes } = protector.contact(agentContact({ attributes: { note: text } }));
    for (const hidden of [handoff?.context?.text, attributes.note])
      expect(hidden).toMatch(/^moved to ⟨number:[0-9a-f]+⟩ last ⟨date:[0-9a-f]+⟩$/);
  });

  it('keeps them in a transcript, and where a number by itself may be a key', () => {
    const context = { level: 'transcript', text } as const;
    const at = '2026-03-02T10:00:00Z';
    const { handoff } = protector.session(
      botSession({ outcome: 'escalated', handoff: { at, reason: 'user_request', context } }),
    );
    const { attributes } = protector.contact(agentContact({ attributes: { call: '8840' } }));
    expect([handoff?.context?.text, attributes.call]).toEqual([text, '8840']);
  });
});

describe('a value of one turn', () => {
  it('is hidden in the others of its session, whoever says it, under the same token', () => {
    const { turns } = protector.session(
      botSession({
        turns: [
          { at: at(1), actor: 'customer', text: 'please add tamsyn oyelaran to it' },
          { at: at(2), actor: 'bot', text: 'Who drives?', asks_for: 'second_driver_name' },
          {
            at: at(3),
            actor: 'customer',
            text: 'tamsyn oyelaran',
            slots: { second_driver_name: 'tamsyn oyelaran', plate: 'dfd8134' },
          },
          { at: at(4), actor: 'bot', text: 'Tamsyn Oyelaran with DFD8134, is that right?' },
        ],
      }) as never,
    );
    const texts = turns.map(({ text }) => text ?? '');
    expect(texts.join()).not.toMatch(/tamsyn|dfd8134/i);
    const tokens = texts.flatMap((text) => text.match(/⟨name:[0-9a-f]+⟩/g) ?? []);
    expect(new Set(tokens).size).toBe(1);
    const digest = turns[2]?.slots?.second_driver_name?.digest ?? '';
    expect(tokens[0]).toBe(`⟨name:${digest.slice(0, 6)}⟩`);
  });

  it('is hidden where an agent reads it back', () => {
    const { turns } = protector.contact(
      agentContact({
        turns: [
          { at: at(1), actor: 'agent', text: 'Who else is on it?' },
          { at: at(2), actor: 'customer', text: 'tamsyn oyelaran' },
          { at: at(3), actor: 'agent', text: 'So that is Tamsyn Oyelaran?' },
        ],
      }) as never,
    );
    expect(turns.map(({ text }) => text).join()).not.toMatch(/oyelaran/i);
  });

  it('that another slot captured is no name for being in no dictionary', () => {
    const { turns } = protector.session(
      botSession({
        turns: [
          { at: at(1), actor: 'bot', text: 'And that is?' },
          { at: at(2), actor: 'customer', text: 'zoomka quiroz', slots: { car: 'zoomka quiroz' } },
        ],
      }) as never,
    );
    expect(turns[1]?.text).toBe('zoomka quiroz');
  });
});

describe('slots that the config calls personal', () => {
  const listed = new Map([['by the old mill', 'address']]);
  const own = createProtector(redactor.knowing({ personalSlots: { spot: 'address' }, listed }));
  const told = (text: string) =>
    botSession({
      turns: [
        { at: at(1), actor: 'customer', text, slots: { spot: 'behind our own shed' } },
        { at: at(2), actor: 'bot', text: 'So it is behind our own shed?' },
      ],
    });

  it('have what they hold hidden wherever it is said', () => {
    const texts = own.session(told('it stands behind our own shed')).turns.map(({ text }) => text);
    expect(texts[0]).toMatch(/^it stands ⟨address:[0-9a-f]+⟩$/);
    expect(texts[1]).toMatch(/^So it is ⟨address:[0-9a-f]+⟩\?$/);
    expect(protector.session(told('it stands behind our own shed')).turns[1]?.text).toBe(
      'So it is behind our own shed?',
    );
  });

  it('have what the training data list for them hidden on both sides', () => {
    const turns = [{ at: at(85), actor: 'customer' as const, text: 'well, By the old  mill' }];
    expect(own.contact(agentContact({ turns })).turns[0]?.text).toMatch(/^well, ⟨address:/);
    expect(protector.contact(agentContact({ turns })).turns[0]?.text).toBe(turns[0]?.text);
  });
});

describe('protecting training data', () => {
  const training: BotDefinition = {
    platform: 'flow',
    botId: 'helper',
    readAt: 1,
    intents: [
      {
        name: 'pay_somebody',
        description: 'somebody pays',
        examples: [
          'send it to jane.roe@mail.test-firm.com',
          'pay my bill today',
          'it is 0121 496 0123',
          'call me on oh one two one four nine six oh one two three',
        ],
        requiredSlots: ['payee'],
      },
    ],
    slots: [
      {
        name: 'payee',
        values: ['call 0121 496 0123'],
        prompts: ['Whom, such as jane.roe@mail.test-firm.com?'],
        neededBy: ['pay_somebody'],
      },
    ],
  };

  it('hides what people marked in examples, values and prompts, and keeps the rest', () => {
    const { intents, slots } = protector.training(training);
    expect(intents[0]?.examples).toEqual([
      expect.stringMatching(/^send it to ⟨email:[0-9a-f]+⟩$/),
      'pay my bill today',
      'it is 1234 567 8912',
      expect.stringMatching(/^call me on ⟨phone:[0-9a-f]+⟩$/),
    ]);
    expect(slots[0]?.values).toEqual(['call 1234 567 8912']);
    expect(slots[0]?.prompts).toEqual([expect.stringMatching(/^Whom, such as ⟨email:[^⟩]+⟩\?$/)]);
    expect({ ...intents[0], examples: [] }).toEqual({ ...training.intents[0], examples: [] });
  });

  it('keeps the values of a list, which are no names whatever they look like, but for a personal slot', () => {
    const slot = { values: ['Saint Paul', 'Kansas City'], prompts: [], neededBy: [] };
    const slots = [
      { ...slot, name: 'hotel_city' },
      { ...slot, name: 'full_name' },
    ];
    const [city, person] = protector.training({ ...training, slots }).slots;
    expect(city?.values).toEqual(slot.values);
    expect(person?.values[0]).toMatch(/⟨name:/);
  });

  it('twice is once', () => {
    const once = protector.training(training);
    expect(protector.training(once)).toEqual(once);
  });
});
