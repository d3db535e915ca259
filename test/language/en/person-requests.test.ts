import { describe, expect, it } from 'vitest';
import { asksForPerson } from '../../../src/language/en/person-requests.js';

describe('asksForPerson', () => {
  it.each([
    'could you get me a librarian? no, a real person',
    'I would like to be connected with an adviser... connect me with an adviser',
    'transfer this to a supervisor',
    "I'd rather speak with whoever is in charge",
    'let me chat to the boss',
    'put someone on',
    'rather write to a person than do this',
    'get me somebody in the warehouse',
    'give me a human, please',
    'can somebody ring me back? can somebody ring me',
    'is there anybody alive in there',
    'someone with a pulse',
    "I don't talk to machines",
    'no bots',
    'instead of all this typing',
    'Manager!',
    'agent agent agent',
    'customer care',
    '000',
    'Please someone who speaks slowly',
    'give me a lady or a gentleman to talk to please',
    'please eh connect me',
  ])('hears it in "%s"', (text) => {
    expect(asksForPerson(text)).toBe(true);
  });

  it.each([
    'somebody has stolen my card',
    'someone who speaks for my mother wants her card',
    'give me a number to talk to my daughter with',
    'connect me to the wifi',
    'what type of agent handles claims',
    'the text came from somebody in Leeds',
    'get somebody at the warehouse to look for it',
    'can you send someone to mend the boiler',
    'I talked to someone at the branch yesterday',
    'the manager called me a liar',
    'I need a table for two people',
    'add a person to my booking',
    'can I collect it in person',
    'I made a transfer to someone',
    "what is my agent's number",
    'let me talk to you in Greek',
    'let me talk to my husband first',
    'my computer does not start',
    'connect my phone to the car',
    'I have meetings with someone today',
    '0',
  ])('does not hear it in "%s"', (text) => {
    expect(asksForPerson(text)).toBe(false);
  });
});
