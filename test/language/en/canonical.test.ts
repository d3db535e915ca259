import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/language/en/canonical.js';

const inBritain = { region: 'GB' };

describe('canonical', () => {
  it.each([
    [
      '+447700900123',
      [
        '07700 900123',
        '+44 (0)7700 900123',
        '00447700900123',
        447700900123,
        '(07700) 900-123',
        'oh seven seven double oh nine double oh one two three',
        'plus four four seven seven oh oh nine oh oh one two three',
      ],
    ],
    [
      'jane.doe@example.com',
      [
        'Jane.Doe@Example.com',
        ' jane.doe@example.com. ',
        'jane dot doe at example dot com',
        'mailto:jane.doe@example.com',
      ],
    ],
    [
      '1985-03-05',
      [
        '05/03/1985',
        '5.3.1985',
        '5/3/85',
        '5 March 1985',
        'March 5th, 1985',
        'Tuesday, 5 Mar 1985',
        'the fifth of March nineteen eighty five',
        '1985-03-05T00:00:00+00:00',
      ],
    ],
    ['--03-05', ['5 March', 'March 5th', 'the 5th of March', 'fifth of march']],
    ['1985-03-05T14:30', ['1985-03-05T14:30:00Z', '1985-03-05 14:30']],
    [
      '25.5',
      [
        '£25.50',
        '25 pounds 50',
        'twenty five pounds fifty',
        '25.50',
        25.5,
        'GBP 25.50',
        'A$25.50',
        'NZ$25.50',
        '25 pounds and 50 pence',
      ],
    ],
    ['1250', ['£1,250.00', '1250', 'one thousand two hundred and fifty', '1,250', '1.25k']],
    ['14:30', ['2:30 pm', '14:30', '2.30PM', 'two thirty p.m.']],
    [
      '123456',
      [
        '12-34-56',
        '12 34 56',
        '123456',
        123456,
        'one two three four five six',
        '1 2 3, 4 5 6'.replace(',', ''),
      ],
    ],
    // Redaction leaves the letters of a customer number outside where they are said apart.
    [
      '7466010',
      ['LM7466010', 'lm 7466010', '7466010', 'LM-746-6010', 'l m seven four six six oh one oh'],
    ],
    ['ab1234', ['AB 1234', 'ab1234', 'AB/1234']],
    ['newyork', ['New York', 'new york', 'NEW-YORK']],
    ['zoe', ['Zoë', 'zoe']],
    ['2people', ['two people', '2 People']],
    ['true', [true, 'yes', 'Yeah', 'y !', 'yes please', "that's right"]],
    ['false', [false, 'no', 'Nope.', 'no thanks']],
    ['14:15', ['quarter past two pm', '2.15 in the afternoon', 'quarter past 2 in the afternoon']],
    ['16:50', ['ten to five p.m.', '4:50 pm', 'ten to five in the afternoon']],
    ['03:30', ['half past three', '3:30 am', 'at 3:30']],
    ['23:00', ['11 at night', '11pm', 'eleven in the evening']],
    ['100', ['a hundred pounds', '£100', 'one hundred dollars']],
    ['0.99', ['99p', '99 pence', '£0.99']],
    ['1.5', ['one point five', '1.5']],
    ['3rd', ['third', 'the third one', '3rd', 'the 3rd']],
    ['sw1a1aa', ['SW1A 1AA', 's w 1 a 1 a a', 'sierra whiskey one alpha one alpha alpha']],
    ['bx77', ['B for bravo, x-ray, double seven', 'bravo x-ray 7 7']],
    ['1979-09-27', ['27th of the 9th 1979', '27/9/79', 'twenty seventh of September 1979']],
    ['12highstreet', ['12 High St', '12 high street', '12 High St.', 'twelve High Street']],
  ])('is %s in every spelling', (form, spellings) => {
    for (const spelling of spellings) expect(canonical(spelling, inBritain)).toBe(form);
  });

  it.each([
    ['07700 900123', '07700 900124'],
    ['5 March 1985', '3 May 1985'],
    ['£25.50', '£2550'],
    ['2 pm', '2 am'],
    ['0012', '12'],
    ['fifteen', 'fifty'],
    ['-5', '5'],
    ['New York', 'Newark'],
    ['LM7466010', 'LM7466011'],
    ['ten to five', 'five to ten'],
    ['11 at night', '11 in the morning'],
    ['99p', '£99'],
    ['bravo one two', 'delta one two'],
    ['the third one', 'three'],
    ['hotel', 'h'],
    ['yes', 'not really'],
  ])('tells %s from %s', (one, other) => {
    expect(canonical(one, inBritain)).not.toBe(canonical(other, inBritain));
  });

  it('reads the order of day and month as the region writes it', () => {
    expect(canonical('03/05/2026', { region: 'US' })).toBe('2026-03-05');
    expect(canonical('03/05/2026', inBritain)).toBe('2026-05-03');
    expect(canonical('1.250', { region: 'DE' })).toBe('1250');
  });

  it('is never a number with an exponent', () => {
    for (const text of [
      '£1000001000000000000000',
      '9999999999999999999999.5',
      '99999999999 million',
    ])
      expect(canonical(text, inBritain)).not.toMatch(/e\+/);
  });

  it('is null where there is no value', () => {
    for (const nothing of [null, undefined, '', '  ', '...', [], {}, Number.NaN])
      expect(canonical(nothing, inBritain)).toBeNull();
  });

  it('does not care for the order of keys, and takes a list of one for its element', () => {
    const one = canonical({ city: 'New York', seats: 2 }, inBritain);
    expect(canonical({ seats: 'two', city: 'new york' }, inBritain)).toBe(one);
    expect(canonical(['New York'], inBritain)).toBe('newyork');
  });

  it('leaves a sigh and a month that is a verb alone', () => {
    expect(canonical('oh', inBritain)).toBe('oh');
    expect(canonical('may', inBritain)).toBe('may');
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          digitsWithSeparators,
          fc.integer(),
          fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
        ),
        (value) => {
          const form = canonical(value, inBritain);
          if (form !== null) expect(canonical(form, inBritain)).toBe(form);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is the same for an account number whatever stands between its digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{7}$/), (account) => {
        const spaced = `${account.slice(0, 4)} ${account.slice(4)}`;
        const spoken = Array.from(account, (digit) => digitWords[Number(digit)]).join(' ');
        expect(canonical(spaced, inBritain)).toBe(account);
        expect(canonical(spoken, inBritain)).toBe(account);
      }),
    );
  });
});

const digitsWithSeparators = fc.stringMatching(
  /^[-+£$]?\d{1,4}([-/., :]?\d{1,4}){0,3} ?(pm|am|k|pounds)?$/,
);
const digitWords = 'oh one two three four five six seven eight nine'.split(' ');
