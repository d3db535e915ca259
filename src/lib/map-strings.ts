/** A JSON value with every string in it, and every key, put through a function; numbers stay what they are. */
export function mapStrings(value: unknown, work: (text: string) => string): unknown {
  if (typeof value === 'string') return work(value);
  if (Array.isArray(value)) return value.map((part) => mapStrings(part, work));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [work(key), mapStrings(part, work)]),
  );
}
