import { describe, expect, it } from 'vitest';
import { saysItWasSaid } from '../../../src/language/en/said-before.js';

describe('saysItWasSaid', () => {
  it.each([
    'I have typed all that in already',
    'we already explained it',
    'as I was saying to your machine, the lift is stuck',
    "didn't the assistant tell you?",
    'once more from the top: the lift is stuck',
    'what I wrote earlier, the lift',
    'you can scroll up for that',
    'your robot has all of it... the robot has it all',
  ])('hears it in "%s"', (text) => {
    expect(saysItWasSaid(text)).toBe(true);
  });

  it.each([
    'the lift is stuck again',
    'I already have a card',
    'they told me that it is free',
    'I would like one more book',
    "it didn't arrive yet",
  ])('does not hear it in "%s"', (text) => {
    expect(saysItWasSaid(text)).toBe(false);
  });
});
