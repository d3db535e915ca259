/** Which of the customer's turns tells the agent what it is about. */
import { describe, expect, it } from 'vitest';
import { emptyAskContext, readAgent } from '../../src/questions/agent-side.js';
import { readBot } from '../../src/questions/bot-side.js';
import { tools, wrote } from '../detect/support.js';
import { agent, bot, contact, said, session } from '../support/conversations.js';

const made = tools();
const told = (...lines: Parameters<typeof contact>[0]) => {
  const read = readBot(session([bot('Hello.'), said('renew')]), made);
  return readAgent(contact(lines), read, made, emptyAskContext).informative?.text;
};
const rant = 'I am so angry with you people, that chatbot is worthless';
const matter = 'the lift at Eastgate is stuck with my trolley';

describe('what the agent is told', () => {
  it('is the first turn that says something', () => {
    expect(told(agent('Hi.'), wrote('hello'), wrote(matter), wrote('the blue trolley'))).toBe(
      matter,
    );
  });

  it('comes after the anger', () => {
    expect(told(agent('Hi.'), wrote(rant), agent('I am sorry.'), wrote(matter))).toBe(matter);
  });

  it('is not the value that an agent asks for, though nothing else was told', () => {
    expect(told(agent('Hi.'), wrote(rant), agent('Hm.'), wrote('L M seven one three'))).toBe(rant);
  });
});
