/**
 * The customer tells the agent again what the bot had been told.
 * Not: a new matter; a value that the agent asks for (that is `context_lost`).
 */
import type { TurnRef } from '../../domain/journey.js';
import type { Detector } from '../detector.js';

export const repeatedExplanation: Detector<'repeats'> = {
  id: 'repeated_explanation',
  description:
    'The customer tells the agent again what the bot had been told, in like words or by saying so ("as I told the bot"). A new matter, and a slot value that the agent asks for, are left alone.',
  needs: ['repeats'],
  detect: ({ repeats }) => {
    const retold = repeats.filter(({ kind }) => kind !== 'value');
    if (retold.length === 0) return [];
    const turns = retold.flatMap(({ turn, first }): TurnRef[] =>
      first === undefined ? [`agent:${turn}`] : [`bot:${first}`, `agent:${turn}`],
    );
    return [
      {
        confidence: Math.max(...retold.map(({ confidence }) => confidence)),
        turns: [...new Set(turns)],
        actual: 'the customer told the agent what the bot had been told',
        expected: 'the agent knows it from the handoff',
      },
    ];
  },
};
