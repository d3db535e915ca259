/**
 * An action or webhook of the bot failed before the handoff.
 * Not: the bot's own "I did not understand", which is no error of a system.
 */
import type { TurnRef } from '../../domain/journey.js';
import type { Detector } from '../detector.js';

export const backendError: Detector<'bot'> = {
  id: 'backend_error',
  description:
    'An action or webhook of the bot failed before the handoff. What the bot merely did not understand is left alone.',
  needs: ['bot'],
  detect: ({ bot }) => {
    if (bot.errors.length === 0) return [];
    const action = bot.session.turns[bot.errors[0] ?? 0]?.action;
    return [
      {
        ...(bot.intent && { intent: bot.intent.name }),
        confidence: 0.95,
        turns: bot.errors.map((turn): TurnRef => `bot:${turn}`),
        actual: action === undefined ? 'a call of the bot failed' : `${action} failed`,
        expected: 'the call succeeds, or is tried again',
      },
    ];
  },
};
