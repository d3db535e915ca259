import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/simulate/simulate.js';

const { sessions, contacts, truth, details } = simulate({
  world: 'lender',
  journeys: 300,
  seed: 5,
  from: '2026-09-07',
  days: 7,
});
const sessionOf = new Map(sessions.map((one) => [one.session_id, one]));
const contactOf = new Map(contacts.map((one) => [one.contact_id, one]));
const pairs = truth.flatMap((line) => {
  const detail = details.find(({ session_id }) => session_id === line.session_id);
  return detail ? [{ line, detail }] : [];
});

describe('what is true beyond the findings', () => {
  it('is told of every handoff, with the contacts that took it', () => {
    expect(pairs).toHaveLength(truth.length);
    for (const { line, detail } of pairs) {
      expect(detail.legs[0] ?? null).toBe(line.contact_id);
      expect(line.true_intent).toBe(detail.covered ? detail.intent : null);
    }
  });

  it('agrees with the slot findings: lost where the bot held, missed where it never asked', () => {
    const expected: Record<string, string> = {
      context_lost: 'captured',
      uncaptured_slot: 'asked_not_captured told',
      missed_slot: 'never_asked',
    };
    for (const { line, detail } of pairs)
      for (const { category, slot } of line.findings)
        if (expected[category])
          expect(expected[category]).toContain(detail.ledger[slot ?? '']?.bot);
  });

  it('names a main cause that is among the findings, or none', () => {
    const named = pairs.filter(({ detail }) => detail.primary !== null);
    for (const { line, detail } of named)
      expect(line.findings.map(({ category }) => category)).toContain(detail.primary);
    expect(named.length).toBeGreaterThan(0.5 * pairs.length);
    expect(named.length).toBeLessThan(pairs.length);
  });

  it('counts the seconds up to the agent, and no more than the conversations took', () => {
    for (const { detail } of pairs) {
      const { effort, legs } = detail;
      if (!effort) continue;
      const session = sessionOf.get(detail.session_id);
      const first = contactOf.get(legs[0] ?? '');
      const spent = (from?: string, to?: string) => Date.parse(to ?? '') - Date.parse(from ?? '');
      const bot = spent(session?.started_at, session?.handoff?.at) / 1000;
      expect(Math.abs(effort.bot - bot)).toBeLessThanOrEqual(1);
      const wait = Math.round(spent(session?.handoff?.at, first?.answered_at) / 1000);
      if (legs.length === 1) expect(Math.abs(effort.wait - wait)).toBeLessThanOrEqual(1);
      else expect(effort.wait).toBeGreaterThan(wait);
      const talked = legs.reduce((sum, id) => {
        const leg = contactOf.get(id);
        return sum + spent(leg?.answered_at, leg?.ended_at) / 1000;
      }, 0);
      expect(effort.identify + effort.explain).toBeLessThanOrEqual(talked + 1);
    }
  });
});
