import { describe, expect, it } from 'vitest';
import { createReactions } from '../../src/suggest/reactions.js';

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
const rest = (turns: { text: string; intent: string }[], text: string) =>
  text.slice(createReactions([...itself, ...turns]).opening(text));

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
