/** Personal values of every kind, made up from a seed, in the sentences in which customers and agents say them. */
export interface Canary {
  kind: string;
  value: string;
  text: string;
}

type Random = () => number;

/** Mulberry32: 32 bits of state are enough for a corpus. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(list: readonly [T, ...T[]], random: Random): T =>
  list[Math.floor(random() * list.length)] ?? list[0];
const digits = (count: number, random: Random) =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const nonZero = (random: Random) => `${1 + Math.floor(random() * 9)}`;
const two = (number: number) => `${number}`.padStart(2, '0');

const firstNames = [
  'Jane',
  'Amir',
  'Zoë',
  'Priya',
  'Tomasz',
  'Siobhan',
  'Liam',
  'Mei',
  'Olu',
  'Fatima',
  'Grace',
  'Will',
] as const;
const lastNames = [
  'Doe',
  'Okafor',
  "O'Neill",
  'Müller',
  'Kowalski',
  'Patel',
  'Smith-Jones',
  'McDonald',
  'Nguyen',
  'van Dyke',
] as const;
const streets = [
  'High Street',
  'Church Lane',
  'Victoria Road',
  'Mill Close',
  'Acacia Avenue',
  'Station Rd',
  'Kings Drive',
  'Park View Terrace',
] as const;
const months = [
  'January',
  'Feb',
  'March',
  'April',
  'May',
  'June',
  'Jul',
  'August',
  'Sept',
  'October',
  'Nov',
  'December',
] as const;
const digitNames = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
] as const;

const spoken = (number: string) =>
  Array.from(number, (digit) => digitNames[Number(digit)] ?? digit).join(' ');

function phone(random: Random): string {
  const rest = digits(6, random);
  const mobile = `07700 ${rest}`;
  return pick(
    [
      mobile,
      mobile.replace(' ', ''),
      `+44 7700 ${rest.slice(0, 3)} ${rest.slice(3)}`,
      `+447700${rest}`,
      `(0161) 496 ${digits(4, random)}`,
      `020 7946 ${digits(4, random)}`,
      `07700-${rest.slice(0, 3)}-${rest.slice(3)}`,
      spoken(`07700${rest}`),
      spoken(`07700${rest}`)
        .replace('seven seven', 'double seven')
        .replace('zero zero', 'double oh'),
      `+1 415 555 ${digits(4, random)}`,
    ],
    random,
  );
}

function email(random: Random): string {
  const first = pick(firstNames, random).normalize('NFD').replace(/\W/g, '').toLowerCase();
  const last = pick(lastNames, random).normalize('NFD').replace(/\W/g, '').toLowerCase();
  const host = pick(['example.com', 'mail.example.org', 'example.co.uk'], random);
  return pick(
    [
      `${first}.${last}@${host}`,
      `${first}${digits(2, random)}@${host}`,
      `${first.toUpperCase()}_${last}@${host}`,
      `${first} dot ${last} at ${host.replaceAll('.', ' dot ')}`,
      `${first}+${last}@${host}`,
    ],
    random,
  );
}

function card(random: Random): string {
  const body = `4${digits(14, random)}`;
  const check =
    Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find(passesLuhn) ?? body;
  return pick(
    [check, check.replace(/(\d{4})(?=\d)/g, '$1 '), check.replace(/(\d{4})(?=\d)/g, '$1-')],
    random,
  );
}

function passesLuhn(number: string): boolean {
  const sum = Array.from(number)
    .reverse()
    .map((digit, i) =>
      i % 2 === 0 ? Number(digit) : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0),
    )
    .reduce((a, b) => a + b, 0);
  return sum % 10 === 0;
}

function iban(random: Random): string {
  const account = digits(14, random);
  // NWBK as numbers (N is 23), then the account, then GB as numbers and room for the check digits.
  const check = 98n - (BigInt(`23321120${account}161100`) % 97n);
  const compact = `GB${two(Number(check))}NWBK${account}`;
  return pick([compact, compact.replace(/(.{4})(?=.)/g, '$1 ')], random);
}

function account(random: Random): string {
  const letters = pick(['AB', 'ORD', 'REF', 'CUS', 'PX'], random);
  const number = nonZero(random) + digits(7, random);
  return pick(
    [
      number,
      `${number.slice(0, 4)} ${number.slice(4)}`,
      `${number.slice(0, 4)}-${number.slice(4)}`,
      `${letters}${digits(6, random)}`,
      `${letters}-${digits(5, random)}`,
      `${digits(2, random)}-${digits(2, random)}-${digits(2, random)}`.replace(/^\d\d-\d/, '40-4'),
      `7XK${digits(2, random)}QP`,
      spoken(number),
    ],
    random,
  );
}

const nationalId = (random: Random) =>
  pick(
    [
      `AB ${digits(2, random)} ${digits(2, random)} ${digits(2, random)} C`,
      `AB${digits(6, random)}D`,
      `1${digits(2, random)}-4${digits(1, random)}-${digits(4, random)}`,
    ],
    random,
  );

function dateOfBirth(random: Random): string {
  const day = 1 + Math.floor(random() * 28);
  const month = Math.floor(random() * 12);
  const year = 1940 + Math.floor(random() * 65);
  const name = months[month] ?? 'May';
  return pick(
    [
      `${two(day)}/${two(month + 1)}/${year}`,
      `${day}.${month + 1}.${year}`,
      `${year}-${two(month + 1)}-${two(day)}`,
      `${day} ${name} ${year}`,
      `${name} ${day}th, ${year}`,
      `the ${day}th of ${name} ${year}`,
      `${two(day)}-${two(month + 1)}-${year}`,
    ],
    random,
  );
}

const postcode = (random: Random) =>
  pick(
    [
      `SW${nonZero(random)}A ${nonZero(random)}AA`,
      `NW${nonZero(random)} ${nonZero(random)}BY`,
      `m${nonZero(random)}${nonZero(random)} ${nonZero(random)}ae`,
      `LS${nonZero(random)}${nonZero(random)}DG`,
    ],
    random,
  );

const address = (random: Random) => {
  const street = pick(streets, random);
  return pick(
    [
      `${nonZero(random)}${digits(1, random)} ${street}`,
      `Flat ${nonZero(random)}, ${nonZero(random)} ${street}`,
      `${nonZero(random)}b ${street.toLowerCase()}`,
    ],
    random,
  );
};

const name = (random: Random) => `${pick(firstNames, random)} ${pick(lastNames, random)}`;

type Kind = [
  kind: string,
  make: (random: Random) => string,
  contexts: readonly [string, ...string[]],
];
const anywhere = [
  'it is _',
  'yes, _ thanks',
  '_',
  'Sure. _ is the one.',
  'I said _ already!',
  'so that was _, correct?',
  'ok _ please hurry',
] as const;
const kinds: readonly [Kind, ...Kind[]] = [
  [
    'phone',
    phone,
    [
      ...anywhere,
      'call me on _',
      'my number is _ and I am at home',
      'Ring _ after 5 pm',
      'you can reach me at _.',
    ],
  ],
  ['email', email, [...anywhere, 'mail me: _', 'my email is _', 'send the invoice to _ today']],
  ['card', card, [...anywhere, 'my card number is _ and it expires 12/27', 'the long number: _']],
  ['iban', iban, [...anywhere, 'pay it to _ please', 'my IBAN: _.']],
  [
    'account',
    account,
    [
      ...anywhere,
      'my account number is _',
      'order _ never came',
      'the reference is _, I think',
      'account _ with you',
    ],
  ],
  ['national_id', nationalId, [...anywhere, 'my national insurance number is _', 'ssn: _']],
  [
    'date_of_birth',
    dateOfBirth,
    [...anywhere, 'I was born on _', 'my date of birth is _', 'DOB _ for the record'],
  ],
  ['postcode', postcode, [...anywhere, 'my postcode is _', 'I moved to _ last week']],
  ['address', address, [...anywhere, 'I live at _', 'deliver it to _, London', 'the address is _']],
  [
    'name',
    name,
    [
      'my name is _',
      'My name is _ and I have a problem',
      'this is _ speaking',
      "Hello, I'm _ from Leeds",
      'Hi Mr _, how can I help you?',
      "you're speaking with _",
      'the name on the account is _',
      'Thank you, _.',
      'I am _, I called before',
      'full name: _',
    ],
  ],
];

export function canaries(count: number, seed: number): Canary[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const [kind, make, contexts] = pick(kinds, random);
    const value = make(random);
    return { kind, value, text: pick(contexts, random).replace('_', () => value) };
  });
}

export const ordinarySentences = [
  'Hello, how can I help you today?',
  'Hi there! Thanks for getting in touch with us.',
  'I want to know why my bill is £42.10 higher than in March',
  'can you book a table for two on Friday at 7 pm',
  'My delivery was due on 12/05/2026 and it is still not here',
  'no that is not what I asked for',
  'please cancel the order that I made yesterday',
  'Could you tell me your account number, please?',
  'What is your date of birth?',
  'I have been waiting for 45 minutes and nobody answers',
  'the engineer comes between 8 and 12 on the 3rd of June',
  'My broadband is down to 2 Mbps, I pay for 100',
  'The interest rate is 4.5% over 25 years on £250,000',
  'I would like to speak to a human being',
  'it says error 404 when I open the page',
  'You are number 3 in the queue.',
  'Your balance is $1,250.00 and the minimum payment is $35',
  'we stayed 3 nights in room 12 with 2 children',
  'My name is on the waiting list, is it not?',
  'I am Really Upset About This',
  'Sorry, I did not get that. Could you say it again?',
  'Is it open on Christmas Day from 10:00 to 16:00?',
  'the third one, not the second one',
  'I need one or two of them by Monday 4 May 2026',
  'Thank you, bye.',
  'My iPhone 15 has iOS 18 and 256 GB',
  'I sent 3 emails and made 2 calls last week',
  'Does the 10:45 train from platform 9 stop there?',
  'take the A40 for 20 miles, then the M5',
  'I drive down that road every day',
  'Good morning, I have a question about my policy',
  'it is about 5 to 10 percent of 3000 people',
  'This is taking forever, I am calling again tomorrow',
  'between 2024 and 2025 I paid 12 times 30 pounds',
  'I was charged twice for the same thing',
  'My password does not work, what do I do here?',
];
