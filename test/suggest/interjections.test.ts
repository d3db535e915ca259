import { describe, expect, it } from 'vitest';
import { createInterjections } from '../../src/suggest/interjections.js';

const wishes = [
  ['renew the green book', 'renew'],
  ['pay the late fine', 'fine'],
  ['print the long paper', 'print'],
  ['find the quiet room', 'room'],
] as const;
const nobody = () => false;

/** Each wish as it is, and with the words put in at each of its gaps. */
const putIn = (extra: string) =>
  wishes.flatMap(([text, intent]) => {
    const list = text.split(' ');
    const gaps = list
      .slice(1)
      .map((_, i) => [...list.slice(0, i + 1), extra, ...list.slice(i + 1)].join(' '));
    return [text, ...gaps].map((one) => ({ text: one, intent }));
  });

describe('words put in anywhere', () => {
  const { within } = createInterjections(putIn('so to say'), nobody);

  it('are known by neighbours that others say in a row', () => {
    expect(within('find the so to say green book')).toBe(true);
    expect(within('find the green book')).toBe(false);
  });

  it('stand between other words', () => {
    expect(within('so to say the green book')).toBe(false);
  });

  it('are no accident where training phrases have them beside the same word', () => {
    const taught = createInterjections(putIn('so to say'), (phrase) => phrase === 'the so to say');
    expect(taught.within('find the so to say green book')).toBe(false);
    expect(taught.within('find so to say green books')).toBe(true);
  });

  it('come with wishes of many kinds', () => {
    const ofOne = putIn('so to say').map(({ text }) => ({ text, intent: 'renew' }));
    expect(createInterjections(ofOne, nobody).within('find the so to say green book')).toBe(false);
  });

  it('are not what many things stand beside', () => {
    const places = ['room', 'book', 'paper', 'fine', 'card', 'desk', 'chair'];
    const said = places.flatMap((place, i) =>
      ['leave it', 'see them', 'look around', 'work'].map((verb) => ({
        text: `${verb} in the ${place}`,
        intent: `${i % 4}`,
      })),
    );
    expect(createInterjections(said, nobody).within('leave it in the room')).toBe(false);
  });
});

describe('words said ahead of anything', () => {
  const firsts = ['my card', 'the room', 'where is it', 'print this', 'lend me one', 'open today'];
  const others = firsts.flatMap((first, i) => [
    { text: first, intent: `${i}` },
    { text: `please ${first}`, intent: `${i}` },
  ]);
  const ahead = (extra: string) =>
    others.flatMap((one) => [one, { ...one, text: `${extra} ${one.text}` }]);
  const { within } = createInterjections(ahead('it is like this'), nobody);

  it('are known by what others begin with', () => {
    expect(within('it is like this, my card is lost')).toBe(true);
    expect(within('my card is lost')).toBe(false);
    expect(within('my card, it is like this')).toBe(false);
  });

  it('are no accident where training phrases go on behind them in the same way', () => {
    const taught = createInterjections(ahead('it is like this'), (phrase) =>
      'it is like this my'.endsWith(phrase),
    );
    expect(taught.within('it is like this my card')).toBe(false);
    expect(taught.within('it is like this the room')).toBe(true);
  });

  it('are no beginning of wishes, which nobody leaves out', () => {
    const verbs = ['renew it', 'pay mine', 'print two', 'book one', 'find them', 'see it', 'go on'];
    const said = verbs.flatMap((verb, i) =>
      ['', ' now', ' here'].map((end) => ({
        text: `i would like to ${verb}${end}`,
        intent: `${i}`,
      })),
    );
    expect(createInterjections(said, nobody).within('i would like to renew it')).toBe(false);
  });

  it('come behind openings and with wishes of many kinds', () => {
    const opened = ahead('it is like this').map((one) => ({ ...one, text: `um ${one.text}` }));
    const behind = (text: string) => text.replace(/^um /, '');
    const text = 'it is like this, my card is lost';
    expect(createInterjections(opened, nobody, behind).within(text)).toBe(true);
    const few = opened.map((one, i) => ({ ...one, intent: `${i % 5}` }));
    expect(createInterjections(few, nobody, behind).within(text)).toBe(false);
  });
});
