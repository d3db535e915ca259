import { describe, expect, it } from 'vitest';
import { createFits } from '../../src/questions/another-slot.js';
import type { Sentence } from '../../src/questions/asks.js';
import type { Seen } from '../../src/questions/seen-wordings.js';
import { intentSubject } from '../../src/questions/subjects.js';
import { createNameReader } from '../../src/questions/topics.js';
import { unseenWording } from '../../src/questions/wordings.js';
import { clausesOf } from '../../src/transcript/clauses.js';
import { lexicon } from '../detect/support.js';

const nameOf = createNameReader(lexicon);
const forms = new Map([['loan_date', new Set(['borrow'])]]);

function sentenceOf(text: string): Sentence {
  const [clause] = clausesOf(text);
  if (!clause) throw new Error(text);
  return { clause, act: { kind: 'request', from: 0, strength: 1, polar: false, given: [] } };
}

const seen = (text: string, about: Record<string, number>, more: Partial<Seen> = {}): Seen => ({
  ...unseenWording(),
  key: text,
  sentence: sentenceOf(text),
  asked: true,
  contacts: new Set(),
  first: 0,
  answered: 0,
  late: 0,
  about: new Map(Object.entries(about).map(([intent, n]) => [intentSubject(intent), n])),
  ...more,
});
const borrowing = seen('which shelf mark is it?', { borrow: 50, donate: 50 });
const other = 'what is your binding day?';
const fits = (one: Seen) => createFits([borrowing, one], forms, nameOf)('loan_date', one.sentence);

describe('what agents call by a name', () => {
  it('is another slot where it is never said about the form that has the slot', () => {
    expect(fits(seen(other, { donate: 30 }))).toBe(false);
  });

  it('may be the slot where it is said there, too', () => {
    expect(fits(seen(other, { donate: 20, borrow: 10 }))).toBe(true);
  });

  it('may be the slot where it was said too seldom to tell', () => {
    expect(fits(seen(other, { donate: 3 }))).toBe(true);
  });

  it("may be the slot where the bot's value is mostly the answer, not where it is by chance", () => {
    const by = (proofs: number, denials: number) =>
      seen(
        other,
        { donate: 30 },
        {
          proofs: new Map([['loan_date', proofs]]),
          denials: new Map([['loan_date', denials]]),
        },
      );
    expect(fits(by(8, 2))).toBe(true);
    expect(fits(by(2, 8))).toBe(false);
  });

  it('may be a slot that no form has, or have no name', () => {
    const one = seen(other, { donate: 30 });
    expect(createFits([borrowing, one], new Map(), nameOf)('loan_date', one.sentence)).toBe(true);
    expect(fits(seen('when was that?', { donate: 30 }))).toBe(true);
  });
});
