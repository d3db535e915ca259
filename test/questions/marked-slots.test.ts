import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/questions/marked-slots.js';

const contrasts = [
  { names: ['other'], said: ['other', 'their'] },
  { names: ['new'], said: ['new', 'changed'] },
];
const formOf = (...slots: string[]) => new Map(slots.map((slot) => [slot, new Set(['some'])]));
const isMarked = (...names: string[]) =>
  marksOf(names, contrasts, formOf(...names.slice(1))).map((mark) => mark !== null);

describe('a slot is marked', () => {
  it('by a word that a like slot lacks', () => {
    expect(isMarked('other_plate', 'vehicle_plate')).toEqual([true, false]);
    expect(isMarked('newReturnDate', 'return_date')).toEqual([true, false]);
  });

  it('beside no slot that ends in the same word, or has the word, too, not at all', () => {
    expect(isMarked('other_plate', 'vehicle_colour')).toEqual([false, false]);
    expect(isMarked('new_address', 'new_email_address')).toEqual([false, false]);
    expect(isMarked('other', 'plate')).toEqual([false, false]);
  });

  it('beside a like slot that no form has, not at all', () => {
    const marks = marksOf(['old_name', 'child_name'], [{ names: ['old'], said: [] }], new Map());
    expect(marks).toEqual([null, null]);
  });

  it('and told by any word of its contrast, stemmed', () => {
    const [mark] = marksOf(['new_date', 'return_date'], contrasts, formOf('return_date'));
    expect([...(mark ?? [])]).toEqual(['new', 'chang']);
  });
});
