/** Both sides of every rule: a conversation that it must flag, and its near twin that it must not. */
import { describe, expect, it } from 'vitest';
import type { Category } from '../../src/domain/categories.js';
import type { Contact, Session } from '../../src/domain/conversation.js';
import { agent, bot, contact, said, session } from '../support/conversations.js';
import { context, detectOne, held, of, token, wrote } from './support.js';

const intent = (name: string, confidence = 0.9) => ({ intent: { name, confidence, ranking: [] } });

/** A session that renews a loan and holds what is given. */
const renewal = (values: Record<string, unknown> = {}, more: Partial<Session> = {}) =>
  session(
    [
      bot('Hello, I am the library assistant.'),
      said('I would like to renew my novel', { ...intent('renew_loan'), slots: held(values) }),
      bot('One moment please.'),
    ],
    more,
  );
const agentAsking = (question: string, answer = 'sure, one second', more: Partial<Contact> = {}) =>
  contact([agent(question), wrote(answer), agent('Thank you, that is done.')], more);

interface Pair {
  category: Category;
  name: string;
  slot?: string;
  flagged: [Session, Contact?];
  twin: [Session, Contact?];
}

const pairs: Pair[] = [
  {
    category: 'missed_slot',
    name: 'the agent asks for a needed slot that the bot never asked for; the twin asks for one that is not needed',
    slot: 'title',
    flagged: [renewal(), agentAsking('What is the title of the book?')],
    twin: [renewal(), agentAsking('Do you want the newsletter?')],
  },
  {
    category: 'missed_slot',
    name: 'asking is not offering',
    slot: 'title',
    flagged: [renewal(), agentAsking('could you tell me the title please')],
    twin: [renewal(), agentAsking('Would you like me to look up the title for you?')],
  },
  {
    category: 'uncaptured_slot',
    name: 'the bot asked and kept nothing; in the twin the agent need not ask',
    slot: 'card_number',
    flagged: [
      session([
        said('renew my loan', intent('renew_loan')),
        bot('What is your library card number?', { asksFor: 'card_number' }),
        said('it is on the back somewhere'),
      ]),
      agentAsking('Can I have your card number please?'),
    ],
    twin: [
      session([
        said('renew my loan', intent('renew_loan')),
        bot('What is your library card number?', { asksFor: 'card_number' }),
        said('it is on the back somewhere'),
      ]),
      agentAsking('No problem, I have found your loan and renewed it.'),
    ],
  },
  {
    category: 'uncaptured_slot',
    name: 'the customer said a value of the list and the bot did not hear it; in the twin nothing was said',
    slot: 'branch',
    flagged: [
      session([said('a study room at Mill Road please', intent('reserve_room')), bot('Right.')]),
      agentAsking('Which branch is it?', 'Mill Road'),
    ],
    twin: [
      session([said('a study room please', intent('reserve_room')), bot('Right.')]),
      agentAsking('Which branch is it?', 'Mill Road'),
    ],
  },
  {
    category: 'wrong_slot_value',
    name: 'another value reaches the agent; the twin gives the same in another spelling',
    slot: 'date',
    flagged: [
      session([
        said('a room on 5 May 2026', {
          ...intent('reserve_room'),
          slots: held({ date: '2026-05-05' }),
        }),
        bot('Noted.'),
      ]),
      agentAsking('For which date do you need it?', '6 May 2026'),
    ],
    twin: [
      session([
        said('a room on 5 May 2026', {
          ...intent('reserve_room'),
          slots: held({ date: '2026-05-05' }),
        }),
        bot('Noted.'),
      ]),
      agentAsking('For which date do you need it?', '05/05/2026'),
    ],
  },
  {
    category: 'context_lost',
    name: 'the agent asks for what the bot held; the twin reads it back',
    slot: 'card_number',
    flagged: [
      renewal({ card_number: '44556677' }),
      agentAsking('Could you give me your card number?', '44556677'),
    ],
    twin: [
      renewal({ card_number: '44556677' }),
      agentAsking('Just to confirm, your card number is 44556677, is that correct?', 'yes'),
    ],
  },
  {
    category: 'intent_loop',
    name: 'three times the same without progress; the twin makes progress between',
    flagged: [
      session([
        said('extend this', intent('renew_loan')),
        bot('Please type the title.', { asksFor: 'title' }),
        said('the green one about boats'),
        bot('Please type the title.', { asksFor: 'title' }),
        said('I said the boat book'),
        bot('Please type the title.', { asksFor: 'title' }),
      ]),
    ],
    twin: [
      session([
        said('extend these', intent('renew_loan')),
        bot('Please type the title.', { asksFor: 'title' }),
        said('Rowing', { slots: held({ title: 'Rowing' }) }),
        bot('Please type the title.', { asksFor: 'title' }),
        said('Sailing', { slots: held({ title: 'Sailing' }) }),
        bot('Please type the title.', { asksFor: 'title' }),
      ]),
    ],
  },
  {
    category: 'misunderstood_intent',
    name: 'code and words show another intent; in the twin they show the same',
    flagged: [
      session([said('about that late thing', intent('renew_loan', 0.97)), bot('Renewed.')]),
      contact([agent('Hello'), wrote('I want to pay my fine')], { outcome: { reason: 'FINE' } }),
    ],
    twin: [
      session([said('about that late thing', intent('pay_fine', 0.97)), bot('Paid.')]),
      contact([agent('Hello'), wrote('I want to pay my fine')], { outcome: { reason: 'FINE' } }),
    ],
  },
  {
    category: 'unrecognised_utterance',
    name: 'low confidence on what the bot has an intent for; the twin was recognised',
    flagged: [
      session([said('my loan is nearly over', intent('renew_loan', 0.2)), bot('Pardon?')]),
      contact([agent('Hello'), wrote('please renew it')], { outcome: { reason: 'RENEWAL' } }),
    ],
    twin: [
      session([said('my loan is nearly over', intent('renew_loan', 0.8)), bot('Renewed.')]),
      contact([agent('Hello'), wrote('please renew it')], { outcome: { reason: 'RENEWAL' } }),
    ],
  },
  {
    category: 'uncovered_intent',
    name: 'nothing that the bot knows; the twin is one of its intents',
    flagged: [
      session([said('I left my umbrella in your hall', intent('reserve_room', 0.6)), bot('Hm.')]),
      contact([agent('Hello'), wrote('my umbrella is in the hall')], {
        outcome: { reason: 'LOST_PROPERTY' },
      }),
    ],
    twin: [
      session([said('I need a room in your hall', intent('reserve_room', 0.6)), bot('Hm.')]),
      contact([agent('Hello'), wrote('reserve the room in the hall')]),
    ],
  },
  {
    category: 'backend_error',
    name: 'an action failed; in the twin the bot only did not understand',
    flagged: [
      session([
        said('renew it', intent('renew_loan')),
        bot('Sorry.', { action: 'action_renew', error: 'HTTP 503' }),
      ]),
    ],
    twin: [
      session([
        said('renew it', intent('renew_loan')),
        bot('Sorry, I did not understand.', { action: 'action_fallback' }),
      ]),
    ],
  },
  {
    category: 'repeated_explanation',
    name: 'the same story twice; the twin brings something new',
    flagged: [
      session([said('the lift at Eastgate is stuck and I cannot return my books'), bot('Oh.')]),
      contact([agent('Hi'), wrote('I cannot return my books, the lift at Eastgate is stuck')]),
    ],
    twin: [
      session([said('the lift at Eastgate is stuck and I cannot return my books'), bot('Oh.')]),
      contact([agent('Hi'), wrote('when does the children reading hour start on Saturdays')]),
    ],
  },
  {
    category: 'repeated_explanation',
    name: 'the customer says so; the twin only says hello',
    flagged: [
      renewal(),
      contact([agent('Hi, go ahead.'), wrote('as I told the bot, it is the novel')]),
    ],
    twin: [renewal(), contact([agent('Hi, go ahead.'), wrote('hello there, thank you')])],
  },
  {
    category: 'cold_open',
    name: '"how can I help" after a told story; the twin takes it up',
    flagged: [renewal(), contact([agent('Good morning, how can I help you?'), wrote('well')])],
    twin: [
      renewal(),
      contact([agent('Good morning, so you would like to renew a novel.'), wrote('yes')]),
    ],
  },
  {
    category: 'hostile_arrival',
    name: 'calm to the bot and furious to the agent; the twin was furious from the start',
    flagged: [
      renewal(),
      contact([agent('Hello'), wrote('This is ridiculous, an utter waste of time!')]),
    ],
    twin: [
      session([said('This is ridiculous, renew my damn book, you are useless!'), bot('Pardon?')]),
      contact([agent('Hello'), wrote('This is ridiculous, an utter waste of time!')]),
    ],
  },
  {
    category: 'agent_requested',
    name: 'a bare "agent"; in the twin one is only spoken of',
    flagged: [session([bot('Hello.'), said('agent please'), bot('Connecting you.')])],
    twin: [session([bot('Hello.'), said('an earlier agent lost my book'), bot('Which one?')])],
  },
  {
    category: 'agent_requested',
    name: 'a human at once; in the twin the bot had its try',
    flagged: [session([bot('Hello.'), said('I want to speak to a human'), bot('Connecting you.')])],
    twin: [
      session([
        said('my reading glasses are too weak', intent('renew_loan', 0.3)),
        bot('Pardon?'),
        said('large print editions of old novels', intent('renew_loan', 0.3)),
        bot('Pardon?'),
        said('I want to speak to a human'),
      ]),
    ],
  },
  {
    category: 'unlinked_handoff',
    name: 'no contact is found; the twin has one',
    flagged: [renewal()],
    twin: [renewal(), agentAsking('Hello')],
  },
];

