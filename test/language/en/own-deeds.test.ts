import { describe, expect, it } from 'vitest';
import { tellsOwnDeed } from '../../../src/language/en/own-deeds.js';

describe('tellsOwnDeed', () => {
  it.each([
    'I have moved the date for you',
    'it has now been approved',
    'closed, the agencies are told within six weeks',
    "that's sent, it covers the last twelve months",
    "that's all done, anything else",
    'ok done, you will get a letter',
    "it's now switched off",
    'the spelling is fixed on all letters now',
  ])('%s: tells what was done for one customer', (text) => {
    expect(tellsOwnDeed(text)).toBe(true);
  });

  it.each([
    'closing an account takes six weeks and the agencies are told',
    'a statement covers the last twelve months',
    'the rate is fixed for two years',
    'payments that are late are charged a fee',
    'it is a setting in the app, under notifications',
    'used cards go back in the envelope',
  ])('%s: is an answer for everybody', (text) => {
    expect(tellsOwnDeed(text)).toBe(false);
  });
});
