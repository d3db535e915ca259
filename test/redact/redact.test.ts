import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { english } from '../../src/language/en/english.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { tokensIn } from '../../src/text/tokens.js';

const redactor = createRedactor({
  language: english,
  digest: createDigest(Buffer.from('a key')),
  region: 'GB',
});
const { redact } = redactor;

/** A value, the kind that its token must have, and words that must survive around it. */
const personal: [kind: string, text: string, value: string][] = [
  ['phone', 'call me on 07700 900123 please', '07700 900123'],
  ['phone', 'my number is +44 (0)7700 900123, thanks', '+44 (0)7700 900123'],
  [
    'phone',
    "it's oh seven seven double oh nine double oh one two three",
    'oh seven seven double oh nine double oh one two three',
  ],
  ['phone', 'ring 020 7946 0958 at 10:30', '020 7946 0958'],
  ['email', 'mail jane.doe@Example.com.', 'jane.doe@Example.com'],
  ['email', 'my email is jane dot doe at example dot com ok', 'jane dot doe at example dot com'],
  ['card', 'card 4111 1111 1111 1111 exp 12/27', '4111 1111 1111 1111'],
  ['iban', 'pay to GB29 NWBK 6016 1331 9268 19 please', 'GB29 NWBK 6016 1331 9268 19'],
  ['account', 'my account number is 12345678', '12345678'],
  ['account', 'the sort code is 12-34-56 there', '12-34-56'],
  ['name', "Thanks for waiting, it's Maya. I see it", 'Maya'],
  ['account', 'order ORD-48291 is late', 'ORD-48291'],
  ['account', 'just chasing 457-505-6, is it a yes', '457-505-6'],
  ['account', 'should be 703 430 9 then', '703 430 9'],
  ['account', 'it says 8070-9220 on top', '8070-9220'],
  ['account', 'yeah its 1929 2051 I think', '1929 2051'],
  ['account', 'my ref is AB1234', 'AB1234'],
  ['account', 'it is K26 504683 I think', 'K26 504683'],
  ['account', 'it is K26 504-683 I think', 'K26 504-683'],
  ['account', 'booking reference XKQJPT for two', 'XKQJPT'],
  ['national_id', 'my number QQ 12 34 56 C is on the letter', 'QQ 12 34 56 C'],
  ['national_id', 'ssn 123-45-6789', '123-45-6789'],
  ['national_id', 'my passport number is 533401234', '533401234'],
  ['date_of_birth', 'born on 5 March 2015', '5 March 2015'],
  ['date_of_birth', 'it is 05/03/1985', '05/03/1985'],
  [
    'date_of_birth',
    'the fifth of march nineteen eighty five',
    'the fifth of march nineteen eighty five',
  ],
  ['postcode', 'we are in SW1A 1AA near the park', 'SW1A 1AA'],
  ['postcode', 'my zip code is 90210', '90210'],
  ['address', 'I live at 12 High Street in town', '12 High Street'],
  ['address', 'es ist die Hauptstraße 12', 'Hauptstraße 12'],
  ['address', 'elle habite 12 rue de la Paix maintenant', '12 rue de la Paix'],
  ['address', 'we moved to Rue de la Loi 41 last week', 'Rue de la Loi 41'],
  ['address', 'to Calle del Carmen 5 please', 'Calle del Carmen 5'],
  ['address', 'he is at Via Garibaldi 7 now', 'Via Garibaldi 7'],
  ['address', 'send it to Kerkstraat 108b instead', 'Kerkstraat 108b'],
  ['address', 'from Storgatan 14 to here', 'Storgatan 14'],
  ['address', 'she lives at ul. Długa 3 there', 'ul. Długa 3'],
  ['address', 'the office is Fő utca 22 now', 'Fő utca 22'],
  ['address', 'deliver to 12/34 Church Road today', '12/34 Church Road'],
  [
    'address',
    'its forty five ninety county road twelve in longmont',
    'forty five ninety county road twelve',
  ],
  [
    'address',
    'so twenty ninety five south mulberry lane',
    'twenty ninety five south mulberry lane',
  ],
  ['account', 'the serial 35315 89675 70792 please', '35315 89675 70792'],
  [
    'address',
    'parcel for 138 Consul Plaza, Apt. 50, Broomfield 57006 is lost',
    '138 Consul Plaza, Apt. 50, Broomfield 57006',
  ],
  [
    'address',
    'it is 20 Larch\n Suite 845\n Sion\n Switzerland 05377',
    '20 Larch\n Suite 845\n Sion\n Switzerland 05377',
  ],
  ['address', 'the flat is apt 297 in there', 'apt 297'],
  ['postcode', 'he is from Berlin 10115 he says', '10115'],
  ['postcode', 'we are in 75011 Paris now', '75011'],
  ['postcode', 'they moved to 90211, she says', '90211'],
  ['postcode', 'it was 02139 before', '02139'],
  ['postcode', 'my zip code has changed to 1234 this year', '1234'],
  ['national_id', "my driver's license number is D1234567", 'D1234567'],
  ['ip', 'it came from 192.168.14.7 last night', '192.168.14.7'],
  ['ip', 'its address is 00:1B:44:11:3A:B7 on the label', '00:1B:44:11:3A:B7'],
  ['name', 'my name is jane doe and i need help', 'jane doe'],
  ['name', 'this is Jane Doe speaking', 'Jane Doe'],
  ['name', "I'm Jane Doe and I lost my card", 'Jane Doe'],
  ['name', 'Hi Mr Smith, how can I help?', 'Smith'],
  ['name', 'Hi John, how are you?', 'John'],
  ['name', "Hello, I'm Ben and I want a room", 'Ben'],
  ['name', 'hello callum speaking how may i help', 'callum'],
  ['name', 'Hello, Maya speaking.', 'Maya'],
  ['name', 'Hi there, Callum taking over.', 'Callum'],
  ['name', 'hi Tom here, what do you need', 'Tom'],
  ['name', "hi it's Callum, what seems to be the problem?", 'Callum'],
  ['name', 'Good day, this is Susan.', 'Susan'],
  ['name', 'her name is Alexis', 'Alexis'],
  [
    'url',
    'open https://jane:secret@bank.example/login now',
    'https://jane:secret@bank.example/login',
  ],
];

