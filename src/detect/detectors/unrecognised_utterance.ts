/**
 * Fallback or low confidence on an utterance that belongs to an existing intent.
 * Not: an utterance for which the bot has no intent ("do you sell umbrellas"): that is `uncovered_intent`.
 */
import type { TurnRef } from '../../domain/journey.js';
import type { Detector } from '../detector.js';
import { leastBelieved, rightlyActedTrust, standingTrust } from '../settings.js';

export const unrecognisedUtterance: Detector<'bot' | 'trueIntent' | 'covered'> = {
  id: 'unrecognised_utterance',
  description:
    'The bot fell back, or was not confident enough, on an utterance that belongs to one of its intents. Utterances that belong to none of them are left alone.',
  needs: ['bot', 'trueIntent', 'covered'],
  detect: ({ bot, trueIntent, covered }) => {
    const { name, probability, standing } = trueIntent;
    if (bot.unrecognised.length === 0 || covered.intent === null) return [];
    // Which intent it is may be in doubt where it is plain that the bot has one for it.
    const isClaimed = standing !== 'none';
    if (isClaimed ? name === null : covered.probability < leastBelieved) return [];
    const intent = isClaimed ? (name ?? covered.intent) : covered.intent;
    const believed = isClaimed ? probability : covered.probability;
    const actedRightly = bot.intent?.name === intent;
    return [
      {
        intent,
        confidence: believed * standingTrust[standing] * (actedRightly ? rightlyActedTrust : 1),
        turns: bot.unrecognised.map((turn): TurnRef => `bot:${turn}`),
        actual: 'the bot did not recognise the utterance',
        expected: `it belongs to ${intent}`,
      },
    ];
  },
};
