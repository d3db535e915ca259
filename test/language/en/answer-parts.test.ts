import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerParts } from '../../../src/language/en/answer-parts.js';

const said = (answer: string) => answerParts(answer, 'GB').map((part) => part.said);

describe('the parts of an answer', () => {
  it.each([
    ['84595805 and 07842 999358', ['84595805', '07842 999358']],
    ['me@example.org, 80522121', ['me@example.org', '80522121']],
    ['double seven and three', ['double seven and three']],
    ['salt and pepper', ['salt and pepper']],
    ['12 and 14', ['12 and 14']],
  ])('%s', (answer, parts) => {
    expect(said(answer)).toEqual(parts);
  });

  it('blanks sums and dates, which look like numbers, and keeps where everything stands', () => {
    const [one, other] = answerParts('80522121 and 28th September 2026', 'GB');
    expect(one).toMatchObject({ said: '80522121', start: 0 });
    expect(other ?? one).toBeDefined();
    const [sum] = answerParts('it was £452.10 I think', 'GB');
    expect(sum?.text).not.toMatch(/\d/);
    expect(sum?.text).toHaveLength('it was £452.10 I think'.length);
  });

  it('leaves alone what is no sum', () => {
    expect(answerParts('AB12 3CD', 'GB')[0]?.text).toBe('AB12 3CD');
  });

  it('takes every part verbatim from the answer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('84595805', ' and ', ', ', 'a@b.co', 'x', '£5')),
        (bits) => {
          const answer = bits.join('');
          const parts = answerParts(answer, 'GB');
          expect(parts.length).toBeGreaterThan(0);
          for (const part of parts) {
            expect(answer.slice(part.start, part.start + part.said.length)).toBe(part.said);
            expect(part.text).toHaveLength(part.said.length);
          }
        },
      ),
    );
  });
});
