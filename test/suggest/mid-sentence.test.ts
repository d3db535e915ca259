import { describe, expect, it } from 'vitest';
import { endsMidSentence } from '../../src/suggest/mid-sentence.js';

const lexicon = { prepositions: ['up', 'for', 'to'] };

describe('a phrase that ends in mid-sentence', () => {
  it.each([
    ['Look up my order.', 'up my order.'],
    ['broker here, anything left for the Paper Tigers?', 'anything left for'],
    ['Is it for Monday', 'for Monday'],
  ])('%s: %s', (turn, cut) => {
    expect(endsMidSentence(turn, cut, lexicon)).toBe(true);
  });

  it.each([
    ['is told by its turn, which ends there', 'who do I talk to', 'who do I talk to'],
    ['is told by the sign behind it', 'who do I talk to? this is urgent', 'who do I talk to?'],
    ['is told by the sign before it', 'hello, up my limit', 'up my limit'],
    ['is told by a preposition alone', 'hi can I renew it now please', 'can I renew it now'],
  ])('%s', (_, turn, cut) => {
    expect(endsMidSentence(turn, cut, lexicon)).toBe(false);
  });
});
