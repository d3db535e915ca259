import { describe, expect, it } from 'vitest';
import { createProfiler } from '../../src/questions/slot-profile.js';
import { lexicon } from '../detect/support.js';

const profile = createProfiler(lexicon);
const kindsOf = (name: string, values: string[] = []) => [
  ...profile({ name, values, prompts: [], neededBy: [] }).kinds,
];

describe('the kinds of a slot', () => {
  it('are told by a name that is cut short', () => {
    expect(kindsOf('due_dt')).toContain('date');
    expect(kindsOf('fee_amt')).toContain('amount');
    expect(kindsOf('dgt_mark')).toEqual([]);
  });

  it('are those that all its values are of', () => {
    expect(kindsOf('half', ['AM', 'PM'])).toContain('time');
    expect(kindsOf('half', ['AM', 'whole day'])).not.toContain('time');
  });

  it('are not yes or no where its values are a list of names', () => {
    expect(kindsOf('wants_seat', ['window', 'aisle'])).not.toContain('flag');
    expect(kindsOf('wants_seat')).toContain('flag');
  });

  it('are told by two words of a name that are one', () => {
    expect(kindsOf('birth_day')).toEqual(['date_of_birth']);
    expect(kindsOf('e_mail')).toContain('email');
    expect(kindsOf('pay_day')).toContain('date');
  });

  it('are told by the question that a description begins with, before what it speaks of', () => {
    const described = (description: string) => [
      ...profile({ name: 'thing', description, values: [], prompts: [], neededBy: [] }).kinds,
    ];
    expect(described('Since when the problem exists')).toContain('date');
    expect(described('Since when the problem exists')).not.toContain('reason');
    expect(described('How long the customer has lived there')).toContain('duration');
    // What asks without a question word may be anything in a description.
    expect(described('Visit or call')).toEqual([]);
    // A noun and what it is of: no question.
    expect(described('City where the problem exists')).toContain('reason');
    expect(described('The problem that exists')).toContain('reason');
  });
});

describe('the words of a slot', () => {
  const termsOf = (name: string) => profile({ name, values: [], prompts: [], neededBy: [] }).terms;

  it('are also those that people say for its figures and short forms', () => {
    expect([...termsOf('ccLast4').keys()]).toEqual(
      expect.arrayContaining(['last', '4', 'four', 'card']),
    );
    expect([...termsOf('last_digits').keys()]).not.toContain('four');
  });
});
