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
});
