/** How loops are counted, and how they end. */
import { describe, expect, it } from 'vitest';
import { findLoop } from '../../src/detect/loops.js';
import type { Session } from '../../src/domain/conversation.js';
import { readBot } from '../../src/questions/bot-side.js';
import { bot, said, session } from '../support/conversations.js';
import { detectOne, held, of, tools } from './support.js';

const ask = () => bot('Please type the title.', { asksFor: 'title' });
const wants = (name: string) => ({ intent: { name, confidence: 0.9, ranking: [] } });
const start = said('extend this', wants('renew_loan'));
const stuck = [start, ask(), said('the green one'), ask(), said('the boat book'), ask()];
type Turns = Parameters<typeof session>[0];
const read = (turns: Turns, more: Partial<Session> = {}) => {
  const made = tools();
  return findLoop(readBot(session(turns, more), made), made);
};
const sessionOf = (turns: Turns) => {
  const { handoff: _, ...left } = session(turns);
  return { ...left, outcome: 'abandoned' as const };
};

describe('a loop', () => {
  it('is the same question with no new value and no new intent between', () => {
    expect(read(stuck)).toEqual({
      turns: [1, 2, 3, 4, 5],
      repeats: 2,
      objected: false,
      end: 'handoff',
    });
  });

  it('is none where a question is asked again once', () => {
    expect(read(stuck.slice(0, 4))).toBeNull();
  });

  it('is the same question again, whatever label the answers between were given', () => {
    for (const label of ['affirm', 'greet', 'reserve_room']) {
      const turns = [
        start,
        ask(),
        said('the green one', wants(label)),
        ask(),
        said('the boat book', wants(label)),
        ask(),
      ];
      expect(read(turns)?.repeats).toBe(2);
    }
  });

  it('is none where the customer turns to another matter, and the bot with them', () => {
    const turns = [
      start,
      ask(),
      said('or rather a room', wants('reserve_room')),
      bot('Which room?', { asksFor: 'room' }),
      said('no, my loan', wants('renew_loan')),
      ask(),
      said('hm'),
      ask(),
    ];
    expect(read(turns)).toBeNull();
  });

  it('is none where the bot talks to itself', () => {
    expect(read([start, ask(), ask(), ask()])).toBeNull();
  });

  it('hears an objection', () => {
    const turns = [start, ask(), said('you already asked me that'), ask(), said('the book'), ask()];
    expect(read(turns)?.objected).toBe(true);
  });
});

describe('the end of a loop', () => {
  it('is a request for a human', () => {
    expect(read([...stuck, said('let me talk to a human')])?.end).toBe('human');
  });

  it('is progress where the value was understood at last, or another intent', () => {
    const value = [...stuck, said('Rowing', { slots: held({ title: 'Rowing' }) }), bot('Thanks.')];
    expect(read(value)?.end).toBe('progress');
    expect(read([...stuck, said('book a room', wants('reserve_room'))])?.end).toBe('progress');
  });

  it('is no progress where that came before', () => {
    const turns = [said('Rowing', { slots: held({ title: 'Rowing' }) }), ...stuck];
    expect(read(turns)?.end).toBe('handoff');
  });

  it('is the customer leaving where nobody took over', () => {
    const made = tools();
    expect(findLoop(readBot(sessionOf(stuck), made), made)?.end).toBe('left');
  });

  it('is told in the finding, which is believed half as much after progress', async () => {
    const [caught] = of(await detectOne(session(stuck)), 'intent_loop');
    expect(caught?.actual).toBe(
      'the bot repeated itself 2 times without progress, until it handed over',
    );
    const value = [...stuck, said('Rowing', { slots: held({ title: 'Rowing' }) }), bot('Thanks.')];
    const [free] = of(await detectOne(session(value)), 'intent_loop');
    expect(free?.actual).toMatch(/then found a way on$/);
    expect(free?.confidence).toBeLessThan(0.6 * (caught?.confidence ?? 0));
  });
});
