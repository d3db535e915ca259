import { describe, expect, it } from 'vitest';
import type { SessionTurn } from '../../src/domain/conversation.js';
import type { AgentSide, BotSide } from '../../src/domain/journey.js';
import { detectOne, held, token, wrote } from '../detect/support.js';
import { agent, bot, contact, said, session } from '../support/conversations.js';

type Line = Partial<SessionTurn> & { actor: SessionTurn['actor'] };
const opening = said('renew my loan', {
  intent: { name: 'renew_loan', confidence: 0.9, ranking: [] },
});
const asks = bot('What is your library card number?', { asksFor: 'card_number' });
const number = '44556677';
const captured = said(number, { slots: held({ card_number: number }) });
const hidden = said(token('account', number), { slots: held({ card_number: number }) });

const cases: [string, Line[], string[], BotSide, AgentSide][] = [
  ['nobody asks', [opening], [], 'never_asked', 'not_asked'],
  ['only the agent asks', [opening], ['What is your card number?', number], 'never_asked', 'asked'],
  [
    'asked in vain',
    [opening, asks, said('hm')],
    ['Card number please?', number],
    'asked_not_captured',
    'asked',
  ],
  [
    'said unasked',
    [said(`renew it, card ${number}`), bot('Hm.')],
    ['What is your card number?', number],
    'said_not_captured',
    'asked',
  ],
  ['captured', [opening, asks, captured], [], 'captured', 'not_asked'],
  [
    'captured and lost',
    [opening, asks, captured],
    ['What is your card number?', number],
    'captured',
    'asked',
  ],
  [
    'captured, other spelling',
    [opening, asks, captured],
    ['What is your card number?', '4455 6677'],
    'captured',
    'asked',
  ],
  [
    'captured, redacted later',
    [opening, asks, captured],
    ['What is your card number?', token('account', number)],
    'captured',
    'asked',
  ],
  [
    'captured differently',
    [opening, asks, captured],
    ['What is your card number?', '44556688'],
    'captured_differently',
    'asked',
  ],
  [
    // Redaction hides such a number wherever it is said.
    'differs under redaction',
    [opening, asks, hidden],
    ['What is your card number?', token('account', '44556688')],
    'captured_differently',
    'asked',
  ],
  [
    'no answer, so nothing is claimed',
    [opening, asks, captured],
    ['What is your card number?', 'why do you want to know that?'],
    'captured',
    'asked',
  ],
  [
    'read back',
    [opening, asks, captured],
    ['So that is card number 44556677, is that right?', 'yes'],
    'captured',
    'verified',
  ],
  [
    'no answer yet, so nothing is claimed',
    [opening, asks, captured],
    ['What is your card number?', "hang on, I don't have that to hand"],
    'captured',
    'asked',
  ],
  [
    'read back and refused',
    [opening, asks, captured],
    ["so that's 44556677, got it", 'no, it is 44556688'],
    'captured_differently',
    'verified',
  ],
  [
    'read back and accepted',
    [opening, asks, captured],
    ["so that's 44556677, got it", "yes that's right"],
    'captured',
    'verified',
  ],
  [
    'read back as a question, and answered by another',
    [opening, asks, captured],
    ['I have 44556677 as your card number. Do you agree?', 'I said 44556688'],
    'captured_differently',
    'verified',
  ],
  [
    'said as the answer to another question',
    [
      opening,
      bot('What is your phone number?', { asksFor: 'phone' }),
      said(token('phone', number)),
    ],
    ['What is your card number?', `${token('phone', number)}`],
    'never_asked',
    'asked',
  ],
  [
    'said with other words around it',
    [said(`please renew what is on ${number} until May`), bot('Hm.')],
    ['What is your card number?', `it should be ${number} I think`],
    'said_not_captured',
    'asked',
  ],
  [
    'cleared again',
    [opening, asks, captured, bot('Forgotten.', { slots: { card_number: { digest: null } } })],
    [],
    'asked_not_captured',
    'not_asked',
  ],
];

describe('slot ledger', () => {
  it.each(cases)('%s', async (_, lines, [question, answer], botSide, agentSide) => {
    const agentLines =
      question === undefined ? [agent('Hello.')] : [agent(question), wrote(answer ?? '')];
    const { ledger } = await detectOne(session(lines), contact(agentLines));
    const entry = ledger.find(({ slot }) => slot === 'card_number');
    expect({ bot: entry?.bot ?? 'never_asked', agent: entry?.agent ?? 'not_asked' }).toEqual({
      bot: botSide,
      agent: agentSide,
    });
  });

  const differs = async (...lines: [question: string, ...rest: string[]]) => {
    const told = lines.map((line, i) => (i % 2 === 0 ? agent(line) : wrote(line)));
    const { ledger } = await detectOne(session([opening, asks, captured]), contact(told));
    return ledger.find(({ slot }) => slot === 'card_number')?.bot === 'captured_differently';
  };

  it('takes a value that the customer sets right in a later turn as it is then', async () => {
    const ask = 'What is your card number?';
    expect(await differs(ask, '44556688', 'Thanks.', `sorry ${number}`)).toBe(false);
    expect(await differs(ask, '44556688', 'Thanks.', 'sorry 44556699')).toBe(true);
    expect(await differs(ask, '44556688', 'We have another.', `${number}? that's wrong`)).toBe(
      true,
    );
  });

  it('claims a difference between two days, however the bot writes them', async () => {
    const { ledger } = await detectOne(
      session([
        said('a room in march', {
          intent: { name: 'reserve_room', confidence: 0.9, ranking: [] },
          slots: held({ date: '2026-03-03' }),
        }),
      ]),
      contact([agent('What date would you like?'), wrote('the fifth of March')]),
    );
    expect(ledger.find(({ slot }) => slot === 'date')?.bot).toBe('captured_differently');
  });

  it('claims no difference where the bot writes values its own way', async () => {
    const { ledger } = await detectOne(
      session([
        said('a room tomorrow', {
          intent: { name: 'reserve_room', confidence: 0.9, ranking: [] },
          slots: held({ date: '2026-03-03' }),
        }),
      ]),
      contact([agent('For which date?'), wrote('tomorrow')]),
    );
    expect(ledger.find(({ slot }) => slot === 'date')?.bot).toBe('captured');
  });
});
