/**
 * Keeps what was worked out for a text. Memory is bounded by two generations: when the younger is full, the elder goes, so that
 * what comes all night (prompts, stock phrases) stays and what came once is forgotten.
 */
export function remembering<T>(most: number, work: (key: string) => T): (key: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (key) => {
    const fresh = young.get(key);
    if (fresh !== undefined) return fresh;
    const value = old.get(key) ?? work(key);
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}
