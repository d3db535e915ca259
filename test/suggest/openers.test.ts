import { describe, expect, it } from 'vitest';
import { createOpeners } from '../../src/suggest/openers.js';

const wishes = [
  ['renew the green book', 'renew'],
  ['what is the late fine', 'fine'],
  ['print me a long paper', 'print'],
  ['find the quiet room', 'room'],
] as const;
const each = (make: (wish: string) => string) =>
  wishes.map(([wish, intent]) => ({ text: make(wish), intent: intent as string }));
const alone = (text: string) => each(() => text);
const itself = each((wish) => wish);
const nobody: (phrase: string) => boolean = () => false;
const inDictionary = (word: string) => !['eish', 'howzit'].includes(word);
const rest = (turns: { text: string; intent: string }[], text: string, isTaught = nobody) =>
  text.slice(createOpeners([...itself, ...turns], isTaught, inDictionary).opening(text));

describe('what people say to a bot that got them wrong', () => {
  const said = [...alone('Not that one!'), ...each((wish) => `not that one ${wish}`)];

  it('is said alone, and before what others begin with', () => {
    expect(rest(said, 'not that one, open the door')).toBe('open the door');
    expect(rest(said, 'Not that one. Open the door')).toBe('Open the door');
  });

  it('is no beginning of anything else', () => {
    expect(rest(said, 'open the door, not that one')).toBe('open the door, not that one');
    expect(rest(said, 'not that one')).toBe('not that one');
  });

  it('is not what begins all kinds of wishes and is never said alone', () => {
    const polite = each((wish) => `I would like ${wish}`);
    expect(rest(polite, 'I would like the green book')).toBe('I would like the green book');
  });

  it('is not an answer that many give and nobody goes on behind with a wish', () => {
    const place = [...alone('York station'), ...each(() => 'York station I reckon')];
    const more = [...place, ...alone('York station if possible')];
    expect(rest(more, 'York station is closed')).toBe('York station is closed');
  });

  it('is not a wish, which those say who want one thing', () => {
    const wish = [...alone('my old card'), ...each((other) => `my old card ${other}`)];
    const ofOne = wish.map(({ text }) => ({ text, intent: 'card' }));
    expect(rest(ofOne, 'my old card find the quiet room')).toBe('my old card find the quiet room');
  });
});

describe('words said ahead of anything', () => {
  const firsts = ['my card', 'the room', 'where is it', 'print this', 'lend me one', 'open today'];
  const others = firsts.flatMap((first, i) => [
    { text: first, intent: `${i}` },
    { text: `please ${first}`, intent: `${i}` },
    { text: `${first} now`, intent: `${i}` },
  ]);
  const ahead = (extra: string) =>
    others.flatMap((one) => [one, { ...one, text: `${extra} ${one.text}` }]);
  const behind = (text: string, said = ahead('it is like this'), isTaught = nobody) =>
    text.slice(createOpeners(said, isTaught, inDictionary).opening(text));

  it('are known by what others begin with, though nobody says them alone', () => {
    expect(behind('it is like this, my card is lost')).toBe('my card is lost');
    expect(behind('my card, it is like this')).toBe('my card, it is like this');
  });

  it('are known before a single word', () => {
    expect(behind('it is like this: card')).toBe('card');
  });

  it('stay where training phrases go on behind them in the same way', () => {
    const isTaught = (phrase: string) => 'it is like this my'.endsWith(phrase);
    const [taught, other] = ['it is like this my card', 'it is like this the room'];
    expect(behind(taught, undefined, isTaught)).toBe(taught);
    expect(behind(other, undefined, isTaught)).toBe('the room');
  });

  it('are no beginning of wishes, which nobody leaves out', () => {
    const verbs = ['renew it', 'pay mine', 'print two', 'book one', 'find them', 'see it', 'go on'];
    const said = verbs.flatMap((verb, i) =>
      ['', ' now', ' here'].map((end) => ({
        text: `i would like to ${verb}${end}`,
        intent: `${i}`,
      })),
    );
    expect(behind('i would like to renew it', said)).toBe('i would like to renew it');
  });

  it('may be all that is said', () => {
    const { isOne } = createOpeners(ahead('it is like this'), nobody, inDictionary);
    expect(isOne('It is like this.')).toBe(true);
    expect(isOne('my card')).toBe(false);
  });

  it('may be one word that no dictionary has', () => {
    expect(behind('Eish, my card is lost', ahead('eish'))).toBe('my card is lost');
    expect(behind('where my card is lost', ahead('where'))).toBe('where my card is lost');
  });

  it('come with wishes of many kinds', () => {
    const few = ahead('it is like this').map((one, i) => ({ ...one, intent: `${i % 4}` }));
    const text = 'it is like this, my card is lost';
    expect(behind(text, few)).toBe(text);
  });
});
