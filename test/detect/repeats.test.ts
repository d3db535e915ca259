import { describe, expect, it } from 'vitest';
import { findRepeats, measureRepeats } from '../../src/detect/repeats.js';
import { wordsOfJourney } from '../../src/detect/trace.js';
import type { LedgerEntry } from '../../src/domain/journey.js';
import { emptyAskContext, readAgent } from '../../src/questions/agent-side.js';
import { readBot } from '../../src/questions/bot-side.js';
import { agent, bot, contact, said, session } from '../support/conversations.js';
import { token, tools, wrote } from './support.js';

const made = tools();
const matter = 'I want to renew the novel that I have on loan';

function read(toBot: string, ...lines: Parameters<typeof contact>[0]) {
  const session1 = readBot(session([bot('Hello.'), said(toBot)]), made);
  const side = readAgent(contact(lines), session1, made, emptyAskContext);
  const words = wordsOfJourney(session1, side, made);
  return { side, repeats: findRepeats(session1, side, made, words, false) };
}
const kinds = (toBot: string, ...lines: Parameters<typeof contact>[0]) =>
  read(toBot, ...lines).repeats.map(({ kind, turn }) => `${kind} ${turn}`);

describe('repeats', () => {
  it.each([
    ['in the same words', 'I want to renew a novel that I have on loan'],
    ['in part', 'renew the novel please, the one on loan'],
  ])('hears the matter told again %s', (_, again) => {
    expect(kinds(matter, agent('Hello, Ada here.'), wrote(again))).toEqual(['retold 1']);
  });

  it('hears it in quite other words, when the agent asks for the matter', () => {
    const again = 'could you extend the thing about whales';
    expect(kinds(matter, agent('How can I help you?'), wrote(again))).toEqual(['retold 1']);
  });

  it('hears no repeat in another matter, though the agent asked', () => {
    const other = 'my late fee is too high and I want to pay it';
    expect(kinds(matter, agent('How can I help you?'), wrote(other))).toEqual([]);
  });

  it('hears no repeat in an answer to something else', () => {
    expect(kinds(matter, agent('Which branch suits you?'), wrote('the one in Mill Road'))).toEqual(
      [],
    );
  });

  it('hears that the customer says so', () => {
    expect(kinds(matter, agent('And the title?'), wrote('as I told the bot'))).toEqual(['told 1']);
  });

  it('knows a value again by its token, and not another one', () => {
    const [one, other] = [token('phone', '07700 900123'), token('phone', '07700 900124')];
    expect(kinds(`call ${one}`, agent('Your number?'), wrote(one))).toEqual(['value 1']);
    expect(kinds(`call ${one}`, agent('Your number?'), wrote(other))).toEqual([]);
  });
});

describe('what repeats take', () => {
  const entry = (more: Partial<LedgerEntry>): LedgerEntry => ({
    slot: 'title',
    bot: 'captured',
    agent: 'asked',
    confidence: 0.9,
    turns: [],
    needed: true,
    ...more,
  });
  const lines = [
    agent('Hello, Ada here.', { at: 0 }),
    wrote(matter),
    agent('Sure. And the title?', { at: 30 }),
    wrote('Moby Dick'),
  ].map((line, i) => ({ ...line, at: [0, 12, 30, 37][i] ?? 0 }));

  it('is the time from what was said before to their end, each turn once', () => {
    const { side, repeats } = read(matter, ...lines);
    expect(measureRepeats(repeats, [], side)).toEqual({ count: 1, seconds: 12 });
    expect(measureRepeats([...repeats, ...repeats], [], side).count).toBe(1);
  });

  it('counts answers that the bot had, and none that it did not have', () => {
    const { side, repeats } = read(matter, ...lines);
    const all = [...repeats];
    expect(measureRepeats(all, [entry({})], side)).toEqual({ count: 2, seconds: 19 });
    expect(measureRepeats(all, [entry({ bot: 'never_asked' })], side).count).toBe(1);
    expect(measureRepeats(all, [entry({ agent: 'not_asked' })], side).count).toBe(1);
  });

  it('is unknown, not nought, without the agent’s transcript', () => {
    expect(measureRepeats([], [], null)).toEqual({ count: 0, seconds: null });
    expect(measureRepeats([], [], read(matter).side).seconds).toBeNull();
  });
});
