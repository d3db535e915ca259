/** When the agent sets about the matter. Turns are ten seconds apart, the first thirty after the contact's start. */
import { describe, expect, it } from 'vitest';
import { solvingFrom } from '../../src/transcript/solving.js';
import { lexicon, wrote } from '../detect/support.js';
import { agent, contact } from '../support/conversations.js';

type Lines = Parameters<typeof contact>[0];
const secondsTo = (
  lines: Lines,
  asks: Record<number, 'again' | 'new'> = {},
  more: Parameters<typeof contact>[1] = {},
) => {
  const made = contact(lines, more);
  const at = solvingFrom(made, lexicon, (turn) => asks[turn] ?? null);
  return at === null ? null : (at - made.startedAt) / 1000;
};
const opening = agent('Hello, how can I help?');
const matter = wrote('my novel is overdue and I am away');

describe('solvingFrom', () => {
  it('is the end of the words to which the agent has an answer', () => {
    expect(secondsTo([opening, matter, agent('I have renewed it.')])).toBe(40);
  });

  it('is where a detail is asked for that nobody had told', () => {
    const lines = [opening, matter, agent('Which branch?'), wrote('Central'), agent('Done.')];
    expect(secondsTo(lines, { 2: 'new' })).toBe(40);
  });

  it('is behind what is told again, also where the agent takes it with thanks', () => {
    const lines = [
      opening,
      matter,
      agent('Thank you.'),
      agent('What is your card number?'),
      wrote('44556677'),
      agent('Done.'),
    ];
    expect(secondsTo(lines, { 3: 'again' })).toBe(70);
  });

  it('is not where the agent only asks what it is about', () => {
    const lines = [
      opening,
      wrote('hello there'),
      agent('Could you tell me what it is about?'),
      matter,
      agent('Done.'),
    ];
    expect(secondsTo(lines)).toBe(60);
  });

  it('is with the agent who does not pass the customer on', () => {
    const lines = [
      opening,
      matter,
      agent('I pass you on.'),
      agent('Hello, go ahead.', { at: 300 }),
      wrote('my novel is overdue'),
      agent('Done.'),
    ];
    const at = (n: number) => contact([]).startedAt + 30_000 + 1000 * n;
    const waitedAgain = [{ from: at(25), to: at(290) }];
    const timed = lines.map((line, i) => (i > 3 ? { ...line, at: 300 + 10 * (i - 3) } : line));
    expect(secondsTo(timed, {}, { waitedAgain })).toBe(340);
  });

  it('is nowhere where nobody got so far', () => {
    expect(secondsTo([opening, wrote('hi')])).toBeNull();
  });
});
