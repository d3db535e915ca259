import { describe, expect, it } from 'vitest';
import { joinLegs } from '../../src/link/join-legs.js';
import { agent, contact } from '../support/conversations.js';

const first = contact([agent('Hello'), { actor: 'customer', text: 'my bill is wrong' }], {
  queue: 'sales',
  agentId: 'a-1',
  holdSeconds: 5,
  outcome: { reason: 'wrong queue', resolved: false, complaint: true },
});
const second = contact([agent('Billing here', { at: 700 })], {
  contactId: 'c-2',
  queue: 'billing',
  agentId: 'a-2',
  endedAt: (first.endedAt ?? 0) + 900_000,
  outcome: { reason: 'billing error', resolved: true, csat: 80 },
});

describe('legs of one journey', () => {
  it('are one conversation, with the last queue and outcome, and the first agent’s opening', () => {
    expect(joinLegs(first, [second])).toMatchObject({
      contactId: 'c-1',
      agentId: 'a-1',
      queue: 'billing',
      holdSeconds: 5,
      endedAt: second.endedAt,
      outcome: {
        reason: 'billing error',
        resolved: true,
        csat: 80,
        complaint: true,
        transferred: true,
      },
    });
    const turns = joinLegs(first, [second]).turns.map(({ text }) => text);
    expect(turns).toEqual(['Hello', 'my bill is wrong', 'Billing here']);
  });

  it('tell how long the customer waited in between, where the second agent answered', () => {
    const answeredAt = (first.endedAt ?? 0) + 90_000;
    const later = { ...second, startedAt: answeredAt - 60_000, answeredAt };
    expect(joinLegs(first, [later]).waitedAgain).toEqual([{ from: first.endedAt, to: answeredAt }]);
    const { answeredAt: _, ...unanswered } = { ...later, turns: [] };
    expect(joinLegs(first, [unanswered]).waitedAgain).toEqual([]);
  });

  it('leave a contact alone that has none', () => {
    expect(joinLegs(first, [])).toBe(first);
  });
});
