import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { nameOf } from '../../src/suggest/name-of.js';

const lexicon = readLexicon('en', new URL('../..', import.meta.url).pathname);
const name = (group: string[], atLarge: string[], taken: string[] = []) =>
  nameOf(group, atLarge, lexicon, new Set(taken));
/** Everybody says how long ago it was. */
const atLarge = [
  ...Array.from({ length: 60 }, (_, i) => `my parcel ${i} came back two weeks ago`),
  ...Array.from({ length: 60 }, () => 'I paid a while ago'),
];

describe('the name of a group of wordings', () => {
  it('is what they say and others do not, however often they say what all say', () => {
    const group = [
      'my kettle leaks, I sent it back weeks ago',
      'the kettle leaks since weeks ago',
      'kettle leaks again, it came back a while ago',
    ];
    expect(name(group, atLarge)).toBe('kettle_leaks');
  });

  it('has words that are said together', () => {
    const group = [
      'donate comics',
      'donate old comics',
      'where do I donate a few comics',
      'the library for a gift',
      'a library gift of mine',
    ];
    expect(name(group, atLarge)).toBe('donate_comics');
  });

  it('has a third word where most say it', () => {
    expect(name(['a summer job at the depot', 'is there a summer job at the depot'], atLarge)).toBe(
      'summer_job_depot',
    );
  });

  it('has no numbers and codes in it', () => {
    expect(name(['LS1 4AB is my shed 12', 'my shed at LS1 4AB 12'], atLarge)).toBe('shed');
  });

  it('is another one where it is taken, and never empty', () => {
    expect(name(['kettle leaks'], atLarge, ['kettle_leaks', 'kettle_leaks_2'])).toBe(
      'kettle_leaks_3',
    );
    expect(name(['?'], atLarge)).toBe('new_intent');
  });
});
