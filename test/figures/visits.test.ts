import { describe, expect, it } from 'vitest';
import type { Visit } from '../../src/domain/journey.js';
import { joinVisits } from '../../src/figures/visits.js';
import { result } from '../support/conversations.js';

const session: Visit = {
  id: 's',
  customer: { id: 'i' },
  from: 0,
  to: 10,
  day: '2026-03-02',
  kind: 'escalated',
  intent: 'renew',
};
const contact = (id: string, from: number, more: Partial<Visit> = {}): Visit => ({
  id,
  customer: { phone: 'p' },
  from,
  to: from + 10,
  day: '2026-03-02',
  kind: 'passed_on',
  ...more,
});
const link = { ...result().link, session: 's', contact: 'c', legs: ['d'] };

describe('visits', () => {
  it('join a journey to one, which both sides name and which ends with its last contact', () => {
    const contacts = [contact('c', 20), contact('d', 40, { code: 'FINE' })];
    expect(joinVisits({ sessions: [session], contacts }, [link])).toEqual([
      { ...session, customer: { id: 'i', phone: 'p' }, to: 50, linked: true, code: 'FINE' },
    ]);
  });

  it('keep direct contacts, and leave out those that follow nobody knows what', () => {
    const contacts = [contact('x', 20), contact('y', 5, { kind: 'direct' })];
    const ids = joinVisits({ sessions: [session], contacts }, []).map(({ id }) => id);
    expect(ids).toEqual(['s', 'y']);
  });

  it('join nothing on a link that is only possible', () => {
    const contacts = [contact('c', 20, { kind: 'direct' })];
    const possible = { ...link, legs: [], status: 'possible' as const };
    expect(joinVisits({ sessions: [session], contacts }, [possible])).toHaveLength(2);
  });
});
