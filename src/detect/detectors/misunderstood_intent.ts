/**
 * The agent side shows another of the bot's intents than the one that it acted on, however sure the bot was; or one where the bot heard a request
 * for a person.
 * Not: one weak signal against the bot; a customer who wanted nothing that the bot knows.
 */
import type { Detector } from '../detector.js';
import { standingTrust } from '../settings.js';

export const misunderstoodIntent: Detector<'bot' | 'trueIntent'> = {
  id: 'misunderstood_intent',
  description:
    "What the agent side shows (wrap-up code, queue, the customer's words, the slots that the agent asks for) is another of the bot's intents than the one that it acted on, or it acted as if a person had been asked for. Where the signals claim nothing, or only a weak one speaks, it is left alone.",
  needs: ['bot', 'trueIntent'],
  detect: ({ bot, trueIntent }) => {
    const { name, probability, standing } = trueIntent;
    const turn = bot.intent?.turn ?? bot.takenForRequest;
    if (standing === 'none' || name === null || turn === undefined) return [];
    if (bot.intent?.name === name) return [];
    return [
      {
        intent: name,
        confidence: probability * standingTrust[standing],
        turns: [`bot:${turn}`],
        actual: `the bot acted on ${bot.intent?.name ?? 'a request for a person'}`,
        expected: `the customer wanted ${name}`,
      },
    ];
  },
};
