import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDirectAsks, createSummaries, directContact } from '../../src/detect/detect.js';
import { carryingUtterance } from '../../src/detect/utterance.js';
import type { Journey } from '../../src/domain/journey.js';
import { createCalendar } from '../../src/lib/calendar.js';
import { readBot } from '../../src/questions/bot-side.js';
import { agent, bot, contact, journey, said, session, start } from '../support/conversations.js';
import {
  context,
  detectAll,
  detectOne,
  held,
  lexicon,
  library,
  of,
  tools,
  wrote,
} from './support.js';

const intent = { intent: { name: 'renew_loan', confidence: 0.9, ranking: [] } };
const calendar = createCalendar('Europe/London');

const phrase = fc.constantFrom(
  'renew my loan',
  'what is your card number?',
  'Mill Road',
  'I want to speak to a human',
  'no',
  'this is ridiculous',
  'as I told the bot',
  'how can I help?',
  '',
  '44556677',
  '⟨phone:12ab34⟩',
);
const botLine = fc.record({ actor: fc.constantFrom('customer', 'bot', 'system'), text: phrase });
const agentLine = fc.record({
  actor: fc.constantFrom('customer', 'agent', 'system'),
  text: phrase,
});
const anyJourney: fc.Arbitrary<Journey> = fc
  .tuple(
    fc.array(botLine, { maxLength: 8 }),
    fc.option(fc.array(agentLine, { maxLength: 8 })),
    fc.nat(999_999),
  )
  .map(([bots, agents, n]) => {
    const sides = [
      session(bots as Parameters<typeof session>[0], { sessionId: `s-${n}` }),
    ] as const;
    return agents
      ? journey(
          sides[0],
          contact(agents as Parameters<typeof contact>[0], {
            contactId: `c-${n}`,
            outcome: { reason: 'ROOM' },
          }),
        )
      : journey(sides[0]);
  });

