import { describe, expect, it } from 'vitest';
import { hasOtherDigits, otherDigits } from '../../src/text/other-digits.js';

describe('otherDigits', () => {
  it('keeps the shape and no digit, once and for all', () => {
    expect(otherDigits('LM 7466010, or 457-505-6')).toBe('LM 1234567, or 891-234-5');
    expect(otherDigits(otherDigits('LM 7466010'))).toBe('LM 1234567');
    expect(otherDigits('no digits')).toBe('no digits');
  });

  it('are recognised, three or more', () => {
    expect(hasOtherDigits('my reading 12345')).toBe(true);
    expect(hasOtherDigits('my reading 48210')).toBe(false);
    expect(hasOtherDigits('in 12 months')).toBe(false);
    expect(hasOtherDigits('no digits')).toBe(false);
  });
});
