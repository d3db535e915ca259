/** A JSON value without the parts that name somebody. */
import { mentions } from './mentions.js';

/** What was left out, where it had words of its own. */
export interface Pruned {
  /** undefined: nothing is left. */
  value: unknown;
  /** `text` of objects that fell because nothing is left that they rest on. */
  texts: string[];
}

/**
 * Leaves out every string that holds a trace, every object with such a string among its own properties, and every object whose
 * `sources` or `evidence` all fell. Elements of lists close up.
 */
export function prune(value: unknown, traces: readonly string[]): Pruned {
  const texts: string[] = [];
  const named = (text: string) => traces.some((trace) => mentions(text, trace));
  const pruned = (part: unknown): unknown => {
    if (typeof part === 'string') return named(part) ? undefined : part;
    if (Array.isArray(part)) return part.map(pruned).filter((one) => one !== undefined);
    if (typeof part !== 'object' || part === null) return part;
    return prunedObject(part as Record<string, unknown>);
  };
  const prunedObject = (whole: Record<string, unknown>): unknown => {
    const own = Object.entries(whole);
    if (own.some(([key, one]) => named(key) || (typeof one === 'string' && named(one))))
      return undefined;
    const kept = Object.fromEntries(own.map(([key, one]) => [key, pruned(one)]));
    if (lostAll(whole.sources, kept.sources)) {
      if (typeof whole.text === 'string') texts.push(whole.text);
      return undefined;
    }
    return kept;
  };
  return { value: pruned(value), texts };
}

const lostAll = (before: unknown, after: unknown): boolean =>
  Array.isArray(before) && before.length > 0 && Array.isArray(after) && after.length === 0;
