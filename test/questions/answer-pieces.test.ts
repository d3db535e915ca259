import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { answerPieces } from '../../src/questions/answer-pieces.js';

const isEmpty = (piece: string) => piece === 'sure';

describe('the pieces of an answer', () => {
  it.each([
    ['⟨account:f05617⟩ and hail', ['⟨account:f05617⟩', 'hail']],
    ['sure, hail, ⟨phone:f05617⟩', ['hail', '⟨phone:f05617⟩']],
    ['October 11th, 2026 and hail', ['October 11th, 2026', 'hail']],
    ['⟨account:f05617⟩ seventy nine', ['⟨account:f05617⟩', 'seventy nine']],
    ['hail saturday October 24', ['hail saturday', 'October 24']],
    ['⟨account:f05617⟩ and hail, large stones', ['⟨account:f05617⟩', 'hail, large stones']],
    ['ten fifteen a m thirty five', ['1015 a m', '35']],
    ['side mirror two hundred and forty eight dollars', ['side mirror', '248 dollars']],
  ])('of "%s" are two', (text, pieces) => {
    expect(answerPieces(text, 2, isEmpty, english)).toEqual(pieces);
  });

  it('are not known where the answer has more', () => {
    expect(answerPieces('hail, wind and rain', 2, isEmpty, english)).toBeNull();
  });

  it('are fewer where only the first question is answered', () => {
    expect(answerPieces('⟨account:f05617⟩', 2, isEmpty, english)).toEqual(['⟨account:f05617⟩']);
  });
});