describe('any journeys', () => {
  const several = fc.uniqueArray(anyJourney, {
    maxLength: 6,
    selector: ({ session }) => session.id,
  });

  it('come out alike in any order', async () => {
    await fc.assert(
      fc.asyncProperty(several, async (journeys) => {
        const forth = await detectAll(journeys);
        const back = await detectAll([...journeys].reverse());
        expect(back.reverse()).toEqual(forth);
      }),
      { numRuns: 12 },
    );
  });

  it('have one primary finding, and turns for all but two categories', async () => {
    await fc.assert(
      fc.asyncProperty(several, async (journeys) => {
        for (const { findings } of await detectAll(journeys)) {
          expect(findings.filter(({ primary }) => primary)).toHaveLength(1);
          for (const { category, turns, confidence } of findings) {
            if (category !== 'unlinked_handoff' && category !== 'unknown')
              expect(turns.length).toBeGreaterThan(0);
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('what the first pass teaches', () => {
  const { definition: whole } = context();
  const definition = whole && {
    ...whole,
    intents: whole.intents.map((one) => ({ ...one, requiredSlots: [] })),
    slots: whole.slots.map((slot) => ({ ...slot, neededBy: [] })),
  };
  const one = (n: number, question: string) =>
    journey(
      session([said('renew my loan', intent), bot('Hm.')], { sessionId: `s-${n}` }),
      contact([agent(question), wrote('Rowing')], { contactId: `c-${n}` }),
    );

  it('is that agents need a slot which they ask for in most journeys of an intent', async () => {
    const often = Array.from({ length: 6 }, (_, n) => one(n, 'What is the title of the book?'));
    const results = await detectAll(often, { definition });
    expect(results.flatMap((result) => of(result, 'missed_slot'))).toHaveLength(6);
  });

  it('is not that they need one which few ask for', async () => {
    const seldom = Array.from({ length: 6 }, (_, n) =>
      one(n, n === 0 ? 'What is the title of the book?' : 'I have renewed it for you.'),
    );
    const results = await detectAll(seldom, { definition });
    expect(results.flatMap((result) => of(result, 'missed_slot'))).toEqual([]);
  });

  it("is the bot's own wording for a slot whose name says nothing", async () => {
    const journeys = ['s-1', 's-2'].map((sessionId) =>
      journey(
        session(
          [
            said('renew my loan', intent),
            bot('Which shelf did you find it on?', { asksFor: 'loc_ref_2' }),
            said('no idea'),
          ],
          { sessionId },
        ),
        contact([agent('And which shelf did you find it on?'), wrote('the third')], {
          contactId: sessionId,
        }),
      ),
    );
    const results = await detectAll(journeys);
    expect(
      of(results[0] as (typeof results)[number], 'uncaptured_slot').map(({ slot }) => slot),
    ).toEqual(['loc_ref_2']);
  });
});

describe('a log that holds no values', () => {
  /** The bot asks, the customer tells, and the agent asks again. */
  const told = (n: number, slots?: ReturnType<typeof held>) => {
    const sessionId = `s-${n}`;
    const card = { asksFor: 'card_number' };
    return journey(
      session(
        [
          said('renew my loan', intent),
          bot('What is your library card number?', card),
          said('12345678', slots && { slots }),
          bot('I will pass you on.'),
        ],
        { sessionId },
      ),
      contact([agent('What is your library card number?'), wrote('12345678')], {
        contactId: sessionId,
      }),
    );
  };
  const uncaptured = async (journeys: ReturnType<typeof told>[]) =>
    (await detectAll(journeys)).flatMap((result) => of(result, 'uncaptured_slot')).length;
  const many = (n: number) => Array.from({ length: n }, (_, i) => told(i));

  it('says nothing of what the bot captured', async () => {
    expect(await uncaptured(many(30))).toBe(0);
  });

  it('is not known by a few sessions, nor where any holds one', async () => {
    expect(await uncaptured(many(29))).toBe(29);
    const one = told(30, held({ title: 'Emma' }));
    expect(await uncaptured([...many(30), one])).toBeGreaterThan(29);
  });
});

describe('effort', () => {
  it('splits the way to the solution into stages, in seconds', async () => {
    const { effort, repeats } = await detectOne(
      session([
        said('renew my loan of the green novel', {
          ...intent,
          slots: held({ card_number: '44556677' }),
        }),
        bot('Hm.'),
      ]),
      contact([
        agent('Hello, how can I help?'),
        wrote('I need to renew my loan of the green novel'),
        agent('What is your card number?'),
        wrote('44556677'),
        agent('Done.'),
      ]),
    );
    expect(effort).toEqual({ bot: 11, wait: 319, identify: 20, explain: 10, solve: 540 });
    expect(repeats).toBe(2);
  });

  it('is unknown, not zero, where a time or a transcript is missing', async () => {
    const { answeredAt: _answered, endedAt: _ended, ...untimed } = contact([]);
    const { effort } = await detectOne(session([said('renew my loan', intent)]), untimed);
    expect(effort).toMatchObject({ wait: null, identify: null, explain: null, solve: null });
  });
});

describe('what the bot acted on', () => {
  const ask = bot('What is the title?', { asksFor: 'title' });
  const named = (name: string) => ({ intent: { name, confidence: 0.9, ranking: [] } });
  const acted = (...turns: Parameters<typeof session>[0]) =>
    readBot(session(turns), tools()).intent?.name;

  it('is what a request was taken for, not what an answer after it was', () => {
    expect(acted(said('extend this', intent), ask, said('Pay Day', named('pay_fine')))).toBe(
      'renew_loan',
    );
  });

  it('is what answers are logged with, where nothing else is logged', () => {
    expect(acted(said('extend this'), ask, said('Moby Dick', intent))).toBe('renew_loan');
  });

  it('is what it went on with: what it did nothing with was heard and no more', () => {
    const more = bot('Anything else on the list?');
    const [start, value] = [said('extend this', intent), said('Moby Dick', named('inform'))];
    const heard = said('that does not pay off', named('pay_fine'));
    const bye = said('never mind then');
    expect(acted(start, ask, value, bot('Done.'), heard, more, bye)).toBe('renew_loan');
    const card = bot('Your card number?', { asksFor: 'card_number' });
    expect(acted(start, ask, value, bot('Done.'), heard, card, bye)).toBe('pay_fine');
    expect(acted(start, ask, value, bot('Done.'), heard, more)).toBe('pay_fine');
  });

  it('is not what it heard as an action was tried again, or beside values that were told before', () => {
    const [start, value] = [said('extend this', intent), said('Moby Dick', named('inform'))];
    const failed = { actor: 'system' as const, action: 'action_renew', error: 'timeout' };
    const again = said('one more time', named('pay_fine'));
    expect(acted(start, ask, value, failed, again, failed, bot('No luck.'))).toBe('renew_loan');
    const told = said('it is 44556677', {
      slots: { card_number: { digest: 'ab' } },
      ...named('inform'),
    });
    const [more, bye] = [bot('Anything else?'), said('a person')];
    const paid = said('pay my fine of 44556677', {
      slots: { card_number: { digest: 'ab' } },
      ...named('pay_fine'),
    });
    expect(acted(start, ask, told, bot('Done.'), again, more, bye)).toBe('renew_loan');
    expect(acted(start, ask, value, bot('Done.'), paid, more, bye)).toBe('pay_fine');
  });

  it('is what it took the only wish for, though it did nothing with it', () => {
    expect(acted(said('late again', named('pay_fine')), bot('Hm.'), said('hello?'))).toBe(
      'pay_fine',
    );
  });

  it('is no name for an answer', () => {
    expect(acted(said('extend this'), ask, said('Moby Dick', named('inform')))).toBeUndefined();
  });
});

describe('a wish that the bot takes for a request for a person', () => {
  const human = { name: 'human', examples: ['speak to a human'], requiredSlots: [] };
  const definition = { ...library, intents: [...library.intents, human] };
  const taken = { intent: { name: 'human', confidence: 0.9, ranking: [] } };
  const categoriesOf = async (text: string, reason: string) => {
    const { findings } = await detectOne(
      session([said(text, taken), bot('A colleague takes over.')]),
      contact([agent('Hello'), wrote('I want to pay my fine')], { outcome: { reason } }),
      {},
      { definition },
    );
    return findings.map(({ category }) => category);
  };

  it('is misunderstood where the agent side shows what was wanted', async () => {
    expect(await categoriesOf('let me pay that late fee', 'FINE')).toContain(
      'misunderstood_intent',
    );
  });

  it('is misunderstood, too, where the phrases of no intent are like it, and it says more than they ask with', async () => {
    expect(await categoriesOf('the small green one with the sea on it', 'FINE')).toContain(
      'misunderstood_intent',
    );
  });

  it.each(['can I speak to a human', 'the green human'])('is not in "%s"', async (text) => {
    expect(await categoriesOf(text, 'FINE')).not.toContain('misunderstood_intent');
  });
});

describe('what the bot asked for where the log does not say', () => {
  const asked = (...turns: Parameters<typeof session>[0]) => [
    ...readBot(session(turns), tools()).asked,
  ];
  const greeting = bot('What is the title that we look for today?');

  it('is said by its words, once it has acted on an intent', () => {
    expect(asked(greeting, said('renew my loan', intent), bot('What is the title?'))).toEqual([
      ['title', [2]],
    ]);
  });

  it('is nothing before: it greets, or did not understand', () => {
    const unsure = { intent: { name: 'renew_loan', confidence: 0.2, ranking: [] } };
    expect(asked(greeting, said('hello', unsure), bot('What is the title?'))).toEqual([]);
  });

  it('is what it asks after the customer spoke, where no intents are logged', () => {
    expect(asked(greeting, said('renew my loan'), bot('What is the title?'))).toEqual([
      ['title', [2]],
    ]);
  });

  it('may be who is there, at any time', () => {
    const { config } = tools();
    const checking = tools({ config: { ...config, verificationSlots: ['card_number'] } });
    const first = session([bot('What is your library card number?'), said('renew my loan')]);
    expect([...readBot(first, checking).asked]).toEqual([['card_number', [0]]]);
  });
});

describe('what is quoted of a failure', () => {
  it('is what failed and how, where the log has no words for it', async () => {
    const failed = { actor: 'system' as const, action: 'action_renew', error: 'timeout after 8 s' };
    const { findings, quotes } = await detectOne(
      session([said('renew my loan', intent), failed]),
      contact([agent('Hello')]),
    );
    expect(findings.map(({ category }) => category)).toContain('backend_error');
    expect(quotes['bot:1']).toBe('action_renew: timeout after 8 s');
  });
});

describe('utterance', () => {
  it('is the customer turn that says most, with the values inside it', () => {
    const reading = readBot(
      session([
        said('hello'),
        bot('Hello!'),
        said('a study room at Mill Road please', {
          slots: { branch: { digest: 'ab', span: [16, 25] } },
        }),
        bot('When?', { asksFor: 'date' }),
        said('on the last Friday of next month'),
        said('get me a human'),
      ]),
      tools(),
    );
    const utterance = carryingUtterance(reading);
    expect(utterance?.turn).toBe(2);
    expect(utterance?.entities).toEqual([{ slot: 'branch', start: 16, end: 25 }]);
  });

  it('is absent where the customer only pressed buttons', () => {
    const pressed = session([said('Renew my loan now', { payload: true }), bot('Right.')]);
    expect(carryingUtterance(readBot(pressed, tools()))).toBeUndefined();
  });
});

describe('language', () => {
  it.each([
    ['en-GB', 'en'],
    ['cy', 'cy'],
    [undefined, undefined],
  ])('of a session in %s is %s', async (locale, language) => {
    const found = await detectOne(
      session([said('renew my loan', intent)], { ...(locale !== undefined && { locale }) }),
      contact([agent('How can I help?')]),
    );
    expect(found.language).toBe(language);
  });
});

describe('score', () => {
  it('is lower for a bad journey than for a good one, and null where nothing can be judged', async () => {
    const outcome = { reason: 'RENEWAL', resolved: true, csat: 90 };
    const good = await detectOne(
      session([said('renew my loan', intent)]),
      contact([agent('I can see you want to renew. Done.'), wrote('thanks')], { outcome }),
    );
    const bad = await detectOne(
      session([said('renew my loan', intent), bot('Sorry.', { error: 'HTTP 500' })]),
      contact([agent('How can I help?'), wrote('as I told the bot, renew my loan')], {
        outcome: { reason: 'FINE', resolved: false, csat: 10 },
      }),
    );
    expect(good.score).toBeGreaterThan(80);
    // The code contradicts what the customer says plainly twice, so that the bot is not charged with misreading it.
    expect(bad.score).toBeLessThan(60);
    const nothing = await detectOne(session([]), undefined, {}, { shadow: null });
    expect(nothing.score).toBeNull();
  });
});

describe('the summary of a session', () => {
  it('names the last intent that the bot acted on, not the answer to its question', () => {
    const lines = [
      said('renew my loan', intent),
      bot('Which title?', { asksFor: 'title' }),
      said('Rowing', { intent: { name: 'reserve_room', confidence: 0.4, ranking: [] } }),
      said('bye', { intent: { name: 'goodbye', confidence: 0.9, ranking: [] } }),
    ];
    expect(createSummaries(null, lexicon, calendar).summarise(session(lines))).toMatchObject({
      day: '2026-03-02',
      hour: 9,
      intent: 'renew_loan',
      backendError: false,
    });
  });

  it('names no way of talking, whatever it is called', () => {
    const ta = { name: 'ta', examples: ['thanks', 'ta', 'cheers'], requiredSlots: [] };
    const definition = { ...library, intents: [...library.intents, ta] };
    const { summarise } = createSummaries(definition, lexicon, calendar);
    const thanked = said('cheers then', { intent: { name: 'ta', confidence: 0.9, ranking: [] } });
    expect(summarise(session([said('renew my loan', intent), thanked])).intent).toBe('renew_loan');
  });
});

describe('directContact', () => {
  const lines = [
    agent('Hello, how can I help?'),
    wrote('my novel is overdue'),
    agent('What is your card number?'),
    wrote('44556677'),
    agent('I have renewed it.'),
  ];

  const asksWith = (verification: string[]) =>
    createDirectAsks(library.slots, verification, 0.5, lexicon);

  it('measures up to the first detail that the agent asks for, and over a check of who it is', () => {
    const made = contact(lines, { origin: 'direct' });
    const direct = directContact(made, calendar, lexicon, asksWith([]));
    expect(direct.secondsToSolving).toBe(40);
    const checked = directContact(made, calendar, lexicon, asksWith(['card_number']));
    expect(checked.secondsToSolving).toBe(60);
    expect(direct.handleSeconds).toBe(570);
  });

  it('does not know where there is no transcript', () => {
    const { answeredAt: _, ...bare } = contact([], { startedAt: start });
    expect(directContact(bare, calendar, lexicon, asksWith([]))).toMatchObject({
      secondsToSolving: null,
      handleSeconds: null,
    });
  });
});
