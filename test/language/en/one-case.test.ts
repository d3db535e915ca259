import { describe, expect, it } from 'vitest';
import { isOfOneCase } from '../../../src/language/en/one-case.js';

describe('isOfOneCase', () => {
  it.each([
    'I have moved the date for you',
    'it has now been approved',
    'closed, the agencies are told within six weeks',
    "that's sent, it covers the last twelve months",
    "that's all done, anything else",
    'ok done, you will get a letter',
    "it's now switched off",
    'the spelling is fixed on all letters now',
    "The claim's filed with our partner",
    'the business desk will call you this afternoon',
    'would a lower price change your mind',
    'did anybody give you a ticket for that',
    'and have you got the letter',
    "It's with the lab now and they answer in ten days",
    "You're cleared for that state, no fee",
    'Fleet sales will put an offer together for you',
    "It's written up and there is a voucher on your profile",
    'which one suits you best?',
    'Our pharmacist has released it, and the other store has it now.',
    "They've already moved your booking",
  ])('%s: is said to one customer', (text) => {
    expect(isOfOneCase(text)).toBe(true);
  });

  it.each([
    'closing an account takes six weeks and the agencies are told',
    'a statement covers the last twelve months',
    'the rate is fixed for two years',
    'payments that are late are charged a fee',
    'it is a setting in the app, under notifications',
    'used cards go back in the envelope',
    'have the card at hand when you call',
    'do call back when it has arrived',
    "you'll get a letter with your rate",
    "it's open until nine",
    'whatever plan you have, the hotspot is included',
    'the offer ends on the day after the sale',
    'Once the shop has approved it, the money comes within a week',
    'most customers have set one up',
  ])('%s: is an answer for everybody', (text) => {
    expect(isOfOneCase(text)).toBe(false);
  });
});
