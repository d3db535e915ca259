import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../src/questions/asked-by-words.js';
import { uncalledIn } from '../../src/questions/called-by-name.js';
import { intentSubject } from '../../src/questions/subjects.js';
import { clausesOf } from '../../src/transcript/clauses.js';
import { lexicon } from '../detect/support.js';

const slot = (name: string) => ({ name, values: [], prompts: [], neededBy: [] });
const contacts = new Map([
  ['lost_card', 40],
  ['new_card', 40],
  ['fine', 6],
]);
const asked = (text: string, about: Record<string, number>) => ({
  asked: true,
  words: clausesOf(text).flatMap(wordingOf),
  about: new Map(Object.entries(about).map(([intent, n]) => [intentSubject(intent), n])),
});
const barcode = asked('does anybody have the barcode?', { lost_card: 20 });
const signed = asked('have you signed the back?', { new_card: 40 });
const uncalled = (name: string, ...more: ReturnType<typeof asked>[]) =>
  uncalledIn([barcode, signed, ...more], contacts, [slot(name)], new Map(), lexicon).get(name);

describe('a slot', () => {
  it('is hardly asked for in contacts in which nobody says its name, though others do', () => {
    const against = uncalled('barcode_known');
    expect(against?.get('new_card')).toBe(6);
    expect(against?.has('lost_card')).toBe(false);
  });

  it('may be asked for where its name is said half as often', () => {
    const half = asked('and the barcode?', { new_card: 10 });
    expect(uncalled('barcode_known', half)?.has('new_card')).toBe(false);
  });

  it('is doubted less, the fewer contacts there are', () => {
    expect(uncalled('barcode_known')?.get('fine')).toBeCloseTo(1.5);
  });

  it('whose name nobody says anywhere may be asked for anywhere', () => {
    expect(uncalled('shelf_mark')).toBeUndefined();
  });

  it('whose name says nothing but a kind of answer may be asked for anywhere', () => {
    expect(uncalled('date', asked('what date?', { lost_card: 20 }))).toBeUndefined();
  });

  it('is asked for in its own form, whatever it is called', () => {
    const forms = new Map([['barcode_known', new Set(['new_card'])]]);
    const slots = [slot('barcode_known')];
    const found = uncalledIn([barcode, signed], contacts, slots, forms, lexicon);
    expect(found.get('barcode_known')?.has('new_card')).toBe(false);
  });

  it('is called by a name of one word in two, too', () => {
    const collected = asked('which day do you pick up?', { lost_card: 20 });
    expect(uncalled('pickup_date', collected)?.get('new_card')).toBe(6);
    expect(uncalled('pickup_date', collected)?.has('lost_card')).toBe(false);
  });
});
