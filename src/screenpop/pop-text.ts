/** A screen-pop as an agent's desktop or a note field shows it: a line for each thing. */
import type { ScreenPop, TriedKind } from '../domain/screen-pop.js';
import { clip } from '../lib/visible.js';

const triedWords: Record<TriedKind, string> = {
  not_understood: 'not understood',
  asked_again: 'asked',
  said_again: 'said',
  failed: 'failed',
};
const speakers = { customer: 'Customer', bot: 'Bot' } as const;

export function popText(pop: ScreenPop): string {
  const lines = [
    `Wants: ${pop.wants === null ? 'not said' : oneLine(pop.wants.text)}${intentText(pop)}`,
    ...pop.tried.map(({ kind, text, times }) => {
      const often = times > 1 ? ` ${times} times` : '';
      return `Tried: ${triedWords[kind]}${often}: ${oneLine(text)}`;
    }),
    ...(pop.known.length === 0
      ? []
      : [`Known: ${pop.known.map(({ slot, value }) => `${slot} ${oneLine(value)}`).join('; ')}`]),
    ...pop.last.map(({ actor, text }) => `${speakers[actor]}: ${oneLine(text)}`),
  ];
  return lines.join('\n');
}

function intentText({ intent }: ScreenPop): string {
  return intent ? ` (the bot took it for ${intent.name})` : '';
}

/** A message of several lines must not look like several messages. */
const oneLine = (text: string): string => clip(text, Number.POSITIVE_INFINITY);
