/** The words that a bot's customers talk about: makes and products, which no dictionary has and which are nobody's name. */
import type { BotDefinition } from '../domain/conversation.js';

/** An example may hold somebody's name; a word of several intents' examples is hardly one. */
const leastIntents = 2;

/** Looking for more costs too much in each turn; longer lists are of names, which have rules of their own. */
const mostListed = 500;

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

/** Values that are listed for personal slots, each with its kind; one word by itself may be any word. */
export function personalValues(
  { slots }: BotDefinition,
  kindOfSlot: (slot: string) => string | undefined,
): ReadonlyMap<string, string> {
  const values = slots.flatMap(({ name, values }) => {
    const kind = kindOfSlot(name);
    const several = values.filter((value) => wordsOf(value).length > 1);
    return kind === undefined ? [] : several.map((value) => [value, kind] as const);
  });
  return new Map(values.slice(0, mostListed));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? [];
