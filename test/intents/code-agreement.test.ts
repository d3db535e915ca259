import { describe, expect, it } from 'vitest';
import { heldBackBy, unhealthyIn } from '../../src/domain/ask-reading.js';
import { agreementOfCodes, type CodedWords } from '../../src/intents/code-agreement.js';
import { createRandom } from '../../src/lib/random.js';

const wishes = 12;
const saying = (wish: number) =>
  Array.from({ length: wishes }, (_, k) => (k === wish ? 0.89 : 0.01));

/** @param codeOf the code of a contact that is about a wish */
const contacts = (n: number, codeOf: (wish: number, i: number) => number): CodedWords[] =>
  Array.from({ length: n }, (_, i) => ({
    session: `s-${i}`,
    code: `code ${codeOf(i % wishes, i)}`,
    words: { toBot: null, toAgent: saying(i % wishes) },
  }));
const agreement = (n: number, codeOf: (wish: number, i: number) => number) =>
  agreementOfCodes(contacts(n, codeOf));
const none = { read: null, unexplained: null, invented: null };

describe('words and codes', () => {
  it('agree wholly where each code stands for one wish, or for two of them', () => {
    expect(agreement(400, (wish) => wish)?.value).toBe(1);
    expect(agreement(400, (wish) => wish % 2)?.value).toBe(1);
  });

  it('agree as far as codes are right', () => {
    const random = createRandom(3);
    const noisy = agreement(4000, (wish) =>
      random.next() < 0.8 ? wish : Math.floor(wishes * random.next()),
    );
    // A few of the fifth that is dealt out at random are right.
    expect(noisy?.value).toBeCloseTo(0.8, 1);
    expect(heldBackBy({ ...none, codes: noisy })).toEqual(new Set());
  });

  it('do not agree where codes have nothing to do with words, and phrases are held back', () => {
    const random = createRandom(5);
    const codes = agreement(4000, () => Math.floor(wishes * random.next()));
    expect(codes?.value).toBeLessThan(0.1);
    expect(unhealthyIn({ ...none, codes })).toEqual(['codes']);
    expect(heldBackBy({ ...none, codes })).toEqual(new Set(['phrases']));
  });

  it('say nothing where one code stands for all, or few words tell a wish', () => {
    expect(agreement(400, () => 0)).toBeNull();
    expect(agreement(40, (wish) => wish)).toBeNull();
    const unsure = contacts(400, (wish) => wish).map((one) => ({
      ...one,
      words: { toBot: null, toAgent: Array.from({ length: wishes }, () => 1 / wishes) },
    }));
    expect(agreementOfCodes(unsure)).toBeNull();
    expect(heldBackBy(none)).toEqual(new Set());
    expect(heldBackBy({ ...none, codes: null })).toEqual(new Set());
  });
});
