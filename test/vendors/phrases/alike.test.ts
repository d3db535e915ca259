import { describe, expect, it } from 'vitest';
import { likestOf } from '../../../src/vendors/phrases/alike.js';
import { nearestOf } from '../../../src/vendors/rasa/patch/nearest.js';

const german = [
  'meine karte funktioniert nicht',
  'wo ist mein geld',
  'ich möchte meine pin ändern',
  'wie kann ich eine überweisung machen',
  'warum wurde meine zahlung abgelehnt',
  'ich habe meine karte verloren',
  'bitte sperren sie mein konto',
  'wie lange dauert die lieferung',
];
const wishes = ['I need to change', 'how can I cancel', 'why is there a problem with'];
wishes.push('please tell me about', 'can somebody send me', 'what happens when I lose');
wishes.push('is it possible to transfer', 'where do I find', 'kindly explain', 'I forgot');
const things = ['a mirror on the shelf', 'the bitten sim card', 'my sister and her order'];
things.push('a zip code within the limit', 'an opened letter from Delhi', 'a helpline in Exeter');
things.push('my selfie with the invoice', 'the smudged lunch voucher', 'a fuzzy white helmet');
things.push('an elfin siege of my laptop');
const times = ['today', 'before Christmas', 'in the middle of the night', 'again', 'mittens'];
const english = wishes.flatMap((wish) =>
  things.flatMap((thing) => times.map((time) => `${wish} ${thing} ${time}`)),
);

describe('the group that a text is most like', () => {
  it.each<[string, [string, string[]][]]>([
    [
      'the larger one last',
      [
        ['de', german],
        ['en', english],
      ],
    ],
    [
      'the larger one first',
      [
        ['en', english],
        ['de', german],
      ],
    ],
    [
      'both of a size',
      [
        ['de', german],
        ['en', english.filter((_, i) => i % 60 === 0)],
      ],
    ],
  ])('is told by language, whatever the sizes: %s', (_, groups) => {
    const languageOf = likestOf(groups);
    expect(english).toHaveLength(500);
    expect(languageOf('können sie mir bitte helfen mit der zahlung')).toBe('de');
    expect(languageOf('ich brauche einen mitarbeiter')).toBe('de');
    expect(languageOf('can you please help me with the payment')).toBe('en');
    expect(languageOf('I need to talk to somebody')).toBe('en');
  });

  it('is the last where none is likelier, and none where there is none', () => {
    expect(
      likestOf([
        ['a', ['one']],
        ['b', ['one']],
        ['c', []],
      ])('one'),
    ).toBe('b');
    expect(
      likestOf([
        ['a', ['one']],
        ['b', ['two']],
      ])('xyz'),
    ).toBe('b');
    expect(likestOf([])('one')).toBeUndefined();
  });
});

it("is read once for all texts that look for an intent's file", () => {
  let reads = 0;
  const place = (path: string, texts: readonly string[]) => ({
    file: { path },
    get examples() {
      reads++;
      return texts.map((text) => ({ key: text, raw: text, path, from: 0, to: 0 }));
    },
  });
  const nearest = nearestOf([place('data/de.yml', german), place('data/en.yml', english)]);
  for (const text of ['wo ist es', 'where is it', 'wo bitte'])
    expect(nearest(text)?.file.path).toBe(text.startsWith('wo ') ? 'data/de.yml' : 'data/en.yml');
  expect(reads).toBe(2);
});
