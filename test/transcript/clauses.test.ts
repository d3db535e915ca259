import { describe, expect, it } from 'vitest';
import { clausesOf, termOf } from '../../src/transcript/clauses.js';

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

  it.each([
    ['your name along with your postcode', [3]],
    ['your name as well as your postcode', [4]],
    ['your name as well', []],
  ])('list what "along with" and the like join: %s', (text, breaks) => {
    expect(clausesOf(text)[0]?.breaks).toEqual(breaks);
  });

  it('end at a point behind a number that numbers nothing', () => {
    expect(said('We have room 2. the key is here.')).toEqual(['we have room 2', 'the key is here']);
  });
});

describe('the term of a word', () => {
  it('is of what is done, and another for who does it', () => {
    expect(termOf('travelling')).toBe(termOf('travel'));
    expect(termOf('travellers')).not.toBe(termOf('travel'));
    expect(termOf('occupants')).not.toBe(termOf('occupation'));
    expect(termOf('occupants')).toBe(termOf('occupant'));
  });

  it('is that of its singular where it only ends so', () => {
    expect(termOf('plants')).toBe(termOf('plant'));
    expect(termOf('numbers')).toBe(termOf('number'));
  });
});
