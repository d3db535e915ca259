import { describe, expect, it } from 'vitest';
import { describeHeader } from '../../../src/vendors/input/columns.js';

const qualtrics = [
  'StartDate',
  'EndDate',
  'Status',
  'IPAddress',
  'Duration (in seconds)',
  'RecipientLastName',
  'ExternalReference',
  'Q2_4_TEXT',
];

describe('a header that lacks a column', () => {
  it.each([
    [['contact_id', 'CSAT Score', ' Submitted at (UTC)']],
    [qualtrics],
    [['Ticket ID', 'Custom field 1', 'tags', 'Q1']],
    [['Zufriedenheit (1-5)', 'kundenNote']],
  ])('is told by its names: %j', (header) => {
    const names = header.map((cell) => cell.trim()).join(', ');
    expect(describeHeader(header, ['zufriedenheit', 'Kunden_Note'])).toBe(`the file has ${names}`);
  });

  it('has those columns counted whose names may be what somebody said', () => {
    const header = ['Contact ID', 'How happy are you with us?', 'Qualit\u00e4t', '', 'Score'];
    expect(describeHeader(header, [])).toBe('the file has Contact ID, Score and 3 more');
  });

  it.each([
    [['c-1', 'Mary Smith', 'I want to cancel because of my chemo', 'later']],
    [['Mary Smith', 'cancel because of my chemo', 'later', '']],
    [['c-1', 'Mary Smith', 'later', '']],
    [['Mary', 'chemo!', 'later', '4']],
    [['Mary Smith', 'rude and useless', 'cancel my card', 'later']],
  ])('is not repeated where it may be what somebody said: %j', (header) => {
    expect(describeHeader(header, ['contact_id'])).toBe(
      'the file has 4 columns, none with a usual name: is the first row a header?',
    );
  });
});
