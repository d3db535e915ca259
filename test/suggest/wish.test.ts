import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import type { Prediction } from '../../src/domain/classifier.js';
import { createAsides } from '../../src/suggest/asides.js';
import { besideOf, openedBy } from '../../src/suggest/beside.js';
import { segmentsIn, within } from '../../src/suggest/segments.js';
import { cutToWish } from '../../src/suggest/wish.js';

const lexicon = readLexicon('en', new URL('../..', import.meta.url).pathname);
const said = (intent: string | null, probability: number): Prediction => ({
  intent,
  probability,
  ranking: [
    { intent: 'renew', probability: intent === 'renew' ? probability : 0.05 },
    { intent: 'fine', probability: intent === 'fine' ? probability : 0.05 },
  ],
  none: intent === null ? probability : 0.1,
});
/** Knows two wishes by a word each; what has neither fits nothing in particular. */
const read = (text: string): Prediction =>
  /renew|longer/.test(text)
    ? said('renew', 0.9)
    : /fine/.test(text)
      ? said('fine', 0.9)
      : said('renew', 0.2);
const story = 'the cat ate the first half';
/** What others said, each with nothing besides, and two of them with a story. */
const others = ['can I renew my book', 'I want it longer', 'I want to renew', 'renew book 12 now'];
const asides = createAsides(
  [...others, `can I renew my book, ${story}`, `I want to renew, ${story}`].map((text) => ({
    text,
    intent: 'renew',
  })),
  { afterOpenings: besideOf(lexicon).afterOpenings, isBeside: () => false },
);
const tools = {
  lexicon,
  beside: besideOf(lexicon),
  isTaught: () => false,
  isOfMatter: () => false,
  asides,
};
const cut = (text: string, intent: string | null = 'renew', own = '', matter = /^$/) =>
  cutToWish({ text, entities: [] }, intent, {
    ...tools,
    read,
    isOfMatter: (words) => matter.test(words),
    isOwn: (words) => own !== '' && words.includes(own),
  });

describe('a turn cut to its wish', () => {
  it.each([
    ['um hi there, can I renew my book', 'can I renew my book'],
    ['ok so I want it longer, the cat ate the first half', 'I want it longer'],
    ['This is a complete waste of time, can I renew my book?', 'can I renew my book?'],
    ['can I renew my book', 'can I renew my book'],
    ["nah that's not it ok so can I renew my book", 'can I renew my book'],
    ['nope. in short: I want it longer', 'I want it longer'],
    ['can I renew my book thanks', 'can I renew my book'],
    ['can I renew my book. Many thanks!', 'can I renew my book.'],
    ['thanks, can I renew my book', 'can I renew my book'],
    ['my aunt is here from Leeds. I want to renew, please.', 'I want to renew'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toMatchObject({ text: expected });
  });

  it('leaves out what is nobody’s business, unless the bot is about it', () => {
    const text = 'can I renew my book, I have been in hospital';
    expect(cut(text)?.text).toBe('can I renew my book');
    expect(cut('I have been in hospital and need it longer')).toBeNull();
    expect(cut('I have been in hospital and need it longer', 'renew', 'hospital')).not.toBeNull();
  });

  it('keeps of two wishes the one that it is labelled with', () => {
    expect(cut('what is my fine, and can I renew my book')?.text).toBe('can I renew my book');
    expect(cut('can I renew my book, what is my fine')?.text).toBe('can I renew my book');
  });

  it.each(['no that is not what I meant', 'let me talk to a person', 'hi there', 'yes'])(
    'says nothing of a wish: %s',
    (text) => {
      expect(cut(text)).toBeNull();
    },
  );

  it.each([
    ['an insult that cannot be cut off', 'this ridiculous bot will not renew my book'],
    ['what somebody said while thinking', 'can I um renew my book'],
    ['a word said twice', 'can I renew renew my book'],
    ['another wish than its label', 'what about my fine'],
  ])('teaches something else than %s', (_, text) => {
    expect(cut(text)).toBeNull();
  });

  it('is one sentence, and the one that is asked', () => {
    expect(cut('I want it longer. Renew my book.')?.text).toBe('I want it longer.');
    expect(cut('I want to renew I want it longer')?.text).toBe('I want to renew');
    expect(cut('renew it, can it stay longer?')?.text).toBe('renew it, can it stay longer?');
  });

  it('is two sentences where neither is said alone and both are of its matter', () => {
    const text = 'My copy is due. May it stay longer here?';
    const ofMatter = /due|longer/;
    expect(cut(text)).toBeNull();
    expect(cut(text, 'renew', '', ofMatter)?.text).toBe(text);
    expect(cut(text, 'renew', '', /longer/)).toBeNull();
    expect(cut(`${text} It has so many pages and is due.`, 'renew', '', ofMatter)).toBeNull();
    expect(cut(`This is a complete waste of time. ${text}`, 'renew', '', ofMatter)?.text).toBe(
      text,
    );
  });

  it.each([
    ['what nobody says without it', 'keep it longer, do so now', 'keep it longer, do so now'],
    [
      'what others say alone',
      'renew the atlas, I want it longer',
      'renew the atlas, I want it longer',
    ],
    ['nothing of a story', `renew the atlas, ${story}`, 'renew the atlas'],
    ['nothing of a story that runs on', `renew the atlas ${story}`, 'renew the atlas'],
    ['nothing at all of a story alone', story, undefined],
    [
      'nothing of what is long and cannot be cut',
      'renew the atlas, we were in Leeds for a week with my aunt and then the train was late again',
      undefined,
    ],
  ])('keeps %s', (_, text, expected) => {
    expect(cut(text)?.text).toBe(expected);
  });

  it('has words enough behind what this centre’s customers begin with', () => {
    const beside = openedBy(
      besideOf(lexicon),
      (text) => /^quick one: /.exec(text)?.[0].length ?? 0,
    );
    const of = (text: string) =>
      cutToWish({ text, entities: [] }, 'renew', {
        ...{ ...tools, beside, read, isOwn: () => false },
      })?.text;
    expect(of('quick one: renew book')).toBe('renew book');
    expect(of('quick one: renew')).toBeUndefined();
    expect(of('hi renew')).toBe('hi renew');
  });

  it('keeps values at their places', () => {
    const text = 'um, hi there, renew book 4711 now, I asked before';
    const start = text.indexOf('4711');
    const entities = [{ slot: 'book', start, end: start + 4 }];
    const made = cutToWish({ text, entities }, 'renew', { ...tools, read, isOwn: () => false });
    expect(made?.text).toBe('renew book 4711 now');
    expect(made?.entities.map((one) => made.text.slice(one.start, one.end))).toEqual(['4711']);
  });
});

it('every part of a text stands in it, in order, and holds its values whole', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-c ,.!?]{0,40}$/), (text) => {
      const parts = segmentsIn(text);
      parts.forEach((part, i) => {
        expect(part.start).toBeGreaterThanOrEqual(parts[i - 1]?.end ?? 0);
        expect(part.end).toBeLessThanOrEqual(text.length);
        const entities = [{ slot: 's', start: part.start, end: part.start + 1 }];
        const own = within({ text, entities }, part);
        expect(text).toContain(own.text);
        for (const { start, end } of own.entities)
          expect(own.text.slice(start, end)).toBe(text.slice(part.start, part.start + 1));
      });
    }),
  );
});
