/**
 * The customer asked for a human before the bot had a fair try.
 * Not: a customer who asks for one after the bot did not understand, went astray, or had its turns.
 */
import type { Detector } from '../detector.js';

export const agentRequested: Detector<'bot' | 'settings' | 'trueIntent'> = {
  id: 'agent_requested',
  description:
    'The customer asked for a human before the bot had a fair try (as many turns with words as the config says). A request after the bot has had its try, or has not understood or misunderstood, is left alone.',
  needs: ['bot', 'settings', 'trueIntent'],
  detect: ({ bot, settings, trueIntent }) => {
    const request = bot.customer.find(({ role }) => role === 'human');
    // Some platforms log the request and no words.
    const last = bot.customer.at(-1);
    const unsaid = bot.session.handoff?.reason === 'user_request' && last?.words.length === 0;
    const place = request ?? (unsaid ? last : undefined);
    if (!place) return [];
    const before = bot.customer.filter(({ index }) => index < place.index);
    const tries = before.filter(({ role, text }) => role !== 'courtesy' && text !== '').length;
    const isAstray =
      bot.intent !== undefined &&
      trueIntent.standing !== 'none' &&
      trueIntent.name !== bot.intent.name;
    const failed = isAstray || bot.unrecognised.some((turn) => turn < place.index);
    if (tries >= settings.fairTryTurns || failed) return [];
    return [
      {
        ...(bot.intent && { intent: bot.intent.name }),
        confidence: request ? 0.9 : 0.6,
        turns: [`bot:${place.index}`],
        actual: `the customer asked for a human after ${tries} turns`,
        expected: 'the bot shows first what it can do',
      },
    ];
  },
};
