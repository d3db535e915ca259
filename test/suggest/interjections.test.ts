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
