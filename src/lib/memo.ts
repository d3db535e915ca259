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

/** Makes one value for each key, for what is dear to make and does not change, such as the patterns of a language. */
export function onePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { value: T }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
