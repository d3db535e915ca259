import { describe, expect, it } from 'vitest';
import { createAskReader } from '../../src/questions/asks.js';
import { unheardSlots } from '../../src/questions/unheard-slots.js';
import { lexicon } from '../detect/support.js';
import { slot } from '../support/slots.js';

const slots = [slot('date_of_birth'), slot('due_date', { neededBy: ['renew_loan'] })];
const reader = createAskReader(slots, lexicon);

function unheard(text: string, answer: string, times: number): string[] {
  const [sentence] = reader.sentences(text);
  if (!sentence) throw new Error('no sentence');
  const wording = {
    asked: true,
    sentence,
    answers: new Map([[answer, times]]),
    contacts: new Set(Array.from({ length: times }, (_, i) => i)),
  };
  const asksOf = (one: typeof sentence) => [{ asks: reader.asksOf(one) }];
  return [...unheardSlots(slots, [wording], asksOf, 100)];
}

describe('a slot that every centre has', () => {
  it('is unheard of where nobody calls it by its name', () => {
    expect(unheard('what date was that?', '#date', 20)).toEqual(['date_of_birth']);
  });

  it('is heard of where agents name it often enough, whatever answers', () => {
    expect(unheard('what is your date of birth?', '#date', 20)).toEqual([]);
    expect(unheard('what is your date of birth?', '#date', 2)).toEqual(['date_of_birth']);
  });

  it('is heard of where only it is answered so', () => {
    expect(unheard('and that was?', '⟨date_of_birth', 20)).toEqual([]);
  });

  it('is none of the definition, which may be asked for in other words', () => {
    expect(unheard('anything else?', 'red', 20)).not.toContain('due_date');
  });
});
