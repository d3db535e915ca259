/** Bot lines that are one sentence with other values in it, and how often each is said. */

/** Names, numbers and amounts differ from customer to customer; the sentence does not. */
export const sameLine = (text: string): string =>
  text
    .toLowerCase()
    .replace(/⟨[^⟩]*⟩|\d[\d.,:/-]*/g, '#')
    .replace(/\s+/g, ' ')
    .trim();

/** Most frequent first; ties by value. */
export function countsOf<T extends string>(values: readonly T[]): { value: T; n: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
}

/** The line that most of these texts are, in its first wording, and how many are it; null where there are none. */
export function usualLine(texts: readonly string[]): { text: string; n: number } | null {
  const [most] = countsOf(texts.map(sameLine));
  const text = most && texts.find((one) => sameLine(one) === most.value);
  return most && text !== undefined ? { text, n: most.n } : null;
}