/** Near twins of the above that nobody could be found by. */
const ordinary = [
  'the suite 12 was lovely',
  'unit 3 of the course, page 20, was hard',
  'it was founded in Cheb 2, which later became Rodan Films in 1980.',
  'we drove 12345 miles to Paris',
  'Please go to the gate 14, then wait',
  'an excellent brigade 5 years ago, a blockade 2 years later',
  'see Miller et al. Smith 2005',
  'my zip file has 1200 pages',
  'it starts in 2026, and ends in 2027.',
  'I have 2 kids, a dog, and a flat',
  'the month ending 31 March',
  'hello anybody here',
  'hi still here',
  'hello, is anyone here',
  'hi there, thanks for taking over',
  "hi it's broken, can you help",
  "hello it's about my order",
  'I want to pay £25.50 today',
  'it costs 25 dollars and 30 cents, or 1 000 000 points',
  'from 100-200 people between 2019-2020',
  'from 1500-2000 at 10-12-5',
  'a table for 4 at 7:30 pm on 5 March 2026',
  'an appointment on 2026-03-05 at 10:30, not March 7th',
  'from 12/04/2026 to 15/04/2026',
  'a birthday party on 5 March 2026 for 10 people',
  'I was born in London',
  'junction 5 of the M25 125 miles on',
  'Hello I need help with my card',
  'Hi there, my card is broken.',
  "I'm Having Trouble with this",
  "I'm from London and I am In New York",
  'my name is on the account and my name is spelled wrong',
  'the shop is 20 minutes down the road',
  'I waited 45 minutes, this is ridiculous, is anybody here',
  'MacBook M1 8GB and iPhone 12',
  'flight BA123 leaves at 10 30',
  'borrow 250000 over 25 years',
  'the card ending in 1234',
  'one two three, testing, from ten to twelve',
  'open 24/7 at example.com or https://example.com/help',
  'Thank you, Goodbye.',
  'please call me back on Friday',
  'meet me at the station, dot the letters',
  'I AM VERY ANGRY ABOUT THIS',
  "it's Monday here",
  "I'm Vegetarian and this is Great",
  'this is Unacceptable.',
  'I am Tired of this',
];

