/** Names as files and `--json` write them. */

export const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A field's name of ours; an intent, a slot or a wrap-up code that is a key stays as its owner writes it. */
const isOurs = (key: string): boolean => /^[a-z]+([A-Z][a-z0-9]*)*$/.test(key);

export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [isOurs(key) ? snake(key) : key, snakeKeys(inner)]),
  );
}
