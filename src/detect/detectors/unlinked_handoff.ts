/**
 * No agent contact is found for the handoff: abandoned in the queue, or never recorded.
 * Not: a weak link, which is shown as possible.
 */
import type { TurnRef } from '../../domain/journey.js';
import type { BotReading } from '../../questions/bot-side.js';
import type { Detector } from '../detector.js';

export const unlinkedHandoff: Detector<'link' | 'bot'> = {
  id: 'unlinked_handoff',
  description:
    'No agent contact is found for the handoff: abandoned in the queue, or never recorded. Possible links are left alone.',
  needs: ['link', 'bot'],
  detect: ({ link, bot }) =>
    link.status === 'none'
      ? [
          {
            confidence: link.probability,
            turns: lastWords(bot),
            actual: 'no agent contact fits the handoff',
            expected: 'every handoff reaches an agent and is recorded with its key',
          },
        ]
      : [],
};

/** With which the bot handed over: all that there is to show. */
function lastWords({ session: { turns } }: BotReading): TurnRef[] {
  const last = turns.findLastIndex(({ actor, text }) => actor === 'bot' && text);
  return last < 0 ? [] : [`bot:${last}`];
}
