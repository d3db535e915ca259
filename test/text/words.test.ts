import { describe, expect, it } from 'vitest';
import { createDigest } from '../../src/redact/digest.js';
import { BayesClassifier } from '../../src/text/natural.js';
import { hasTokens, tokenFor, tokensIn, withoutTokens } from '../../src/text/tokens.js';
import { contentStems, stems, words } from '../../src/text/words.js';

describe('words', () => {
  it.each([
    ["I don't know, 2 of them?", ['i', "don't", 'know', '2', 'of', 'them']],
    ['Où est l’hôtel', ['où', 'est', "l'hôtel"]],
    ['東京駅 please', ['東京', '京駅', 'please']],
    ['call ⟨phone:9f2c41⟩ now', ['call', 'now']],
    ['...', []],
  ])('of "%s"', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('stems', () => {
  it('brings the forms of an English word together, and leaves other scripts alone', () => {
    expect(stems('payments paying paid')).toEqual(['payment', 'pai', 'paid']);
    expect(stems('Straßen')).toEqual(['straßen']);
  });

  it('leaves stop words out of the content', () => {
    expect(contentStems('I want my cards', new Set(['i', 'my']))).toEqual(['want', 'card']);
  });
});

describe('tokens', () => {
  const text = `call ${tokenFor('phone', '9f2c41')} or ⟨no⟩`;
  it('are found with their place, and only where they are whole', () => {
    expect(tokensIn(text)).toEqual([{ kind: 'phone', hash: '9f2c41', start: 5, end: 19 }]);
    expect(withoutTokens(text)).toBe('call   or ⟨no⟩');
    expect(hasTokens('⟨no⟩')).toBe(false);
  });
});

describe('a digest', () => {
  it('is HMAC-SHA-256, cut to 16 hex digits', () => {
    const digest = createDigest(Buffer.from('key'));
    expect(digest('The quick brown fox jumps over the lazy dog')).toBe('f7bc83f430538424');
  });
});

describe('the door to natural', () => {
  it('has a classifier that learns', () => {
    const classifier = new BayesClassifier();
    classifier.addDocument('where is my parcel', 'delivery');
    classifier.addDocument('my bill is too high', 'billing');
    classifier.train();
    expect(classifier.classify('the parcel')).toBe('delivery');
  });
});
