import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { english } from '../../src/language/en/english.js';
import { createAskedReader } from '../../src/redact/asked.js';

const lexicon = readLexicon('en', fileURLToPath(new URL('../..', import.meta.url)));
const reader = createAskedReader(english, lexicon);
const formsOf = (answer: string, kind: string, region = 'GB') =>
  reader.valuesIn(answer, [kind], region).map(({ start, end, form }) => ({
    words: answer.slice(start, end),
    ...(form !== undefined && { form }),
  }));

describe('a question', () => {
  it.each([
    ['What is your name?', ['name']],
    ['could you spell your surname for me', ['name']],
    ['dob pls', ['date_of_birth']],
    ['And your postcode and phone number?', ['postcode', 'phone']],
    ['Can I take the first line of your address?', ['address']],
    ['May I have your account number?', ['account']],
    ['customer_name', ['name']],
    ['firstName', ['name']],
  ])('"%s" asks for %j', (question, kinds) => {
    expect(reader.kindsAskedBy(question)).toEqual(kinds);
  });

  it.each([
    'What is the name of the hotel that you like?',
    'How can I help you today?',
    'restaurant_name',
    'What is the problem with the card?',
  ])('"%s" asks for nothing personal', (question) => {
    expect(reader.kindsAskedBy(question)).toEqual([]);
  });
});

describe('an answer to the question for a name', () => {
  it.each([
    ['john', 'john'],
    ['Jane Doe', 'Jane Doe'],
    ["it's jane doe thanks", 'jane doe'],
    ['Josh Harding', 'Josh Harding'],
    ['yes sure, Amir Okafor. I lost my card', 'Amir Okafor'],
    ['Will Young please', 'Will Young'],
    ['Grace Hopper and I want to know where my parcel is', 'Grace Hopper'],
  ])('"%s" gives %s', (answer, words) => {
    expect(formsOf(answer, 'name')).toEqual([{ words }]);
  });

  it.each([
    ['k a t i e', 'katie'],
    ['marshall m a r s h a l l', 'marshall'],
    ['Katie Marshall m a r s h a l l', 'katiemarshall'],
    ['G EO R GI n a', 'georgina'],
    ['i a n', 'ian'],
  ])('"%s" is spelled %s', (answer, form) => {
    expect(formsOf(answer, 'name')[0]?.form).toBe(form);
  });

  it.each([
    'why do you need that',
    'no thanks',
    'I want to cancel my order',
    'what?',
    'not telling you',
    'it is already on the account',
    'one moment please',
    'just looking',
  ])('"%s" gives none', (answer) => {
    expect(formsOf(answer, 'name')).toEqual([]);
  });
});

