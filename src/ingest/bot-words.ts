/** The words that a bot's customers talk about: makes and products, which no dictionary has and which are nobody's name. */
import type { BotDefinition } from '../domain/conversation.js';

/** An example may hold somebody's name; a word of several intents' examples is hardly one. */
const leastIntents = 2;

/** In lower case. @param isPersonal whether a slot of this name holds personal values; its values are left out. */
export function botWords(
  { intents, slots }: BotDefinition,
  isPersonal: (slot: string) => boolean,
): ReadonlySet<string> {
  const own = [
    ...intents.flatMap(({ name, description }) => [name, description ?? '']),
    ...slots.flatMap(({ name, description, prompts, values }) => [
      name,
      description ?? '',
      ...prompts,
      ...(isPersonal(name) ? [] : values),
    ]),
  ];
  const counts = new Map<string, number>();
  for (const { examples } of intents)
    for (const word of new Set(examples.flatMap(wordsOf)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count >= leastIntents).map(([word]) => word);
  return new Set([...own.flatMap(wordsOf), ...shared]);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? [];