describe.each(pairs)('$category: $name', ({ category, slot, flagged, twin }) => {
  it('is flagged', async () => {
    const found = of(await detectOne(...flagged), category);
    expect(found.map((finding) => finding.slot)).toEqual([slot]);
  });

  it('is not flagged in its near twin', async () => {
    expect(of(await detectOne(...twin), category)).toEqual([]);
  });
});

describe('slots', () => {
  it('leaves a deliberate identity check alone', async () => {
    const { config } = context();
    const result = await detectOne(
      renewal({ card_number: '44556677' }),
      agentAsking('Could you give me your card number?', '44556677'),
      {},
      { config: { ...config, verificationSlots: ['card_number'] } },
    );
    expect(result.ledger.find(({ slot }) => slot === 'card_number')?.agent).toBe('verified');
    expect(of(result, 'context_lost')).toEqual([]);
    expect(result.effort.identify).toBe(10);
  });

  it('sees by the hash of a redacted value that the same number was given twice', async () => {
    const number = token('account', '44556677');
    const result = await detectOne(
      renewal({ card_number: '44556677' }),
      agentAsking('Could you give me your card number?', `it is ${number}`),
    );
    expect(result.ledger.find(({ slot }) => slot === 'card_number')?.bot).toBe('captured');
  });

  it('never makes a bot ticket of a context lost', async () => {
    const result = await detectOne(
      renewal({ card_number: '44556677', title: 'Rowing' }),
      agentAsking('Your card number and the title please?', '44556677, Rowing'),
    );
    const slots = result.findings.filter((finding) => finding.slot !== undefined);
    expect(slots.map(({ category, slot }) => `${category} ${slot}`)).toEqual([
      'context_lost card_number',
      'context_lost title',
    ]);
  });
});