describe('an answer that is spelled out', () => {
  it.each([
    ['s w 1 a 2 a a', 'postcode', 'sw1a2aa'],
    ['sierra whiskey one alpha two alpha alpha', 'postcode', 'sw1a2aa'],
    ['my postcode is n for november w six eight bee why', 'postcode', 'nw68by'],
    ['S double u 1 a 2 double a thanks', 'postcode', 'sw1a2aa'],
    ['L for london S one 4 d y', 'postcode', 'ls14dy'],
    ['w 1 u v p zed', 'postcode', 'w1u5pz'],
    ['oh seven seven double oh nine double oh one two three', 'phone', '+447700900123'],
    ['four oh one double three', 'phone', '40133'],
    ['A B one two three four', 'account', 'ab1234'],
    ['1234', 'account', '1234'],
    ['the 27th of the 9th 1979', 'date_of_birth', '1979-09-27'],
    ['27 09 79', 'date_of_birth', '1979-09-27'],
    ['1711 1975', 'date_of_birth', '1975-11-17'],
    ['14th of August 1920 9', 'date_of_birth', '1929-08-14'],
    ['fourteenth of august nineteen twenty nine', 'date_of_birth', '1929-08-14'],
    ['j a n e underscore doe eighty five at example dot com', 'email', 'jane_doe85@example.com'],
    ['jane85 at gmail', 'email', 'jane85@gmail'],
    ['it is jane at example dot co dot uk', 'email', 'jane@example.co.uk'],
    ['please write to me at jane.roe@example.co.uk', 'email', 'jane.roe@example.co.uk'],
    ['i already gave that to the bot anna@example.com', 'email', 'anna@example.com'],
    ['jane eighty five@example.com', 'email', 'jane85@example.com'],
    ['i told you it is j a n e dot doe at example dot com', 'email', 'jane.doe@example.com'],
    ['blue sky at example dot com', 'email', 'bluesky@example.com'],
    ['12 High St, Leeds', 'address', '12highstreet'],
    [
      'Flat 3, twenty ninety five south Wadsworth boulevard in Casper',
      'address',
      '2095southwadsworthboulevard',
    ],
    ['Rose Cottage, Church Lane', 'address', 'rosecottagechurchlane'],
  ])('"%s" is the %s %s', (answer, kind, form) => {
    expect(formsOf(answer, kind)[0]?.form).toBe(form);
  });

  it('is read in the order and the shape of the region', () => {
    expect(formsOf('09 27 1979', 'date_of_birth', 'US')[0]?.form).toBe('1979-09-27');
    expect(formsOf('nine oh two one oh', 'postcode', 'US')[0]?.form).toBe('90210');
    expect(formsOf('k 1 a 0 b 1', 'postcode', 'CA')[0]?.form).toBe('k1a0b1');
  });

  it.each([
    ['I am not sure', 'postcode'],
    ['somewhere in Leeds', 'postcode'],
    ['the 11th 1927', 'date_of_birth'],
    ['08 2012 and also 3 more', 'date_of_birth'],
    ['I have two cats', 'account'],
    ['I will call you at noon', 'email'],
    ["I don't want to give you 2 addresses", 'address'],
  ])('"%s" is no %s', (answer, kind) => {
    expect(formsOf(answer, kind)).toEqual([]);
  });

  it('keeps two postcodes apart that sound alike', () => {
    const forms = ['n w 6 8 b y', 'm w 6 8 b y', 'n w 6 8 p y', 'n w 6 h b y'].map(
      (answer) => formsOf(answer, 'postcode')[0]?.form,
    );
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('does not take long over a long row of ambiguous words', () => {
    const answer = 'oh for two '.repeat(200);
    for (const kind of [
      'postcode',
      'phone',
      'account',
      'date_of_birth',
      'name',
      'email',
      'address',
    ])
      expect(reader.valuesIn(answer.slice(0, 399), [kind], 'GB').length).toBeLessThanOrEqual(1);
  });
});

describe('an answer to several questions', () => {
  it.each([
    ['84595805 and 1450.83 pounds', ['account'], ['84595805']],
    ['£411.96 and 73 81', ['account'], ['73 81']],
    ['166 pounds 47 and 3473', ['account'], ['3473']],
    ['8052 2121 and 28th September 2026', ['account'], ['8052 2121']],
    ['26/10/1983 and 13679948', ['date_of_birth', 'account'], ['26/10/1983', '13679948']],
    ['82623 and +44 7442 428705', ['phone', 'account'], ['82623', '+44 7442 428705']],
    [
      '2433109380 and jo.bell@example.org',
      ['email', 'account'],
      ['2433109380', 'jo.bell@example.org'],
    ],
  ])('"%s" is taken apart', (answer, kinds, values) => {
    const found = reader.valuesIn(answer, kinds, 'GB');
    expect(found.map(({ start, end }) => answer.slice(start, end))).toEqual(values);
  });

  it.each([
    ['double seven and three four one', 'account', 'double seven and three four one'],
    ['07 12 3456 789', 'phone', '07 12 3456 789'],
    ['8288 5250 i think', 'account', '8288 5250'],
    ['seven one four and that is all', 'account', 'seven one four'],
    ["it's jo.bell@example.org", 'email', 'jo.bell@example.org'],
  ])('"%s" is one %s', (answer, kind, value) => {
    const found = reader.valuesIn(answer, [kind], 'GB');
    expect(found.map(({ start, end }) => answer.slice(start, end))).toEqual([value]);
  });
});

describe('an address of the web', () => {
  it.each(['mapletoys.com', 'www.mapletoys.com', 'maple toys dot com'])(
    'is no name, although a "domain name" is asked for: %s',
    (answer) => {
      expect(formsOf(answer, 'name')).toEqual([]);
    },
  );

  it('is none of the next sentence, and hides no name that goes on behind it', () => {
    expect(formsOf('sure.Jo Harding', 'name')).not.toEqual([]);
    expect(formsOf('sure.jo harding', 'name')).not.toEqual([]);
  });

  it('beside a name leaves it one', () => {
    expect(formsOf('Maple Harding, mapletoys.com', 'name')).toEqual([{ words: 'Maple Harding' }]);
  });
});
