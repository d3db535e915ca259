/** An opening refers to the session by what it has in common with it beyond chance, or by what the customer answers. */
import { describe, expect, it } from 'vitest';
import {
  learnHabits,
  type OpeningWords,
  readOpening,
  referencesIn,
} from '../../src/detect/opening.js';
import { emptyAskContext, readAgent } from '../../src/questions/agent-side.js';
import { readBot } from '../../src/questions/bot-side.js';
import { agent, bot, contact, said, session } from '../support/conversations.js';
import { tools, wrote } from './support.js';

const made = tools();
const none = learnHabits([]);
const isWarm = (
  toBot: string,
  lines: Parameters<typeof contact>[0],
  habits = none,
  reply = 'Right.',
) => {
  const read = readBot(session([bot('Hello.'), said(toBot), bot(reply)]), made);
  const side = readAgent(contact(lines), read, made, emptyAskContext);
  return readOpening(read, side, made, habits).warm;
};
const of = (agentSaid: string, customer: string, botSaid = ''): OpeningWords => ({
  agent: agentSaid.split(' '),
  customer: customer.split(' '),
  bot: botSaid.split(' ').filter(Boolean),
});
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);

describe('what openings share with sessions', () => {
  const all = [
    ...times(60, of('book lift', 'renew')),
    ...times(20, of('book lift', 'book')),
    ...times(10, of('loan', 'novel', 'loan')),
    ...times(10, of('hall', 'hall')),
    ...times(40, of('hello', 'fine', 'fee')),
  ];
  const habits = learnHabits(all);

  it('is chance where they have the word as often without the customer', () => {
    expect(referencesIn(of('book lift', 'book'), habits)).toEqual([]);
    expect(referencesIn(of('hall', 'hall'), habits)).toEqual(['hall']);
  });

  it("is knowledge where they have the bot's word after the bot said it, and not else", () => {
    expect(referencesIn(of('loan', 'novel', 'loan'), habits)).toEqual(['loan']);
    expect(referencesIn(of('loan', 'novel'), habits)).toEqual([]);
    expect(referencesIn(of('lift', 'novel', 'lift'), habits)).toEqual([]);
  });
});

describe('an opening', () => {
  const matter = 'the thin blue one is overdue since Easter';

  it('had said what it is about where the customer only agrees or disagrees', () => {
    expect(isWarm(matter, [agent('A late return, is it?'), wrote('yes')])).toBe(true);
    expect(isWarm(matter, [agent('A new card, is it?'), wrote('no')])).toBe(true);
    expect(isWarm(matter, [agent('Ada here.'), wrote('my card broke')])).toBe(false);
  });

  it.each(['Confirmed', 'that is correct', 'oh yes quite right', 'ya'])(
    'had said it where the customer answers "%s"',
    (answer) => {
      const opened = agent('You are with us about the matter that you had.');
      expect(isWarm('renew my loan', [opened, wrote(answer)])).toBe(true);
    },
  );

  it('is not told by what says something, asks, gives a figure, or answers a general question', () => {
    const opened = agent('Maya speaking.');
    for (const answer of [
      'the late fee',
      'a fee',
      'who is this',
      'loan 44',
      'somebody is needed here now',
    ])
      expect([answer, isWarm('where is the hall', [opened, wrote(answer)])]).toEqual([
        answer,
        false,
      ]);
    const asked = agent('How can I help you today?');
    expect(isWarm('renew my loan', [asked, wrote('ya')])).toBe(false);
  });

  it('knew nothing where the customer tells it again behind a bare answer', () => {
    const lines = [agent('Maya speaking.'), wrote('indeed'), agent('Go on.')];
    expect(
      isWarm('renew my loan of the book', [...lines, wrote('renew my loan of the book')]),
    ).toBe(false);
  });

  it('knew nothing where the customer then tells it all again', () => {
    expect(isWarm(matter, [agent('Ada here, all right?'), wrote('yes'), wrote(matter)])).toBe(
      false,
    );
    expect(isWarm(matter, [agent('I see you there.'), wrote(matter)])).toBe(false);
    expect(isWarm(matter, [agent('I see you there.'), wrote('that is it')])).toBe(true);
  });
});