describe('links', () => {
  it('multiplies the confidence of what rests on a possible link, and of nothing else', async () => {
    const sides = [
      renewal({ card_number: '44556677' }),
      agentAsking('Could you give me your card number?', '44556677'),
    ] as const;
    const sure = of(await detectOne(...sides), 'context_lost')[0]?.confidence ?? 0;
    const doubtful = await detectOne(...sides, { status: 'possible', probability: 0.6 });
    expect(of(doubtful, 'context_lost')[0]?.confidence).toBeCloseTo(0.6 * sure);
  });

  it('keeps to the bot side where there is no link', async () => {
    const result = await detectOne(
      session([said('renew it', intent('renew_loan')), bot('Sorry.', { error: 'HTTP 503' })]),
    );
    expect(result.findings.map(({ category }) => category)).toEqual([
      'backend_error',
      'unlinked_handoff',
    ]);
    expect(result.contact).toBeNull();
    expect(result.effort.wait).toBeNull();
  });
});

describe('the primary finding', () => {
  it('is unknown where nothing explains the handoff', async () => {
    const result = await detectOne(
      renewal({ card_number: '44556677', title: 'Rowing' }),
      contact([agent('I can see that you want to renew Rowing. Done.'), wrote('thanks')]),
    );
    expect(result.findings).toMatchObject([{ category: 'unknown', primary: true, turns: [] }]);
  });

  it('is the failed system rather than what followed from it', async () => {
    const result = await detectOne(
      session([
        said('renew it', intent('renew_loan')),
        bot('Sorry.', { action: 'action_renew', error: 'HTTP 503' }),
      ]),
      agentAsking('What is the title of the book?'),
    );
    const primary = result.findings.filter((finding) => finding.primary);
    expect(primary.map(({ category }) => category)).toEqual(['backend_error']);
    expect(of(result, 'missed_slot')).toHaveLength(1);
  });
});
