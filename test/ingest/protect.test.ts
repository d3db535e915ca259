import { describe, expect, it } from 'vitest';
import { createProtector } from '../../src/ingest/protect.js';
import { redactor } from './reading.js';
import { agentContact, at, botSession, survey } from './records.js';

const protector = createProtector(redactor);
const turn = (text: string, slots: Record<string, unknown>) =>
  protector.session(botSession({ turns: [{ at: at(1), actor: 'customer', text, slots }] }))
    .turns[0];

describe('protecting a session', () => {
  it('gives it one id of platform, bot and session', () => {
    expect(protector.session(botSession()).id).toBe('flow/helper/s-1');
  });

  it('sorts turns by time and keeps those of one moment in order', () => {
    const turns = [3, 1, 2, 1].map((seconds, i) => ({
      at: at(seconds),
      actor: 'customer' as const,
      text: `turn ${i}`,
    }));
    const sorted = protector.session(botSession({ turns })).turns.map(({ text }) => text);
    expect(sorted).toEqual(['turn 1', 'turn 3', 'turn 2', 'turn 0']);
  });

  it('derives a missing handoff of an escalated session at its last turn', () => {
    const without = { handoff: undefined };
    const escalated = protector.session(botSession({ ...without, outcome: 'escalated' }));
    expect(escalated.handoff).toEqual({ at: Date.parse(at(10)), reason: 'unknown' });
    const contained = protector.session(botSession({ ...without, outcome: 'contained' }));
    expect(contained.handoff).toBeUndefined();
  });

  it('finds a slot value in the words as a word of its own', () => {
    const held = turn('two seats, not 22, for Leeds', { seats: 'Two', city: 'leeds', other: 2 });
    expect(held?.slots?.seats?.span).toEqual([0, 3]);
    expect(held?.text?.slice(...(held.slots?.city?.span ?? [0, 0]))).toBe('Leeds');
    expect(held?.slots?.other?.span).toBeUndefined();
  });

  it('places a value behind a redacted one by the redacted text', () => {
    const held = turn('call 07700 900123 about Leeds', { city: 'Leeds', phone: '07700 900123' });
    expect(held?.text?.slice(...(held.slots?.city?.span ?? [0, 0]))).toBe('Leeds');
    expect(held?.text?.slice(...(held.slots?.phone?.span ?? [0, 0]))).toMatch(/^⟨phone:\w+⟩$/);
  });

  it('hashes two spellings of a value alike, and a cleared one to nothing', () => {
    const held = turn('x', {
      a: '07700 900123',
      b: '+44 7700 900 123',
      c: null,
      d: ['x', { y: 1 }],
    });
    expect(held?.slots?.a?.digest).toBe(held?.slots?.b?.digest);
    expect(held?.slots?.c).toEqual({ digest: null });
    expect(held?.slots?.d?.digest).toMatch(/^[0-9a-f]{16}$/);
  });

  it('keeps a language tag and nothing else as the locale', () => {
    expect(protector.session(botSession({ locale: 'en-GB' })).locale).toBe('en-GB');
    expect(protector.session(botSession({ locale: 'my own words' })).locale).toBeUndefined();
  });
});

describe('protecting what the agent side says', () => {
  it.each([
    [4, undefined, 75],
    [5, undefined, 100],
    [1, undefined, 0],
    [7, 10, 600 / 9],
    [2, 2, 100],
  ])('rescales %s of %s to %s', (csat, csat_scale, expected) => {
    const outcome = { csat, ...(csat_scale !== undefined && { csat_scale }) };
    expect(protector.contact(agentContact({ outcome })).outcome.csat).toBeCloseTo(expected, 10);
    expect(protector.survey(survey(outcome)).csat).toBeCloseTo(expected, 10);
  });

  it('leaves unknown what the record does not say', () => {
    const { outcome, attributes } = protector.contact(agentContact());
    expect([outcome, attributes]).toEqual([{}, {}]);
  });

  it('lets keys through as they are, whatever they look like', () => {
    const uuid = '2b0c6d2e-5a43-4f0e-9a52-6f5d2f8a1c11';
    const attributes = { bot_session_id: '4471882301', caseId: 'C-90017', anything: uuid };
    expect(protector.contact(agentContact({ attributes })).attributes).toEqual(attributes);
  });

  it('but not what merely is called an id', () => {
    const { attributes } = protector.contact(
      agentContact({ attributes: { customer_id: '07700900123', remark_id: 'call 07700 900123' } }),
    );
    expect(attributes.customer_id).toMatch(/^⟨/);
    expect(attributes.remark_id).toMatch(/^call ⟨/);
  });

  it('gives a survey without a contact an id that stays', () => {
    const answer = survey({ contact_id: undefined, customer: { phone: '07700 900123' } });
    const { id } = protector.survey(answer);
    expect(protector.survey({ ...answer, customer: { phone: '+447700900123' } }).id).toBe(id);
    expect(protector.survey({ ...answer, responded_at: at(9) }).id).not.toBe(id);
  });
});
