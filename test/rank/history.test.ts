import { describe, expect, it } from 'vitest';
import type { PastTicket } from '../../src/domain/ticket.js';
import { fingerprint } from '../../src/rank/fingerprint.js';
import { pastOf } from '../../src/rank/history.js';
import { causeOf } from './settings.js';

const misread = { category: 'misunderstood_intent', intent: 'loan' } as const;
const unheard = { category: 'unrecognised_utterance', intent: 'loan' } as const;
const repair = { ...causeOf('misunderstood_intent', []), parts: [misread, unheard] };
const past = (...tickets: PastTicket[]) => new Map(tickets.map((one) => [one.id, one]));
const former = (part: typeof misread | typeof unheard, more: Partial<PastTicket> = {}) => ({
  id: fingerprint(part, 'bot'),
  since: '2026-03-05',
  status: 'open' as const,
  ...more,
});

describe('the past of a ticket', () => {
  it('is its own where it has one', () => {
    const own: PastTicket = { id: 'hb-1', since: '2026-03-09', status: 'accepted', rank: 2 };
    expect(pastOf('hb-1', repair, 'bot', past(own, former(misread)))).toBe(own);
  });

  it('is that of the tickets it was before, since the first of them', () => {
    const found = pastOf(
      'hb-1',
      repair,
      'bot',
      past(former(misread), former(unheard, { since: '2026-03-02' })),
    );
    expect(found).toEqual({ id: 'hb-1', since: '2026-03-02', status: 'open' });
  });

  it('is laid aside only where all of them were', () => {
    const aside = { status: 'dismissed' as const };
    expect(pastOf('hb-1', repair, 'bot', past(former(misread, aside)))?.status).toBe('dismissed');
    expect(
      pastOf('hb-1', repair, 'bot', past(former(misread, aside), former(unheard)))?.status,
    ).toBe('open');
  });

  it('is nothing for a new one', () => {
    expect(pastOf('hb-1', repair, 'bot', past())).toBeUndefined();
  });
});
