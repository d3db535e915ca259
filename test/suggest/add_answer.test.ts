import { describe, expect, it } from 'vitest';
import type { JourneyResult } from '../../src/domain/journey.js';
import { suggest } from '../../src/suggest/suggest.js';
import { result } from '../support/conversations.js';
import { config, input, ticket } from './library.js';

const stock = 'Thank you for waiting while I looked that up.';
const steps = [
  'New reader cards are made at the desk in Northgate.',
  'It can be picked up there with any letter that shows the address.',
];
let made = 0;
const solved = (texts: readonly string[], agentId = `a-${made % 3}`): JourneyResult => {
  made += 1;
  return result({
    session: `test/bot/n-${made}`,
    sessionId: `n-${made}`,
    contactId: `c-${made}`,
    agentId,
    resolution: texts.map((text, i) => ({ turn: `agent:${4 + i}`, text })),
  });
};
const asked = {
  slot: 'card_number',
  bot: 'never_asked' as const,
  agent: 'asked' as const,
  confidence: 0.9,
  turns: [],
  needed: true,
};
const times = (n: number, texts: readonly string[], agentId?: string) =>
  Array.from({ length: n }, () => solved(texts, agentId));

async function suggested(own: JourneyResult[], others: JourneyResult[] = []) {
  const deadEnd = ticket(
    'dead_end_intent',
    own.map(({ sessionId }) => sessionId),
    { intent: 'lost_card' },
  );
  const { suggestions } = await suggest(
    input({ results: [...own, ...others], tickets: [deadEnd] }),
    config,
  );
  return suggestions;
}
const answers = async (...args: Parameters<typeof suggested>) =>
  (await suggested(...args)).filter(({ kind }) => kind === 'add_answer');

describe('the draft of an answer', () => {
  it('is the one thing that agents say in most of its contacts, with what it was drawn from', async () => {
    const own = [...times(5, [...steps, stock]), ...times(1, [steps[1] ?? ''])];
    const [draft] = await answers(own, times(20, [stock]));
    expect(draft).toMatchObject({ intent: 'lost_card', prompt: steps[1] });
    const said = new Set(own.map(({ sessionId }) => sessionId));
    for (const { quote, sessionId, turns } of draft?.evidence ?? []) {
      expect(steps).toContain(quote);
      expect(said).toContain(sessionId);
      expect(turns).toHaveLength(1);
    }
  });

  it('is what at least half of them say', async () => {
    const other = 'That is up to the desk in Westgate to decide.';
    expect(await answers([...times(6, [steps[0] ?? '']), ...times(6, [other])])).toHaveLength(1);
    const rarer = [...times(6, [steps[0] ?? '']), ...times(6, [other]), ...times(6, ['Ask us.'])];
    expect(await answers(rarer)).toEqual([]);
  });

  it('comes with when to hand over: until there is an answer, or at once', async () => {
    const handingOver = async (own: JourneyResult[]) =>
      (await suggested(own)).find(({ kind }) => kind === 'early_handoff')?.change;
    expect(await handingOver(times(6, steps))).toMatch(/^Until the bot has an answer of its own, /);
    expect(await handingOver(times(6, [stock], 'a-1'))).toMatch(/^Hand over as soon as lost_card /);
  });

  it('is a draft: a person decides', async () => {
    expect((await answers(times(6, steps)))[0]?.gate.verdict).toBe('review');
  });

  it.each([
    ['what is said in contacts about anything', times(6, [stock]), times(20, [stock])],
    ['what one agent alone says', times(6, steps, 'a-1'), []],
    ['what two contacts say', times(2, steps), []],
    [
      "what names a customer's own values",
      times(6, ['Your new card 44556677 is on its way to you.']),
      [],
    ],
    [
      'what an agent did for one customer',
      [
        ...times(6, ['I have sent a new card to the desk.']),
        ...times(6, ['Good news, that has been approved and the money goes out today.']),
        ...times(6, ["We've found it, and it will be mailed tomorrow."]),
      ],
      [],
    ],
    [
      'what is said once details of the case were asked for',
      times(6, steps).map((one) => ({ ...one, ledger: [asked] })),
      [],
    ],
    ['what was redacted', times(6, ['I have called ⟨phone:12ab34⟩ and told them about it.']), []],
  ])('is not drawn from %s', async (_, own, others) => {
    expect(await answers(own, others)).toEqual([]);
  });
});
