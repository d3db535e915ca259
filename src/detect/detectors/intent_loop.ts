/**
 * The bot repeats itself without progress.
 * Not: a second try at digits that then works; the same question after a new value ("and on the 6th?").
 */
import type { TurnRef } from '../../domain/journey.js';
import type { Detector } from '../detector.js';
import type { Loop } from '../loops.js';

const ends: Record<Loop['end'], string> = {
  progress: 'then found a way on',
  human: 'until the customer asked for a human',
  handoff: 'until it handed over',
  left: 'until the customer left',
};

export const intentLoop: Detector<'loop' | 'bot'> = {
  id: 'intent_loop',
  description:
    'The bot says or asks the same again and again, with no new slot value and no new intent between, while the customer rephrases or objects. A re-prompt that then works, and a question asked again about a new value, are left alone.',
  needs: ['loop', 'bot'],
  detect: ({ loop, bot }) => [
    {
      ...(bot.intent && { intent: bot.intent.name }),
      confidence: confidenceOf(loop),
      turns: loop.turns.map((turn): TurnRef => `bot:${turn}`),
      actual: `the bot repeated itself ${loop.repeats} times without progress, ${ends[loop.end]}`,
      expected: 'another wording, a way out, or an earlier handoff',
    },
  ],
};

/** What the customer got out of is less likely what they were handed over for. */
function confidenceOf({ repeats, objected, end }: Loop): number {
  const believed = Math.min(0.95, 0.6 + 0.1 * repeats + (objected ? 0.15 : 0));
  return end === 'progress' ? believed / 2 : believed;
}
