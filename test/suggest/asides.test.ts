import { describe, expect, it } from 'vitest';
import { createAsides } from '../../src/suggest/asides.js';

const said = [
  { text: 'Renew my book. I am so tired of this.', intent: 'renew' },
  { text: 'What is my fine? I am so tired of this!', intent: 'fine' },
  { text: 'i am so tired of this, where are you', intent: 'place' },
  { text: 'can you renew it', intent: 'renew' },
  { text: 'can you renew it, please', intent: 'renew' },
  { text: 'can you renew it', intent: 'fine' },
  { text: 'the due date is today', intent: 'renew' },
  { text: 'the due date is today', intent: 'renew' },
];
const asides = createAsides(said);
/** A wish that the bot lacks is filed in many ways. */
const wishes = ['renew', 'fine', 'place', null].map((intent) => ({
  text: 'I lost my umbrella here',
  intent,
}));
const told = [
  'where is my book, it was here all week',
  'can it wait, it was here all week',
  'where is my book',
  'can it wait',
  'I have my card, take it',
  'here is my card, take it',
  'you took it from my desk in the corner',
  'he saw it on his desk in the corner',
].map((text) => ({ text, intent: 'place' }));
const parts = (text: string) =>
  asides.parts(text).map(({ start, end }) => text.slice(start, end).trim());

describe('what is said beside any wish', () => {
  it('comes with wishes of many kinds', () => {
    expect(asides.isAside('I am so tired of this!')).toBe(true);
    expect(asides.isAside('Can you renew it')).toBe(false);
    expect(asides.isAside('never said')).toBe(false);
  });

  it('is no wish, though that is filed in many ways', () => {
    expect(createAsides(wishes).isAside('I lost my umbrella here')).toBe(false);
  });

  it('is what all say who want a person, though they say nothing else', () => {
    const asked = ['renew', 'fine', 'place', 'print', 'room', 'lost'].map((intent) => ({
      text: 'is there somebody I could talk to',
      intent,
    }));
    expect(createAsides(asked).isAside('Is there somebody I could talk to?')).toBe(true);
  });

  it('is what opens wishes, where nothing follows it', () => {
    const opener = /^quick one,? /i;
    const text = 'quick one, where is my book';
    const own = createAsides([{ text, intent: 'renew' }], {
      ...{ afterOpenings: (one: string) => one, isBeside: () => false },
      openers: {
        behind: (one) => one.replace(opener, ''),
        isOne: (one) => /^quick one$/i.test(one),
      },
    });
    expect(own.isAside('Quick one')).toBe(true);
    expect(own.isAside('quick one quick one')).toBe(true);
    expect(own.isAside(text)).toBe(false);
    expect(own.standsAlone('where is my book')).toBe(true);
  });

  it('is known with the word that opens a wish elsewhere', () => {
    const afterOpenings = (text: string) => text.replace(/^sorry,? /i, '');
    const excuse = ['renew', 'fine', 'place'].map((intent, i) => ({
      text: `what of my ${intent}, book ${'abc'[i]}. Sorry for my English`,
      intent,
    }));
    const { parts: partsOf } = createAsides(excuse, { afterOpenings, isBeside: () => false });
    const text = 'where is my book sorry for my English';
    expect(partsOf(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      'where is my book',
      'sorry for my English',
    ]);
  });

  it('may come behind wishes alone, each of which is one without it', () => {
    const { isAddition, standsAlone } = createAsides(told);
    expect(isAddition('it was here all week')).toBe(true);
    expect(isAddition('take it')).toBe(false);
    expect(isAddition('where is my book')).toBe(false);
    expect(standsAlone('Can it wait?')).toBe(true);
    expect(standsAlone('take it')).toBe(false);
  });

  it('has what is parted of words with anger not stand alone', () => {
    const isBeside = (text: string) => text.includes('I told you');
    const angry = [
      'I told you so our cards are no use as they are',
      'and now my keys are no use as they are',
    ].map((text) => ({ text, intent: 'place' }));
    const { standsAlone } = createAsides(angry, { afterOpenings: (text) => text, isBeside });
    expect(standsAlone('are no use as they are')).toBe(false);
  });

  it.each([
    ['i am so tired of this where is it', ['i am so tired of this', 'where is it']],
    ['renew it i am so tired of this', ['renew it', 'i am so tired of this']],
    ['can you renew it the due date is today', ['can you renew it', 'the due date is today']],
    ['can you renew it for a week', ['can you renew it for a week']],
  ])('parts %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});
