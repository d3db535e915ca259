import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { tokensIn } from '../../src/text/tokens.js';

const { redact, digestValue } = createRedactor({
  language: english,
  digest: createDigest(Buffer.from('a key')),
  region: 'GB',
});
const note = (text: string) => redact(text, { prose: true });

/** A conversation keeps them: there the question before says what they are. */
describe('a note, and not a turn of a conversation, has hidden', () => {
  it.each([
    ['number', 'her new code is 8840, said twice', '8840'],
    ['number', 'now at Storgatan in 113 49 since spring', '113 49'],
    ['number', 'customer of ours since 2011', '2011'],
    ['date', 'she will pay on 3 March 2026 at the latest', '3 March 2026'],
    ['date', 'she will pay on 3 March at the latest', '3 March'],
    ['date', 'logged at 2026-03-03 and closed', '2026-03-03'],
    ['date', 'wants a call back on Thursday morning', 'Thursday'],
  ])('a %s: %s', (kind, text, value) => {
    const [before = '', after = ''] = text.split(value);
    const hidden = note(text);
    expect(hidden.startsWith(before) && hidden.endsWith(after), hidden).toBe(true);
    expect(tokensIn(hidden)).toMatchObject([{ kind }]);
    expect(redact(text)).toBe(text);
  });

  it.each(['sent to Chennai 600 017', 'the parcel for 100-0001', 'it went to 01310-100'])(
    'what other rules know already: %s',
    (text) => expect(note(text)).not.toMatch(/\d{3} \d{3}$|\d{3}-\d{4}$|\d{5}-\d{3}$/),
  );

  it('the same token as the value has as a slot', () => {
    const [token] = tokensIn(note('will travel on 3 March 2026 only'));
    expect(digestValue('2026-03-03')?.startsWith(token?.hash ?? 'none')).toBe(true);
  });
});

describe('a note keeps', () => {
  it.each([
    'refunded £1250 and 2,400.00 more after 1500 minutes',
    'called at 10:30 and twice after 5 pm',
    'he sat in the sun by the 3 doors',
    'error 404 on page 12',
  ])('%s', (text) => {
    expect(note(text)).toBe(text);
  });

  it('what is hidden already', () => {
    const once = note('moved to 8840 on Monday, 3 March 2026');
    expect(note(once)).toBe(once);
  });
});
