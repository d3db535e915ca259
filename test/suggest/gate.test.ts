import { describe, expect, it } from 'vitest';
import type { Backtest } from '../../src/domain/suggestion.js';
import { type Case, gate } from '../../src/suggest/gate.js';
import { personalData } from '../../src/suggest/personal-data.js';
import { signTest } from '../../src/suggest/sign-test.js';

const backtest: Backtest = {
  engine: 'known',
  overall: { before: 0.8, after: 0.85 },
  inScope: { before: 0.8, after: 0.85 },
  outOfScope: { before: 0.5, after: 0.5 },
  worstIntent: null,
  n: 100,
};
const harmless: Case = {
  texts: ['renew my loan'],
  conflicts: [],
  backtest,
  untested: 'not tested',
  changes: [{ intent: 'pay_fine', n: 50, before: 0.9, after: 0.8, wins: 1, losses: 4, lostTo: [] }],
  flips: { wins: 5, losses: 0 },
};
const worse = (wins: number, losses: number) => ({
  ...harmless,
  changes: [{ intent: 'pay_fine', n: 50, before: 0.9, after: 0.5, wins, losses, lostTo: [] }],
});

describe('the gate', () => {
  it('passes what helps and harms nothing', () => {
    expect(gate(harmless).verdict).toBe('pass');
  });

  it('refuses what makes an intent significantly worse, and not what may be chance', () => {
    expect(gate(worse(0, 5))).toMatchObject({
      verdict: 'refused',
      reason: expect.stringContaining('pay_fine'),
    });
    expect(gate(worse(0, 4)).verdict).toBe('pass');
    expect(gate(worse(5, 0)).verdict).toBe('pass');
  });

  it('refuses what stands under another intent, and says where', () => {
    const conflicts = ['"renew my loan" is already a phrase of renew_loan'];
    expect(gate({ ...harmless, conflicts, risk: 'collision' })).toEqual({
      verdict: 'refused',
      risk: 'collision',
      reason: conflicts[0],
    });
    expect(gate({ ...harmless, conflicts }).verdict).toBe('review');
  });

  it.each(['inScope', 'outOfScope'] as const)(
    'refuses what surely loses more %s than it gains, and not what may be chance',
    (side) => {
      const falling = { ...backtest, [side]: { before: 0.8, after: 0.7 } };
      const overall = { before: 0.8, after: 0.79 };
      const of = (wins: number, losses: number) =>
        gate({ ...harmless, backtest: { ...falling, overall }, flips: { wins, losses } });
      // By hand: at least 3 losses of 3 changes by chance in 1/8; at least 4 of 5 in 6/32, 5 of 7 in 29/128.
      expect(of(0, 3)).toMatchObject({
        verdict: 'refused',
        risk: 'cost',
        reason: expect.stringContaining('80.0 % to 79.0 %'),
      });
      expect(of(1, 4).verdict).toBe('refused');
      expect(of(2, 5)).toMatchObject({ verdict: 'review' });
      expect(of(0, 2).verdict).toBe('review');
    },
  );

  it.each([
    ['cost', 'costly', 'refused'],
    ['doubt', 'doubted', 'review'],
    ['thin', 'thin evidence', 'review'],
  ] as const)('says that there is %s', (risk, reason, verdict) => {
    expect(gate({ ...harmless, risk })).toMatchObject({
      verdict,
      reason: expect.stringContaining(reason),
    });
  });

  it.each([
    ['a conflict', { conflicts: ['"x" is already a phrase of y'] }],
    ['no test', { backtest: null }],
    ['a lower accuracy', { backtest: { ...backtest, overall: { before: 0.8, after: 0.79 } } }],
    ['lost refusals', { backtest: { ...backtest, outOfScope: { before: 0.5, after: 0.4 } } }],
  ])('sends %s to review', (_, more) => {
    expect(gate({ ...harmless, ...more }).verdict).toBe('review');
  });

  it.each([
    'call me on 07911 123456',
    'my account is 80213377',
    'write to jane@mail.org',
    'I am ⟨name:9f2c41⟩',
  ])('refuses the personal data in %j', (text) => {
    expect(gate({ ...harmless, texts: [text] }).verdict).toBe('refused');
  });

  it.each([
    'call me on +44 7700 900123',
    'my account is 34567890',
    'write to robin7@example.com',
    'within 24 hours in 2026',
    'two of 3 books',
  ])('lets %j through', (text) => {
    expect(personalData(text)).toBeNull();
  });
});

describe('the sign test', () => {
  // R: binom.test(losses, wins + losses, alternative = "greater")$p.value
  it.each([
    [0, 5, 0.03125],
    [1, 7, 0.03515625],
    [3, 3, 0.65625],
    [0, 0, 1],
  ])('of %i wins and %i losses is %f', (wins, losses, p) => {
    expect(signTest(wins, losses)).toBeCloseTo(p, 10);
  });
});
