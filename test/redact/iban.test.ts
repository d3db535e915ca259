import { describe, expect, it } from 'vitest';
import { isIban } from '../../src/redact/personal/iban.js';

/** The same with the two check digits that make it 1 modulo 97. */
function checked(country: string, rest: string): string {
  const digits = (text: string) =>
    [...text.toLowerCase()].map((sign) => Number.parseInt(sign, 36)).join('');
  const remainder = BigInt(digits(`${rest}${country}00`)) % 97n;
  return `${country}${String(98n - remainder).padStart(2, '0')}${rest}`;
}

describe('an international bank account number', () => {
  it.each(['GB29NWBK60161331926819', 'DE89370400440532013000', 'NO9386011117947'])(
    'is %s',
    (one) => {
      expect(isIban(one)).toBe(true);
    },
  );

  it('is no identifier of another system that happens to fulfil the check', () => {
    const sid = checked('WT', '9f2c41aa07b35d10c2e4f6a8b0d1e3');
    expect(sid).toHaveLength(34);
    expect(isIban(sid)).toBe(false);
    // Switzerland's have 21 signs; Twilio's conversations begin alike and have 34.
    expect(isIban(checked('CH', '9f2c41aa07b35d10c2e4f6a8b0d1e3'))).toBe(false);
    expect(isIban(checked('CH', '00762011623852957'))).toBe(true);
  });
});
