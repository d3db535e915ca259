import { groupBy } from '../lib/group-by.js';

/** Groups in order of their keys, members in the order given. */
export function groupInOrder<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  return new Map([...groupBy(items, keyOf)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
