/**
 * The customer's first words to the agent are angry, where the first words to the bot were not.
 * Not: a customer who was as angry when the bot said hello; "my card was stolen", which names the matter.
 */
import type { TurnRef } from '../../domain/journey.js';
import type { Detector } from '../detector.js';
import { fallOfMood } from '../settings.js';

export const hostileArrival: Detector<'mood' | 'settings'> = {
  id: 'hostile_arrival',
  description:
    "The customer's first words to the agent are angry, where the first words to the bot were not. A customer who came angry is left alone.",
  needs: ['mood', 'settings'],
  detect: ({ mood, settings }) => {
    const { toBot, toAgent, botTurn, agentTurn } = mood;
    if (toAgent === null || agentTurn === undefined) return [];
    const before = toBot ?? 0;
    if (toAgent > settings.hostileSentiment || before <= settings.hostileSentiment) return [];
    if (before - toAgent < fallOfMood) return [];
    const turns: TurnRef[] = [`agent:${agentTurn}`];
    if (botTurn !== undefined) turns.unshift(`bot:${botTurn}`);
    return [
      {
        confidence: Math.min(0.95, 0.55 + (settings.hostileSentiment - toAgent) / 2),
        turns,
        actual: 'the customer arrived angry and had not begun so',
        expected: 'the customer arrives as calm as at the start',
      },
    ];
  },
};
