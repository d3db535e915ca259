import { describe, expect, it } from 'vitest';
import { sameLearned } from '../../src/detect/learned-about.js';

const before = { claims: 'wants a refund, needs a date', chances: [0.9, 0.7] };

describe('what was learned of a journey', () => {
  it('is the same where probabilities move a little, in whatever step they stood', () => {
    expect(sameLearned(before, { ...before, chances: [0.94, 0.66] })).toBe(true);
  });

  it('is another where one moves far, or a name changes', () => {
    expect(sameLearned(before, { ...before, chances: [0.9, 0.76] })).toBe(false);
    expect(sameLearned(before, { ...before, claims: 'wants a refund' })).toBe(false);
    expect(sameLearned(before, { ...before, chances: [0.9] })).toBe(false);
  });
});
