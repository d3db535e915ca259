import { describe, expect, it } from 'vitest';
import { phoneForm } from '../../src/lib/phone.js';

describe('a row of digits', () => {
  it.each([
    ['07434 226 237', 'GB', '+447434226237'],
    ['+44 (0)7823 265559', 'GB', '+447823265559'],
    ['(555) 012-3456', 'US', '+15550123456'],
    ['555 012 3456', 'US', '+15550123456'],
    ['612345678', 'ES', '+34612345678'],
    ['06 6982 1234', 'IT', '+390669821234'],
  ])('is a telephone number: %s in %s', (text, region, form) => {
    expect(phoneForm(text, region)).toBe(form);
  });

  // Nine digits under a firm's logo: of the region's length, but no number that anybody there can have.
  it.each([
    ['395773176', 'GB'],
    ['466452924', 'GB'],
    ['12345678', 'US'],
    ['00000000008', 'GB'],
    ['+9800000', 'GB'],
  ])('is rather an account: %s in %s', (text, region) => {
    expect(phoneForm(text, region)).toBeNull();
  });
});
