import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { digestsIn } from '../../src/questions/value-digests.js';

const digestValue = (value: unknown) => english.canonical(value, { region: 'GB' });
const says = (text: string, value: string) =>
  digestsIn(text, digestValue, english).has(digestValue(value) ?? '');

describe('a text says', () => {
  it.each([
    ['let me see it says q g five zero dash v seven one', 'Qg50-V71'],
    ['it is l n two w y seven five oh', 'LN2WY750'],
    ['that is bright studio dot co dot uk', 'brightstudio.co.uk'],
  ])('%j: %s', (text, value) => {
    expect(says(text, value)).toBe(true);
  });

  it.each([
    ['q g five zero dash v seven two', 'Qg50-V71'],
    ['I have a red one', 'IAR1'],
  ])('%j does not say %s', (text, value) => {
    expect(says(text, value)).toBe(false);
  });
});
