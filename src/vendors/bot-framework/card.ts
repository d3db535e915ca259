import { listOf, objectOf, textOf } from '../../lib/json.js';

/** What a card shows: its words and, in brackets, what may be pressed. */
export function cardText(attachment: unknown): string | undefined {
  const content = objectOf(objectOf(attachment).content);
  const blocks = listOf(content.body).flatMap((block) => textOf(objectOf(block).text) ?? []);
  const choices = [...listOf(content.buttons), ...listOf(content.actions)].flatMap(
    (one) => textOf(objectOf(one).title) ?? [],
  );
  const parts = [
    textOf(content.title),
    textOf(content.text),
    ...blocks,
    choices.length > 0 ? `(${choices.join(', ')})` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}
