import { describe, expect, it } from 'vitest';
import type { CauseDays } from '../../src/domain/release.js';
import { ticketDays } from '../../src/verify/ticket-days.js';

const part = (
  id: string,
  more: Partial<CauseDays>,
  events: number,
  exposure: number,
): CauseDays => ({
  id,
  category: 'misunderstood_intent',
  owner: 'bot_team',
  basis: 'intent',
  ...more,
  days: [{ day: '2026-03-02', events, exposure }],
});
const together = (...parts: CauseDays[]) =>
  ticketDays(
    't',
    parts.map(({ id }) => id),
    new Map(parts.map((one) => [one.id, one])),
  );

describe("a ticket's days", () => {
  it('count the sessions of one intent once, however many parts it has', () => {
    const found = together(
      part('a', { intent: 'loan' }, 3, 40),
      part('b', { intent: 'loan', category: 'unrecognised_utterance' }, 2, 40),
    );
    expect(found).toMatchObject({ id: 't', intent: 'loan' });
    expect(found?.days).toEqual([{ day: '2026-03-02', events: 5, exposure: 40 }]);
  });

  it('add up the sessions of several intents, and name none of them', () => {
    const found = together(
      part('a', { intent: 'loan' }, 3, 40),
      part('b', { intent: 'card' }, 1, 25),
    );
    expect(found?.intent).toBeUndefined();
    expect(found?.days).toEqual([{ day: '2026-03-02', events: 4, exposure: 65 }]);
  });

  it('are among all sessions where one of the parts is', () => {
    const found = together(
      part('a', { intent: 'loan' }, 3, 40),
      part('b', { basis: 'all' }, 1, 300),
    );
    expect(found?.days[0]?.exposure).toBe(300);
  });

  it('are none where no part was ever counted', () => {
    expect(ticketDays('t', ['gone'], new Map())).toBeNull();
  });
});
