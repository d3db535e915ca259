import { describe, expect, it } from 'vitest';
import { describeHeader } from '../../../src/vendors/input/columns.js';

describe('a header that lacks a column', () => {
  it.each([
    [['contact_id', 'CSAT Score', ' Submitted at (UTC)']],
    [['Kontakt-Nr.', 'Qualit\u00e4t', 'Q1', 'Q2_1']],
  ])('is told by its names: %j', (header) => {
    const names = header.map((cell) => cell.trim()).join(', ');
    expect(describeHeader(header)).toBe(`the file has ${names}`);
  });

  it.each([
    [['c-1', 'Mary Smith', 'I want to cancel because of my chemo', 'later']],
    [['Mary Smith', 'cancel because of my chemo', 'later', '']],
    [['c-1', 'Mary Smith', 'later', '']],
    [['Mary', 'thatIsAVeryLongWordOfACustomerOfOurs', 'later', '']],
    [['Mary', 'chemo!', 'later', '']],
  ])('is not repeated where it may be what somebody said: %j', (header) => {
    expect(describeHeader(header)).toMatch(/^the file has 4 columns, /);
    expect(describeHeader(header)).not.toMatch(/Mary|chemo|later/);
  });
});
