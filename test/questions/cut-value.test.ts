import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { isCut } from '../../src/questions/cut-value.js';
import { yearlessDates } from '../../src/questions/yearless-dates.js';

describe('a value of which redaction found a part', () => {
  it('has figures beside it, told with a pause', () => {
    expect(isCut('⟨account:2374b5⟩ like zero two zero four', english)).toBe(true);
    expect(isCut('20 44 ⟨account:2374b5⟩', english)).toBe(true);
  });

  it('has single letters before it, one of them heard as a word', () => {
    expect(isCut('so l a with ⟨account:2374b5⟩', english)).toBe(true);
    expect(isCut('e d you c ⟨account:2374b5⟩', english)).toBe(true);
    expect(isCut('i have a ⟨account:2374b5⟩', english)).toBe(false);
    expect(isCut('row b is ⟨account:2374b5⟩', english)).toBe(false);
  });

  it('is not cut where words or another value stand beside it', () => {
    expect(isCut('⟨account:2374b5⟩ is what it says on the letter', english)).toBe(false);
    expect(isCut('⟨account:2374b5⟩ and 4 rooms', english)).toBe(false);
    expect(isCut('4 rooms', english)).toBe(false);
  });
});

describe('dates without a year', () => {
  it('are read in words, and in numbers either way round', () => {
    expect(yearlessDates('on 9/25', english)).toEqual(['09-25']);
    expect(yearlessDates('it was 5/6', english)).toEqual(['05-06', '06-05']);
    expect(yearlessDates('5 May', english)).toEqual(['05-05']);
  });

  it('are not what has a year, or is no day', () => {
    expect(yearlessDates('9/25/2026', english)).toEqual([]);
    expect(yearlessDates('13/32', english)).toEqual([]);
  });
});
