import { describe, expect, it } from 'vitest';
import { handoffReason } from '../../src/detect/handoff-reason.js';
import { readBot } from '../../src/questions/bot-side.js';
import { bot, said, session } from '../support/conversations.js';
import { tools } from './support.js';

const made = tools();
const closingOf = (...turns: Parameters<typeof session>[0]) =>
  handoffReason(readBot(session(turns), made)).closing?.map(({ text }) => text);

describe('the last lines of the bot', () => {
  it('are those since the last turn but one of the customer', () => {
    const early = [
      bot('Hello.'),
      said('pay my fine'),
      bot('Not at this hour. Shall I pass you on?'),
    ];
    expect(closingOf(...early, said('yes'), bot('One moment.'))).toEqual([
      'Not at this hour. Shall I pass you on?',
      'One moment.',
    ]);
    expect(closingOf(...early, said('yes'), bot('How?'), said('what'), bot('One moment.'))).toEqual(
      ['How?', 'One moment.'],
    );
  });

  it('end with what it said last, however long ago', () => {
    expect(closingOf(bot('Hello.'), said('one'), said('two'), said('three'))).toEqual(['Hello.']);
    expect(closingOf(said('one'))).toBeUndefined();
  });

  it('are a few', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `Line ${i}.`);
    expect(closingOf(said('one'), ...lines.map((text) => bot(text)))).toEqual(lines.slice(-6));
  });
});
