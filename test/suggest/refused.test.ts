import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/suggest/refused.js';
import type { Spoken } from '../../src/suggest/segments.js';

/** As a bot of two towns reads it. */
const masked = ({ text }: Spoken) => text.replace(/leeds|york/gi, 'town');
const texts = [
  'Pay £567.89 off my loan!',
  'a ticket to Leeds',
  'you took £567.89 from my bank twice',
];
const isRefused = refusalOf(texts, masked, 0.85);
const refused = (text: string) => isRefused({ text, entities: [] });

describe('what was refused', () => {
  it('stays away in any case and punctuation, and with another made-up value', () => {
    expect(refused('pay £567.89 off my loan')).toBe(true);
    expect(refused('pay 890.12 off my loan')).toBe(true);
    expect(refused('A ticket to York?')).toBe(true);
  });

  it('stays away in nearly the same words', () => {
    expect(refused('you took 678.90 pounds from my bank twice')).toBe(true);
    expect(refused('you tok £12 from my bank twice')).toBe(true);
  });

  it('keeps no other wording away', () => {
    expect(refused('you took £567.89 from my card once')).toBe(false);
    expect(refused('pay £567.89 off my card')).toBe(false);
    expect(refused('how do I get to York')).toBe(false);
  });

  it('is nothing where nobody refused anything', () => {
    expect(refusalOf([], masked, 0.85)({ text: 'pay', entities: [] })).toBe(false);
  });
});
