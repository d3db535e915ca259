import type { Comparison } from '../comparison.js';

/** Keys that a contact centre uses again: the same one is a strong sign, not a proof. */
export const key: Comparison = {
  id: 'key',
  evidenceAbout: 'moment',
  levels: ['missing', 'differs', 'is the same, but used again'],
  startingM: [0.05, 0.95],
  startingU: [0.999, 0.001],
  bound: {
    by: 'mark',
    marksOf: ({ keys, keyed }) => (keyed ? keys.map((key) => `key ${key}`) : []),
  },
  prepare({ handoffs, contacts }) {
    const onContacts = new Set(contacts.flatMap(({ keys }) => keys));
    const ids = new Map<string, number>();
    for (const { keys } of handoffs)
      for (const one of keys) if (onContacts.has(one) && !ids.has(one)) ids.set(one, ids.size);
    const known = ({ keys }: { keys: readonly string[] }) =>
      keys.flatMap((one) => ids.get(one) ?? []);
    const a = handoffs.map((side) => ({ keyed: side.keyed, ids: known(side) }));
    const b = contacts.map((side) => ({ keyed: side.keyed, ids: known(side) }));
    return (h, c) => {
      const [x, y] = [a[h], b[c]];
      if (x === undefined || y === undefined) return 0;
      if (x.ids.length > 0 && y.ids.length > 0 && x.ids.some((id) => y.ids.includes(id))) return 2;
      return x.keyed && y.keyed ? 1 : 0;
    };
  },
};
