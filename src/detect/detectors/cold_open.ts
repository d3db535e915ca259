/**
 * The agent's opening refers to nothing that the customer had said to the bot.
 * Not: "I can see that you were asking about your card"; a customer who had told the bot nothing.
 */
import type { TurnRef } from '../../domain/journey.js';
import type { Detector } from '../detector.js';

export const coldOpen: Detector<'opening'> = {
  id: 'cold_open',
  description:
    "The agent's opening refers to nothing that the customer had said to the bot. An opening that mentions the conversation, its matter or one of its values is left alone, and so is one after a session in which the customer said nothing.",
  needs: ['opening'],
  detect: ({ opening }) => {
    const { turns, toldBefore, warm, generic } = opening;
    if (warm || turns.length === 0 || toldBefore.length === 0) return [];
    const told = toldBefore.slice(0, 1).map((turn): TurnRef => `bot:${turn}`);
    return [
      {
        confidence: generic ? 0.9 : 0.65,
        turns: [...told, ...turns.map((turn): TurnRef => `agent:${turn}`)],
        actual: 'the opening refers to nothing that the customer had said',
        expected: 'an opening that takes up the conversation with the bot',
      },
    ];
  },
};
