/** What agents ask for, learned from a lending library's own contacts. */
import { describe, expect, it } from 'vitest';
import type { Journey, JourneyResult } from '../../src/domain/journey.js';
import { heardOf } from '../../src/questions/agent-side.js';
import { detectAll, held, of, token, wrote } from '../detect/support.js';
import { agent, bot, contact, journey, said, session } from '../support/conversations.js';

const number = (i: number) => `${44_556_600 + i}`;
const renew = said('renew my loan', {
  intent: { name: 'renew_loan', confidence: 0.9, ranking: [] },
});

/** The bot takes the card number in every other journey; agents ask for it, and for a shelf mark, in words of their own. */
function night(): Journey[] {
  return Array.from({ length: 120 }, (_, i) => {
    const value = number(i);
    const knows = i % 2 === 0;
    const asks = [
      bot('What is your library card number?', { asksFor: 'card_number' }),
      said(token('account', value), { slots: held({ card_number: value }) }),
    ];
    return journey(
      session([renew, ...(knows ? asks : [])], { id: `s${i}`, sessionId: `s${i}` }),
      contact(
        [
          agent('Hello, I can see that it is about a renewal.'),
          wrote('yes'),
          agent('under what are you with us?'),
          wrote(token('account', value)),
          agent(i % 3 === 0 ? 'shelf mark?' : 'could i have the shelf mark please'),
          wrote(`QA ${100 + i}`),
        ],
        { id: `c${i}`, contactId: `c${i}` },
      ),
    );
  });
}

const slotsOf = (result: JourneyResult | undefined, category: Parameters<typeof of>[1]) =>
  result ? of(result, category).map(({ slot }) => slot) : [];

describe('a night of contacts teaches', () => {
  it('which slot a wording without any of its words asks for', async () => {
    const results = await detectAll(night());
    expect(slotsOf(results[0], 'context_lost')).toContain('card_number');
    expect(slotsOf(results[1], 'missed_slot')).toContain('card_number');
  });

  it('what agents ask for that has no slot yet, by their own name for it', async () => {
    const results = await detectAll(night());
    const found = results.map((result) => slotsOf(result, 'missed_slot').includes('shelf_mark'));
    expect(found.filter(Boolean).length).toBeGreaterThan(100);
  });

  it('what is asked together with something else, by the value that the bot holds', async () => {
    const together = night().map(({ session: own, link, contact: other }, i): Journey => {
      const asks = agent('what stands on the plastic, then the spine label');
      const turns = [
        agent('Hello, I can see that it is about a renewal.'),
        wrote('yes'),
        asks,
        wrote(`${token('account', number(i))} and QA ${100 + i}`),
      ];
      return { session: own, link, ...(other && { contact: contact(turns, { id: other.id }) }) };
    });
    const results = await detectAll(together);
    expect(slotsOf(results[0], 'context_lost')).toContain('card_number');
  });

  it('nothing where the bot never logs what it asks for', async () => {
    const unlogged = night().map((one) => ({
      ...one,
      session: {
        ...one.session,
        turns: one.session.turns.map(({ asksFor: _, ...turn }) => turn),
      },
    }));
    const results = await detectAll(unlogged);
    expect(results.flatMap((result) => slotsOf(result, 'missed_slot'))).not.toContain('shelf_mark');
  });
});

describe('a statement that is answered', () => {
  const reserve = said('book a study room', {
    intent: { name: 'reserve_room', confidence: 0.9, ranking: [] },
  });
  const places = ['the one by the sea', 'the one on the hill', 'the new one'];
  const statements = ["I'm down to the reading place now", 'Your room is booked, see you there'];

  /** Agents ask for the branch in other words than the definition's; one contact in ten holds a statement instead. */
  function rooms(statement: string, answer: string): Journey[] {
    return Array.from({ length: 120 }, (_, i) => {
      const place = places[i % places.length] ?? '';
      const knows = i % 2 === 0;
      const asks = [
        bot('Which branch do you want?', { asksFor: 'branch' }),
        said(place, { slots: held({ branch: place }) }),
      ];
      const states = i % 10 === 1;
      return journey(
        session([reserve, ...(knows ? asks : [])], { id: `s${i}`, sessionId: `s${i}` }),
        contact(
          [
            agent('Hello, I can see that it is about a room.'),
            wrote('yes'),
            agent(states ? statement : 'what is the reading place?'),
            wrote(states ? answer : place),
          ],
          { id: `c${i}`, contactId: `c${i}` },
        ),
      );
    });
  }
  const asksForBranch = async (statement: string, answer: string) => {
    const results = await detectAll(rooms(statement, answer));
    return results.filter(
      (result, i) => i % 10 === 1 && slotsOf(result, 'missed_slot').includes('branch'),
    ).length;
  };

  it('asks for what other sentences ask for in the same words', async () => {
    expect(await asksForBranch(statements[0] ?? '', 'by the sea')).toBe(12);
  });

  it('asks for nothing where its words ask for nothing elsewhere', async () => {
    expect(await asksForBranch(statements[1] ?? '', 'phew')).toBe(0);
  });
});

describe("an agent's first words", () => {
  /** The first reply has the number that the bot holds. */
  async function openedWith(opening: string): Promise<JourneyResult | undefined> {
    const opened = night().map((one, i): Journey => {
      if (i !== 0 || !one.contact) return one;
      const turns = [agent(opening), wrote(`please look at ${token('account', number(i))}`)];
      return { ...one, contact: contact(turns, { id: 'c0', contactId: 'c0' }) };
    });
    return (await detectAll(opened))[0];
  }

  it('ask for nothing that the customer tells of the matter', async () => {
    const result = await openedWith('Hello, I can see that it is about a renewal.');
    expect(slotsOf(result, 'context_lost')).toEqual([]);
  });

  it('ask for what they say', async () => {
    const result = await openedWith('Good day, what is your library card number?');
    expect(slotsOf(result, 'context_lost')).toEqual(['card_number']);
  });

  it('are heard with a bare yes or no, and with no other answer', () => {
    const heard = (first: boolean, ...answer: string[]) =>
      heardOf({ first, answer, proof: ['card_number'], denied: [] });
    expect(heard(true, '~yesno')).toEqual({ answer: ['~yesno'], proof: [], denied: [] });
    expect(heard(true, '~yesno', 'd8').answer).toEqual([]);
    expect(heard(true, 'd8')).toEqual({ answer: [], proof: [], denied: [] });
    expect(heard(false, 'd8')).toEqual({ answer: ['d8'], proof: ['card_number'], denied: [] });
  });
});
