/**
 * The customer wanted something for which the bot has no intent.
 * Not: an utterance that the bot did not recognise although it has the intent.
 */
import { isUncovered, type TurnRef } from '../../domain/journey.js';
import type { Detector } from '../detector.js';
import { standingTrust } from '../settings.js';

export const uncoveredIntent: Detector<'bot' | 'trueIntent' | 'utterance'> = {
  id: 'uncovered_intent',
  description:
    'The customer wanted something for which the bot has no intent, by what the agent side shows. Where the signals claim nothing it is left alone.',
  needs: ['bot', 'trueIntent', 'utterance'],
  detect: ({ bot, trueIntent, utterance }) => {
    const { probability, standing } = trueIntent;
    if (!isUncovered(trueIntent)) return [];
    const turns: TurnRef[] = [`bot:${utterance}`];
    return [
      {
        confidence: probability * standingTrust[standing],
        turns,
        actual: bot.intent ? `the bot acted on ${bot.intent.name}` : 'the bot had no intent for it',
        expected: 'an intent of its own, an answer, or an early handoff',
      },
    ];
  },
};
