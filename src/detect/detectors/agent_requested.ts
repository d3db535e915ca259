/**
 * The customer asked for a human before the bot had a fair try.
 * Not: a customer who asks for one after the bot has failed twice.
 */
import type { Detector } from '../detector.js';

export const agentRequested: Detector<'bot' | 'settings'> = {
  id: 'agent_requested',
  title: 'Agent requested',
  description:
    'The customer asked for a human before the bot had a fair try (as many turns with words as the config says). A request after the bot has had its try is left alone.',
  needs: ['bot', 'settings'],
  detect: ({ bot, settings }) => {
    const request = bot.customer.find(({ role }) => role === 'human');
    const byReason = bot.session.handoff?.reason === 'user_request';
    if (!request && !byReason) return [];
    const limit = request?.index ?? Number.POSITIVE_INFINITY;
    const tries = bot.customer.filter(
      ({ role, index, content }) => index < limit && role !== 'courtesy' && content.length > 0,
    ).length;
    const place = request ?? bot.customer.at(-1);
    if (tries >= settings.fairTryTurns || !place) return [];
    return [
      {
        ...(bot.intent && { intent: bot.intent.name }),
        confidence: request ? (byReason ? 0.95 : 0.85) : 0.6,
        turns: [`bot:${place.index}`],
        actual: `the customer asked for a human after ${tries} turns`,
        expected: 'the bot shows first what it can do',
      },
    ];
  },
};
