import type { Phrase, Suggestion } from '../../../src/domain/suggestion.js';

/** A suggestion of these phrases for `intent`, as far as a patch looks at it. */
export const phrasesFor = (
  intent: string | undefined,
  phrases: readonly { text: string; entities?: Phrase['entities'] }[],
  kind: Suggestion['kind'] = 'add_phrases',
): Suggestion =>
  ({
    id: 'S-1',
    kind,
    ...(intent !== undefined && { intent }),
    change: 'Add them.',
    phrases: phrases.map(({ text, entities = [] }) => ({ text, entities, sources: [] })),
  }) as unknown as Suggestion;

/** What is left when the one piece that was put in is taken out again: the text as it was. */
export function withoutInsertion(before: string, after: string): string {
  const grown = after.length - before.length;
  const differs = before.split('').findIndex((sign, i) => after[i] !== sign);
  const start = differs === -1 ? before.length : differs;
  return after.slice(0, start) + after.slice(start + grown);
}
