import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterTexts } from '../../src/nlu/clusters.js';
import { likenessOf } from '../../src/nlu/likeness.js';
import { libraryPhrases } from './phrases.js';

const cats = ['the cat sat', 'a cat slept', 'my cat sat down', 'cat and cat'];
const boats = ['a boat sails', 'sail the boat', 'the boat sank', 'boats that sail'];

describe('groups of texts', () => {
  it('are those that share words, the larger first', () => {
    const groups = clusterTexts([...boats.slice(0, 3), ...cats], []);
    expect(groups).toEqual([1, 1, 1, 0, 0, 0, 0]);
  });

  it('leave alone what is like nothing else', () => {
    expect(new Set(clusterTexts(['one', 'two', 'three'], [])).size).toBe(3);
    expect(clusterTexts([], [])).toEqual([]);
  });

  it('number every text, without gaps, the same each time', () => {
    const word = fc.constantFrom('cat', 'boat', 'tax', 'late', 'my', 'the');
    const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
        const groups = clusterTexts(texts, libraryPhrases);
        expect(groups).toHaveLength(texts.length);
        const used = [...new Set(groups)].sort((a, b) => a - b);
        expect(used).toEqual(used.map((_, i) => i));
        expect(clusterTexts(texts, libraryPhrases)).toEqual(groups);
      }),
      { numRuns: 50 },
    );
  });
});

describe('likeness', () => {
  it('is at most 1, the same both ways, and highest with itself', () => {
    const texts = [...cats, ...boats];
    const likeness = likenessOf(texts, libraryPhrases);
    const rows = texts.map((_, i) => Array.from(likeness(i)));
    rows.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(rows[j]?.[i] ?? Number.NaN, 9);
        expect(value).toBeLessThanOrEqual((row[i] ?? 0) + 1e-9);
      });
    });
  });

  it('sees texts as alike that stand alike to what is known, though they share no word', () => {
    const known = [
      ['late train', 'delay'],
      ['slow bus', 'delay'],
      ['paid twice', 'billing'],
      ['charged again', 'billing'],
    ].map(([text = '', intent = '']) => ({ text, intent }));
    const texts = ['late late', 'slow slow', 'paid paid'];
    const row = Array.from(likenessOf(texts, known)(0));
    expect(row[1]).toBeGreaterThan(row[2] ?? 0);
    expect(Array.from(likenessOf(texts, [])(0))[1]).toBe(0);
  });
});
