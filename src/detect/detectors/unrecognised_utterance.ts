/**
 * Fallback or low confidence on an utterance that belongs to an existing intent.
 * Not: an utterance for which the bot has no intent ("do you sell umbrellas"): that is `uncovered_intent`.
 */
import type { TurnRef } from '../../domain/journey.js';
import type { Detector } from '../detector.js';

export const unrecognisedUtterance: Detector<'bot' | 'trueIntent'> = {
  id: 'unrecognised_utterance',
  title: 'Unrecognised utterance',
  description:
    'The bot fell back, or was not confident enough, on an utterance that belongs to one of its intents. Utterances that belong to none of them are left alone.',
  needs: ['bot', 'trueIntent'],
  detect: ({ bot, trueIntent }) => {
    const { name, probability, standing } = trueIntent;
    if (bot.unrecognised.length === 0 || standing === 'none' || name === null) return [];
    const actedRightly = bot.intent?.name === name;
    return [
      {
        intent: name,
        confidence: probability * (standing === 'label' ? 1 : 0.75) * (actedRightly ? 0.6 : 1),
        turns: bot.unrecognised.map((turn): TurnRef => `bot:${turn}`),
        actual: 'the bot did not recognise the utterance',
        expected: `it belongs to ${name}`,
      },
    ];
  },
};
