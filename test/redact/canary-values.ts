/** Personal values of every kind, made up from a seed, as people type them and as they say them. */
import { digits, pick, type Random } from '../support/seeded.js';

const nonZero = (random: Random) => `${1 + Math.floor(random() * 9)}`;
const two = (number: number) => `${number}`.padStart(2, '0');

const firstNames =
  'Jane Amir Zoë Priya Tomasz Siobhan Liam Mei Olu Fatima Grace Will Harriet Dmitri Aaliyah Jürgen Chidi Rosa Callum Ingrid Kwame Beatriz Nikhil Maeve Stefan Yusuf Leila Hugo Anneke Rhys'.split(
    ' ',
  );
const lastNames =
  "Doe Okafor O'Neill Müller Kowalski Patel Smith-Jones McDonald Nguyen Harding Fernández Adeyemi Lindqvist Marsh Brown Khan Petrov Ivanova Thistlewood Bianchi Yamamoto Cooper Wright Bell Underhill Achterberg Tanaka Novak Silva Price".split(
    ' ',
  );
const streets = [
  'High Street',
  'Church Lane',
  'Victoria Road',
  'Mill Close',
  'Acacia Avenue',
  'Station Rd',
  'Kings Drive',
  'Park View Terrace',
  'Old Oak Way',
  'Canal Walk',
  'St Mary Gardens',
  'Elm Grove',
];
const months = 'January Feb March April May June Jul August Sept October Nov December'.split(' ');
const monthNames =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const digitNames = 'zero one two three four five six seven eight nine'.split(' ');
const radio: Record<string, string> = Object.fromEntries(
  'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey x-ray yankee zulu'
    .split(' ')
    .map((word) => [word.slice(0, 1), word]),
);
const teens =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** 1 to 99 in words. */
function inWords(number: number): string {
  if (number < 10) return digitNames[number] ?? '';
  if (number < 20) return teens[number - 10] ?? '';
  const rest = number % 10;
  return `${tens[Math.floor(number / 10) - 2]}${rest === 0 ? '' : ` ${digitNames[rest]}`}`;
}
const ordinalInWords = (day: number): string =>
  day <= 20 ? (ordinals[day - 1] ?? '') : `twenty ${ordinals[day - 21] ?? ''}`;

/** Digits one by one, with "oh", "double" and "triple" as people say them. */
function spokenDigits(number: string, random: Random): string {
  const oh = random() < 0.6;
  const repeats = random() < 0.5;
  const words: string[] = [];
  for (let at = 0; at < number.length; ) {
    const digit = number[at] ?? '';
    const name = digit === '0' && oh ? 'oh' : (digitNames[Number(digit)] ?? digit);
    const run = /^(.)\1*/.exec(number.slice(at))?.[0].length ?? 1;
    const times = repeats ? Math.min(run, 3) : 1;
    words.push(times === 3 ? `triple ${name}` : times === 2 ? `double ${name}` : name);
    at += times;
  }
  return words.join(' ');
}

/** Letters and digits one by one: "s w one a", "sierra whiskey 1 alpha", "S for sugar". */
function spelled(code: string, random: Random): string {
  const style = pick(['letters', 'radio', 'mixed'], random);
  const figures = random() < 0.5;
  return Array.from(code.toLowerCase().replace(/[^a-z\d]/g, ''), (character) => {
    if (/\d/.test(character)) return figures ? character : (digitNames[Number(character)] ?? '');
    const isRadio = style === 'radio' || (style === 'mixed' && random() < 0.3);
    return isRadio ? (radio[character] ?? character) : character;
  }).join(' ');
}

const plainLetters = (name: string) => name.normalize('NFD').replace(/[^\w]/g, '').toLowerCase();

function phone(random: Random): string {
  const rest = digits(6, random);
  return pick(
    [
      `07700 ${rest}`,
      `07700${rest}`,
      `+44 7700 ${rest.slice(0, 3)} ${rest.slice(3)}`,
      `+447700${rest}`,
      `(0161) 496 ${digits(4, random)}`,
      `020 7946 ${digits(4, random)}`,
      `07700-${rest.slice(0, 3)}-${rest.slice(3)}`,
      `+1 415 555 ${digits(4, random)}`,
      `0044 7700 ${rest}`,
      `07700.${rest.slice(0, 3)}.${rest.slice(3)}`,
    ],
    random,
  );
}

function email(random: Random): string {
  const first = plainLetters(pick(firstNames, random));
  const last = plainLetters(pick(lastNames, random));
  const host = pick(['example.com', 'mail.example.org', 'example.co.uk'], random);
  return pick(
    [
      `${first}.${last}@${host}`,
      `${first}${digits(2, random)}@${host}`,
      `${first.toUpperCase()}_${last}@${host}`,
      `${first}+${last}@${host}`,
      `${first}@${host}`,
      `${first} (at) ${host}`,
    ],
    random,
  );
}

function spokenEmail(random: Random): string {
  const first = plainLetters(pick(firstNames, random));
  const last = plainLetters(pick(lastNames, random));
  const host = pick(
    ['example dot com', 'mail dot example dot org', 'example dot co dot uk'],
    random,
  );
  return pick(
    [
      `${first} dot ${last} at ${host}`,
      `${first} underscore ${last} at ${host}`,
      `${first} ${inWords(20 + Math.floor(random() * 70))} at ${host}`,
      `${first}${digits(2, random)} at ${host}`,
      `${Array.from(first).join(' ')} at ${host}`,
      `${first} at ${host}`,
    ],
    random,
  );
}

const luhnDoubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
const passesLuhn = (number: string) =>
  Array.from(number)
    .reverse()
    .map((digit, i) => (i % 2 === 0 ? Number(digit) : (luhnDoubled[Number(digit)] ?? 0)))
    .reduce((a, b) => a + b, 0) %
    10 ===
  0;

function cardDigits(random: Random): string {
  const body = pick(
    [`4${digits(14, random)}`, `5${digits(14, random)}`, `37${digits(12, random)}`],
    random,
  );
  return Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find(passesLuhn) ?? body;
}

function card(random: Random): string {
  const number = cardDigits(random);
  if (number.length === 15)
    return pick([number, number.replace(/^(\d{4})(\d{6})/, '$1 $2 ')], random);
  return pick(
    [number, number.replace(/(\d{4})(?=\d)/g, '$1 '), number.replace(/(\d{4})(?=\d)/g, '$1-')],
    random,
  );
}

function ibanCompact(random: Random): string {
  const account = digits(14, random);
  // NWBK as numbers (N is 23), then the account, then GB as numbers and room for the check digits.
  const check = 98n - (BigInt(`23321120${account}161100`) % 97n);
  return `GB${two(Number(check))}NWBK${account}`;
}

const iban = (random: Random) => {
  const compact = ibanCompact(random);
  return pick([compact, compact.replace(/(.{4})(?=.)/g, '$1 '), compact.toLowerCase()], random);
};

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
      `40-4${digits(1, random)}-${digits(2, random)}`,
      `7XK${digits(2, random)}QP`,
    ],
    random,
  );
}

const spokenAccount = (random: Random) =>
  pick(
    [
      spokenDigits(nonZero(random) + digits(7, random), random),
      spelled(`${pick(['ab', 'px', 'kt'], random)}${digits(6, random)}`, random),
    ],
    random,
  );

const nationalId = (random: Random) =>
  pick(
    [
      `AB ${digits(2, random)} ${digits(2, random)} ${digits(2, random)} C`,
      `AB${digits(6, random)}D`,
      `1${digits(2, random)}-4${digits(1, random)}-${digits(4, random)}`,
    ],
    random,
  );

interface Day {
  day: number;
  /** From 0. */
  month: number;
  year: number;
}
const birthday = (random: Random): Day => ({
  day: 1 + Math.floor(random() * 28),
  month: Math.floor(random() * 12),
  year: 1940 + Math.floor(random() * 65),
});

function dateOfBirth(random: Random): string {
  const { day, month, year } = birthday(random);
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

function spokenBirthday(random: Random): string {
  const { day, month, year } = birthday(random);
  const name = monthNames[month] ?? 'may';
  const spokenYear =
    year < 2000
      ? `nineteen ${inWords(year % 100)}`
      : `two thousand${year === 2000 ? '' : ` and ${inWords(year % 100)}`}`;
  return pick(
    [
      `the ${ordinalInWords(day)} of ${name} ${spokenYear}`,
      `${name} ${ordinalInWords(day)} ${spokenYear}`,
      `${day}th of ${name} ${year}`,
      `${ordinalInWords(day)} of the ${ordinalInWords(month + 1)} ${spokenYear}`,
      `${day}th of the ${month + 1}th ${year}`,
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

const spokenAddress = (random: Random) => {
  const street = pick(streets, random).toLowerCase().replace(/ rd$/, ' road');
  const number = 1 + Math.floor(random() * 98);
  return pick(
    [
      `${inWords(number)} ${street}`,
      `${number} ${street}`,
      `flat ${inWords(1 + Math.floor(random() * 8))} ${inWords(number)} ${street}`,
    ],
    random,
  );
};

const name = (random: Random) => `${pick(firstNames, random)} ${pick(lastNames, random)}`;

export type Make = (random: Random) => string;

/** How values of each kind are typed, and how they are said: lower case, without signs. */
export const makers: Record<string, { typed: Make; voice: Make }> = {
  phone: {
    typed: phone,
    voice: (random) =>
      pick(
        [
          spokenDigits(`07700${digits(6, random)}`, random),
          `plus four four ${spokenDigits(`7700${digits(6, random)}`, random)}`,
          Array.from(`07700${digits(6, random)}`).join(' '),
        ],
        random,
      ),
  },
  email: { typed: email, voice: spokenEmail },
  card: { typed: card, voice: (random) => spokenDigits(cardDigits(random), random) },
  iban: { typed: iban, voice: (random) => spelled(ibanCompact(random), random) },
  account: { typed: account, voice: spokenAccount },
  national_id: {
    typed: nationalId,
    voice: (random) => spelled(`ab${digits(6, random)}c`, random),
  },
  date_of_birth: { typed: dateOfBirth, voice: spokenBirthday },
  postcode: { typed: postcode, voice: (random) => spelled(postcode(random), random) },
  address: { typed: address, voice: spokenAddress },
  name: { typed: name, voice: (random) => name(random).toLowerCase().replace('-', ' ') },
};
/** A name letter by letter, as it is spelled when it was asked for. */
export const spelledName: Make = (random) =>
  Array.from(plainLetters(pick(lastNames, random))).join(' ');
/** One name alone, which no text by itself gives away. */
export const bareName: Make = (random) =>
  pick([pick(firstNames, random), pick(firstNames, random).toLowerCase(), name(random)], random);
