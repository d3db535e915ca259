import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { personalRules as rulesOf } from '../../src/redact/personal.js';
import type { Scene } from '../../src/redact/personal-rule.js';
import { type Signals, sign, signalReader } from '../../src/redact/signals.js';
import { canaries } from './canary-corpus.js';
import { ordinarySentences } from './ordinary-sentences.js';

const personalRules = rulesOf(english);
const signalsOf = signalReader(english);
const all: Signals = {
  signs: -1,
  digits: 99,
  longestNumber: 99,
  mixed: true,
  digitWords: 99,
  ordinalWords: 99,
  capitals: 99,
};
const sceneOf = (text: string, signals: Signals): Scene => ({
  text,
  signals,
  language: english,
  numbers: () => text,
  region: 'GB',
  known: new Set(),
});

/** These look at words wherever they stand, and have no sign but capitals. */
const byWords = new Set(['person', 'unlisted_name']);

/** What a rule finds with every sign given, and with those that the pass found. */
function foundBy(rule: (typeof personalRules)[number], text: string) {
  const signals = signalsOf(text);
  const whole = rule.hint.test(text) ? rule.find(sceneOf(text, all)) : [];
  const seen = rule.needs(signals) && rule.hint.test(text) ? rule.find(sceneOf(text, signals)) : [];
  return { whole, seen };
}

const planted = canaries(1500, 11).map(({ text }) => text);

describe('signals', () => {
  it('hide no value of a planted one from its rule', () => {
    let found = 0;
    for (const text of planted)
      for (const rule of personalRules) {
        const { whole, seen } = foundBy(rule, text);
        expect(seen, `${rule.id}: ${text}`).toEqual(whole);
        found += whole.length;
      }
    expect(found).toBeGreaterThan(1000);
  });

  it('hide nothing from a rule in texts put together at random', () => {
    const part = fc.oneof(
      fc.constantFrom(...planted, ...ordinarySentences),
      fc.stringMatching(/^[-+ 0-9a-zA-Z:.,@#/'’]{1,20}$/),
      fc.constantFrom(
        'Hi',
        "I'm",
        'this is',
        'my name is',
        'Dr.',
        'call me',
        'x-ray',
        'B for',
        'at',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join(' ');
        for (const rule of personalRules) {
          const { whole, seen } = foundBy(rule, text);
          expect(seen, `${rule.id}: ${text}`).toEqual(whole);
        }
      }),
      { numRuns: 1500, examples: [[['it is LS67DG', 'it is SW8A 6AA']]] },
    );
  });

  it('are none in most ordinary sentences, so that no pattern is tried', () => {
    const idle = ordinarySentences.filter((text) => {
      const signals = signalsOf(text);
      // One rule looks every word up in a list of names, and tries no pattern.
      return personalRules.every((rule) => byWords.has(rule.id) || !rule.needs(signals));
    });
    expect(idle.length).toBeGreaterThan(ordinarySentences.length / 4);
  });

  it.each([
    ['Hi John', sign.greeting],
    ['hi john', 0],
    ['Hello. John', 0],
    ["I'm Jane", sign.intro],
    ["I'm jane", 0],
    ['call me', sign.callMe],
    ['call you', 0],
    ['b 4 five x-ray', sign.spelled],
    ['1 2 3 4 5', 0],
  ])('of "%s" are %d', (text, expected) => {
    expect(signalsOf(text).signs & ~sign.numberWord).toBe(expected);
  });

  it('are all given where a letter is beyond ASCII', () => {
    expect(signalsOf('Zoë').signs).toBe(-1);
    expect(signalsOf('£5 – “fine”').signs).toBe(0);
  });
});
