import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../src/transcript/clauses.js';

const said = (text: string) => clausesOf(text).map(({ words }) => words.join(' '));

describe('clauses', () => {
  it.each([
    'I need: 1. your name 2. the date. Thanks.',
    'I need: (1) your name (2) the date. Thanks.',
    'I need: (a) your name (b) the date. Thanks.',
    'I need: (a) your name; (b) the date. Thanks.',
  ])('keep numbered items in one sentence: %s', (text) => {
    expect(said(text)).toEqual(['i need 1 your name 2 the date', 'thanks']);
    expect(clausesOf(text)[0]?.breaks).toEqual([5]);
  });

  it('end at a point behind a number that numbers nothing', () => {
    expect(said('We have room 2. the key is here.')).toEqual(['we have room 2', 'the key is here']);
  });
});
