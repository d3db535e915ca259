import { describe, expect, it } from 'vitest';
import { agent, bot, contact, said, session } from '../support/conversations.js';
import { detectOne, wrote } from './support.js';

const toBot = session([
  said('renew my loan', { intent: { name: 'renew_loan', confidence: 0.9, ranking: [] } }),
  bot('One moment.'),
]);
const talk = [
  agent('Hello, Ada speaking. How can I help you?'),
  wrote('I want to renew my loan'),
  agent('The rules for loans changed in spring, as you may have heard.'),
  agent('What is your library card number?'),
  wrote('44556677'),
  agent('I have extended the loan in the system by three weeks.'),
  agent('Would you like me to send a letter?'),
  agent('Thank you.'),
];
const resolution = async (more: Parameters<typeof contact>[1] = {}, lines = talk) =>
  (await detectOne(toBot, contact(lines, more))).resolution;

describe('what solved it', () => {
  it('is what the agent states after the last question, verbatim', async () => {
    expect(await resolution()).toEqual([
      { turn: 'agent:5', text: 'I have extended the loan in the system by three weeks.' },
    ]);
  });

  it.each([{ resolved: false }, { transferred: true }])('is nothing with %j', async (outcome) => {
    expect(await resolution({ outcome })).toEqual([]);
  });

  it('is nothing without a transcript, or where only courtesies came', async () => {
    expect(await resolution({}, [])).toEqual([]);
    expect(
      await resolution({}, [agent('Hello.'), wrote('renew'), agent('All done. Bye.')]),
    ).toEqual([]);
  });
});
