import { describe, expect, it } from 'vitest';
import { angerIn } from '../../../src/language/en/anger.js';

describe('angerIn', () => {
  it.each([
    ['a said feeling', "I'm so furious about this"],
    ['a said feeling', 'this site drives me mad'],
    ['a reproach in a question', 'do you know how long I have been waiting'],
    ['a reproach in a question', 'what kind of company does that'],
    ['a reproach in a question', 'who designed this'],
    ['scorn for a machine', 'your chatbot is utterly worthless'],
    ['scorn for a machine', 'I wasted an hour with that robot'],
    ['an insult to the face', 'you people are a bunch of amateurs'],
    ['a threat', "don't you dare put me on hold"],
    ['shame', 'shame on you'],
  ])('hears %s: "%s"', (_, text) => {
    expect(angerIn(text)).toBeGreaterThan(0);
  });

  it.each([
    'my card was stolen and I am worried',
    'the robot told me to wait for you',
    'I was with your assistant a minute ago',
    'how long will it take',
    'the computer in the office is new',
    'I lost my parcel',
    'who delivers it',
  ])('hears none in "%s"', (text) => {
    expect(angerIn(text)).toBe(0);
  });
});
