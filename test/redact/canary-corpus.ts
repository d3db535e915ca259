/** Planted personal values in the sentences in which customers and agents say them. */

import { pick, type Random, seeded } from '../support/seeded.js';
import { bareName, type Make, makers, spelledName } from './canary-values.js';

export interface Canary {
  kind: string;
  spelling: 'typed' | 'voice';
  value: string;
  text: string;
  /** What the other side said before, where the text alone does not give the value away. */
  question?: string;
}

const anywhere = [
  'it is _',
  'yes, _ thanks',
  '_',
  'Sure. _ is the one.',
  'I said _ already!',
  'so that was _, correct?',
  'ok _ please hurry',
];
const inTyped: Record<string, readonly string[]> = {
  phone: [
    ...anywhere,
    'call me on _',
    'my number is _ and I am at home',
    'Ring _ after 5 pm',
    'you can reach me at _.',
    'text _ or write',
  ],
  email: [...anywhere, 'mail me: _', 'my email is _', 'send the invoice to _ today', '(_)'],
  card: [...anywhere, 'my card number is _ and it expires 12/27', 'the long number: _', 'charge _'],
  iban: [...anywhere, 'pay it to _ please', 'my IBAN: _.', 'transfer from _ failed'],
  account: [
    ...anywhere,
    'my account number is _',
    'order _ never came',
    'the reference is _, I think',
    'account _ with you',
  ],
  national_id: [...anywhere, 'my national insurance number is _', 'ssn: _', 'NI number _ please'],
  date_of_birth: [...anywhere, 'I was born on _', 'my date of birth is _', 'DOB _ for the record'],
  postcode: [...anywhere, 'my postcode is _', 'I moved to _ last week', 'deliver to _ please'],
  address: [...anywhere, 'I live at _', 'deliver it to _, London', 'the address is _'],
  name: [
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
};
const said = ['it is _', 'yes _ thanks', '_', 'um _ please', "it's _"];
const inVoice: Record<string, readonly string[]> = {
  phone: [...said, 'my number is _ and i am at home', 'call me on _'],
  email: [...said, 'my email is _', 'send it to _ please'],
  card: [...said, 'my card number is _', 'the long number is _ okay'],
  iban: [...said, 'the iban is _'],
  account: [...said, 'my account number is _', 'the reference is _ i think'],
  national_id: [...said, 'my national insurance number is _'],
  date_of_birth: [...said, 'i was born on _', 'my date of birth is _'],
  postcode: [...said, 'my postcode is _', 'the post code is _ thanks'],
  address: ['i live at _', 'my address is _', 'yes _ thanks', 'it is _'],
  name: [
    'my name is _',
    'my name is _ and i have a problem',
    'this is _ speaking',
    'the name on the account is _',
    'the name is _ thank you',
  ],
};
const questions: Record<string, readonly string[]> = {
  name: [
    'What is your name?',
    'could i have your full name please',
    'And your surname?',
    'who am i speaking with today',
    'May I take the name on the account?',
  ],
  phone: ["What's the best number to reach you on?", 'phone number please'],
  email: ['Which email address do we have for you?', 'and your email'],
  card: ['Could you read me your card number?', 'your long card number please'],
  iban: ['What is the IBAN?'],
  account: ['What is your account number?', 'order number please', 'And the booking reference?'],
  national_id: ['Could I have your national insurance number?', 'your social security number'],
  date_of_birth: ['What is your date of birth?', 'dob pls', 'when were you born'],
  postcode: ['And your postcode?', 'what is the post code there'],
  address: ['What is your address?', 'first line of your address please'],
};
const answered = ['_', '_ please', 'it is _', 'yes _', 'sure, _', "it's _ thanks", 'um _', '_.'];
/** Values that only a question gives away, besides those of `makers`. */
const onlyAsked: Record<string, readonly Make[]> = { name: [bareName, spelledName] };

/** A typed value, a spoken one, or one in answer to a question: each kind, each way as often as any other. */
export function canaries(count: number, seed: number): Canary[] {
  const random = seeded(seed);
  const kinds = Object.keys(makers);
  return Array.from({ length: count }, () => {
    const kind = pick(kinds, random);
    const spelling = random() < 0.5 ? 'typed' : 'voice';
    return random() < 0.5 ? inContext(kind, spelling, random) : inAnswer(kind, spelling, random);
  });
}

function inContext(kind: string, spelling: Canary['spelling'], random: Random): Canary {
  const value = makers[kind]?.[spelling](random) ?? '';
  const carriers = (spelling === 'typed' ? inTyped : inVoice)[kind] ?? anywhere;
  return { kind, spelling, value, text: pick(carriers, random).replace('_', () => value) };
}

function inAnswer(kind: string, spelling: Canary['spelling'], random: Random): Canary {
  const make = makers[kind]?.[spelling] ?? bareName;
  const value = pick([make, ...(onlyAsked[kind] ?? [])], random)(random);
  const text = pick(answered, random).replace('_', () => value);
  return { kind, spelling, value, text, question: pick(questions[kind] ?? [''], random) };
}

/** The share of a value that must be gone: a name's every word, most of anything else. */
const readable = 0.6;

/** Can somebody still read the value, or most of it, in what is left of the text? */
export function survives({ kind, value }: Canary, left: string): boolean {
  if (kind === 'name' && value.split(' ').some((word) => word.length > 1))
    return value
      .split(' ')
      .filter((word) => word.length > 2)
      .some((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(left));
  const bare = bareOf(value);
  const least = Math.max(4, Math.ceil(readable * bare.length));
  return longestCommon(bare, bareOf(left)) >= Math.min(least, bare.length);
}

const bareOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function longestCommon(one: string, other: string): number {
  let longest = 0;
  for (let from = 0; from < one.length; from++)
    while (from + longest < one.length && other.includes(one.slice(from, from + longest + 1)))
      longest += 1;
  return longest;
}