describe('of a number or a code that is hidden', () => {
  const shapesIn = (text: string, asked: string[] = []) =>
    redactor.redactWithSpans(text, [], { asked }).codeShapes;

  it('its shape is kept, in the order of the text', () => {
    expect(shapesIn('my account number is 12345678')).toEqual(['d8']);
    expect(shapesIn('booking reference XKQJPT for two, my ref is AB1234')).toEqual(['l6', 'l2d4']);
    expect(shapesIn('one two three four five six seven', ['account'])).toEqual(['d7']);
  });

  it('and of no other kind of value, nor of a few digits whose number the token says', () => {
    expect(shapesIn('call me on 07700 900123 please')).toEqual([]);
    expect(shapesIn('nothing to hide')).toEqual([]);
  });
});

describe('redact', () => {
  it.each(personal)('puts a %s token into "%s"', (kind, text, value) => {
    const redacted = redact(text);
    const [token, ...others] = tokensIn(redacted);
    expect(others).toEqual([]);
    expect(redacted).toBe(text.replace(value, `⟨${kind}:${token?.hash}⟩`));
    expect(redactor.digestValue(value)?.startsWith(token?.hash ?? 'none')).toBe(true);
  });

  it.each(ordinary)('leaves "%s" alone', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    '[NAME] lives at {ADDRESS}, ⟨phone:9f2c41⟩',
    'card ****1234 of <NAME> on {{date}}',
    'my name is [FIRST NAME] and my dob is ⟨date_of_birth:1a2b3c⟩',
  ])('leaves the placeholders of "%s"', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('gives one value one token, however it is spelled', () => {
    const spellings = [
      '07700 900123',
      '+447700900123',
      'oh seven seven double oh nine double oh one two three',
    ];
    const tokens = spellings.map((phone) => redact(`it is ${phone}`));
    expect(new Set(tokens).size).toBe(1);
    expect(redact('it is 07700 900124')).not.toBe(tokens[0]);
  });

  it.each([
    ['775412446', 'glad you ask seven seven five and then four one two and then double four six'],
    ['783669975', 'it says 783 66, 99 then 75'],
    ['2085550168', 'so two oh eight five five five oh one sixty eight'],
  ])('gives %s one token, also where it is told in pieces', (number, text) => {
    expect(tokensIn(redact(text))[0]?.hash).toBe(redactor.digestValue(number)?.slice(0, 6));
  });

  it.each([
    'one then two then three people',
    'it took 20 minutes then 30 minutes then 100',
    'on the second of may then the third of june',
    'press 1 then 2 then 3',
  ])('takes "%s" for no number in pieces', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('gives one address one token, with its town and flat or without', () => {
    const tellings = [
      '7694 south mulberry lane, apt 3, arvada',
      'seventy six ninety four South Mulberry Ln',
      'it is 7694 South Mulberry Lane in Arvada',
    ];
    const hashes = tellings.map((text) => tokensIn(redact(text))[0]?.hash);
    expect(new Set(hashes).size).toBe(1);
  });

  it('gives tokens that say nothing under another key', () => {
    const other = createRedactor({
      language: english,
      digest: createDigest(Buffer.from('another')),
      region: 'GB',
    });
    expect(other.redact('a@example.com')).not.toBe(redact('a@example.com'));
  });

  it('changes nothing the second time', () => {
    const part = fc.oneof(
      fc.constantFrom(...personal.flatMap(([, text, value]) => [text, value]), ...ordinary),
      fc.string(),
      fc.stringMatching(/^[-+ 0-9a-zA-Z:.,@#/]{1,20}$/),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const once = redact(parts.join(' '));
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not hang on long rows of one character', () => {
    for (const part of [
      '1',
      '1 ',
      'a',
      'A1-',
      'one ',
      'a@',
      'John ',
      'my name is ',
      '12 a ',
      '+',
      '1.',
      'a dot ',
    ])
      expect(redact(part.repeat(5000)).length).toBeGreaterThan(0);
  });
});

describe('redactWithSpans', () => {
  it('moves the places of slot values, and widens a part of a value to its token', () => {
    const raw = 'call 07700 900123 on Friday and mail a@b.com now';
    const place = (part: string) => [raw.indexOf(part), raw.indexOf(part) + part.length] as const;
    const { text, spans } = redactor.redactWithSpans(
      raw,
      ['call', '07700 900123', '900123', 'Friday', 'a@b.com', 'now'].map(place),
    );
    const parts = spans.map(([start, end]) => text.slice(start, end));
    const [phone, email] = tokensIn(text).map(({ start, end }) => text.slice(start, end));
    expect(parts).toEqual(['call', phone, phone, 'Friday', email, 'now']);
  });
});

describe('identity', () => {
  it('is the same hash for every spelling, and the same as that of the value in a text', () => {
    const one = redactor.identity({
      phone: '07700 900123',
      email: 'Jane@Example.com ',
      account: '12-34 5678',
    });
    const two = redactor.identity({
      phone: '+44 7700 900123',
      email: 'jane@example.com',
      account: '12345678',
    });
    expect(one).toEqual(two);
    expect(one.phone).toBe(redactor.digestValue('07700900123'));
    expect(redact('my account 12345678')).toContain(one.account?.slice(0, 6) ?? 'none');
    expect(redactor.identity({ phone: '07700 900124' }).phone).not.toBe(one.phone);
    for (const email of ['Jane <jane@example.com>', 'mailto:jane@example.com'])
      expect(redactor.identity({ email }).email).toBe(one.email);
  });

  it('has nothing where the record has nothing', () => {
    expect(redactor.identity({ phone: ' ', email: '', account: '--' })).toEqual({});
  });
});

describe('scrubId', () => {
  it.each([
    'whatsapp:+447700900123',
    '447911123456',
    'jane@example.com',
    'web-+447700900123-1',
    'sms:07700900123',
  ])('hides the customer in %s', (id) => {
    const scrubbed = redactor.scrubId(id);
    expect(scrubbed).toMatch(/⟨(?:phone|email):[0-9a-f]{16}⟩/);
    expect(scrubbed).not.toMatch(/900123|123456|jane/);
    expect(redactor.scrubId(scrubbed)).toBe(scrubbed);
  });

  it.each([
    'session-42',
    '12345678',
    '1717171717171',
    '3f2b8a9c-aaaa-bbbb-cccc-0123456789ab',
    '+',
    'a+b',
  ])('leaves the ordinary id %s', (id) => {
    expect(redactor.scrubId(id)).toBe(id);
  });
});

describe('redact after a question', () => {
  const asking = createRedactor({
    language: english,
    digest: createDigest(Buffer.from('a key')),
    region: 'GB',
    lexicon: readLexicon('en', fileURLToPath(new URL('../..', import.meta.url))),
  });
  const answer = (text: string, ...asked: string[]) => asking.redact(text, { asked });

  it.each([
    ['phone', '+44 (0)7700 900123', '07700 900123'],
    ['phone', 'oh double seven double oh nine double oh one two three', '07700900123'],
    ['postcode', 'sierra whiskey one alpha one alpha alpha', 'SW1A 1AA'],
    ['date_of_birth', '5th of the 3rd 85', '1985-03-05'],
    ['email', 'jane underscore doe at example dot com', 'jane_doe@example.com'],
    ['name', 'Jane Doe', 'jane doe'],
  ])('hashes the %s "%s" as %s', (kind, said, written) => {
    const hash = asking.digestValue(written)?.slice(0, 6);
    expect(answer(said, kind)).toBe(`⟨${kind}:${hash}⟩`);
  });

  it('tells the last digits of a number from the number', () => {
    expect(answer('8714', 'account')).toMatch(/^⟨four_digits:\w{6}⟩$/);
    expect(answer('eight seven one four', 'account')).toBe(answer('8714', 'account'));
    expect(answer('87145522', 'account')).toMatch(/^⟨account:\w{6}⟩$/);
  });

  it('hides one value of each kind that was asked for', () => {
    expect(answer('Jane Doe, SW1A 1AA', 'name', 'postcode')).toMatch(
      /^⟨name:\w+⟩, ⟨postcode:\w+⟩$/,
    );
  });

  it('changes nothing the second time, and nothing that is no answer', () => {
    const once = answer('jane doe, s w 1 a 1 a a', 'name', 'postcode');
    expect(answer(once, 'name', 'postcode')).toBe(once);
    for (const text of ['why do you ask', 'I do not know', 'let me look', 'no thanks'])
      expect(answer(text, 'name', 'postcode', 'phone', 'email', 'date_of_birth')).toBe(text);
  });
});
