import { describe, expect, it } from 'vitest';
import type { DefinedSlot } from '../../src/domain/conversation.js';
import { createAskReader } from '../../src/questions/asks.js';
import { lexicon } from '../detect/support.js';
import { slot } from '../support/slots.js';

const domains: Record<string, DefinedSlot[]> = {
  vet: [
    slot('pet_name'),
    slot('species', { values: ['dog', 'cat', 'rabbit'] }),
    slot('appointmentDate'),
    slot('appointmentTime'),
    slot('owner_phone'),
    slot('symptoms', { prompts: ['What signs of illness have you noticed?'] }),
  ],
  energy: [
    slot('meter_reading'),
    slot('date_of_birth'),
    slot('postcode'),
    slot('account_number'),
    slot('tariff', { values: ['fixed', 'variable', 'green'] }),
    slot('moving_date', { description: 'Day on which the customer moves out' }),
  ],
  removals: [
    slot('origin_address'),
    slot('destination_address'),
    slot('number_of_boxes'),
    slot('needs_packing', { description: 'Whether the movers should pack the boxes' }),
    slot('start_date'),
    slot('end_date'),
  ],
};

const readers = Object.fromEntries(
  Object.entries(domains).map(([name, slots]) => [name, createAskReader(slots, lexicon)]),
);
const asked = (domain: string, text: string, kind = 'request') =>
  (readers[domain]?.read(text) ?? [])
    .filter((ask) => ask.kind === kind && ask.confidence >= 0.5)
    .map((ask) => ask.slot)
    .sort();

describe('asks for one slot', () => {
  it.each([
    ['vet', "What is your pet's name?", ['pet_name']],
    ['vet', 'when would you like to come in', ['appointmentDate']],
    ['vet', 'And what time suits you?', ['appointmentTime']],
    ['vet', 'Is it a dog, a cat or a rabbit?', ['species']],
    ['vet', 'What signs of illness did you notice?', ['symptoms']],
    ['vet', "what's the best number to reach you on", ['owner_phone']],
    ['energy', 'dob pls', ['date_of_birth']],
    ['energy', 'Could I take the postcode please?', ['postcode']],
    ['energy', 'okay thank you for that can i take your date of birth please', ['date_of_birth']],
    ['energy', "I'll need the reading of your meter.", ['meter_reading']],
    ['removals', 'How many boxes will there be?', ['number_of_boxes']],
    ['removals', 'Where are you moving from?', ['origin_address']],
  ])('%s: %s', (domain, text, slots) => {
    expect(asked(domain, text)).toEqual(slots);
  });
});

describe('asks for several slots', () => {
  it.each([
    ['vet', 'Which day and what time would you like?', ['appointmentDate', 'appointmentTime']],
    [
      'energy',
      'Please give me your account number, postcode and date of birth.',
      ['account_number', 'date_of_birth', 'postcode'],
    ],
    ['removals', 'What are the start and end dates?', ['end_date', 'start_date']],
  ])('%s: %s', (domain, text, slots) => {
    expect(asked(domain, text)).toEqual(slots);
  });
});

describe('asks for nothing', () => {
  it.each([
    ['vet', 'Would you like me to book that appointment time for you?'],
    ['vet', 'Is there anything else I can help you with?'],
    ['vet', 'How can I help you today?'],
    ['vet', "Your rabbit's appointment is on Monday."],
    ['vet', 'I have sent the appointment date to your phone.'],
    ['energy', 'Thanks, I have found your account.'],
    ['energy', 'The new tariff starts when you move.'],
    ['energy', 'Your postcode is in the area of another supplier, so I will transfer you.'],
    ['removals', 'Shall I add two more boxes?'],
  ])('%s: %s', (domain, text) => {
    expect(asked(domain, text)).toEqual([]);
  });
});

describe('reads back', () => {
  it('tells a confirmation from a request', () => {
    const text = 'So that is postcode AB1 2CD, is that right?';
    expect(asked('energy', text)).toEqual([]);
    expect(readers.energy?.read(text).map(({ kind }) => kind)).toEqual(['confirm']);
  });

  it('takes a demand to confirm as a request', () => {
    expect(asked('energy', 'Can you confirm your postcode?')).toEqual(['postcode']);
  });
});

describe('slots in play', () => {
  const slots = [slot('pickup_date'), slot('invoice_date')];
  const reader = createAskReader(slots, lexicon);

  it('decides between slots that the wording fits alike', () => {
    const best = (inPlay: Map<string, number>) => reader.read('On what date?', inPlay)[0]?.slot;
    expect(best(new Map([['pickup_date', 1.5]]))).toBe('pickup_date');
    expect(best(new Map([['invoice_date', 1.5]]))).toBe('invoice_date');
  });
});

describe('without capitals and punctuation, as spoken turns arrive', () => {
  it.each([
    ['energy', 'right and what was the account number for that please', ['account_number']],
    ['energy', 'acct no?', ['account_number']],
    ['energy', 'ok and when are you moving out', ['moving_date']],
    ['removals', 'and where are we collecting from', ['origin_address']],
    ['removals', 'lovely and where to', ['destination_address']],
    ['removals', 'how many boxes is it then', ['number_of_boxes']],
    ['removals', 'and will you need packing or not', ['needs_packing']],
    ['removals', 'what day can we start and until when', ['end_date', 'start_date']],
    ['vet', 'and what time would suit you on the day', ['appointmentTime']],
  ])('%s: %s', (domain, text, slots) => {
    expect(asked(domain, text)).toEqual(slots);
  });

  it.each([
    ['energy', 'ok i have put the new meter reading on your account now'],
    ['energy', 'let me see what tariff would be best for you'],
    ['energy', 'would you like any more help with the tariff'],
    ['removals', 'the boxes will be with you by the end of the week'],
    ['vet', 'the appointment date is in the email that i sent you'],
    ['vet', 'you can pick the time that you like when you book online'],
  ])('%s, nothing: %s', (domain, text) => {
    expect(asked(domain, text)).toEqual([]);
  });
});
