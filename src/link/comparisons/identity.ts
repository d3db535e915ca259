import type { Comparison } from '../comparison.js';
import { sharedFrom } from '../settings.js';
import { identityFields } from '../sides.js';

/** Values of one field as numbers, 0 where there is none, and how many contacts carry each. */
function columns(
  field: (typeof identityFields)[number],
  { handoffs, contacts }: Parameters<Comparison['prepare']>[0],
) {
  const ids = new Map<string, number>();
  const idOf = (value: string | undefined): number => {
    if (value === undefined) return 0;
    const known = ids.get(value);
    if (known !== undefined) return known;
    ids.set(value, ids.size + 1);
    return ids.size;
  };
  const a = Int32Array.from(handoffs, ({ customer }) => idOf(customer[field]));
  const b = Int32Array.from(contacts, ({ customer }) => idOf(customer[field]));
  const carriers = new Int32Array(ids.size + 1);
  for (const id of b) carriers[id] = (carriers[id] as number) + 1;
  return { a, b, carriers };
}

/** Identity hashes that both sides have. One comparison for all fields, since they are far from independent. */
export const identity: Comparison = {
  id: 'identity',
  evidenceAbout: 'customer',
  levels: [
    'missing',
    'all differ',
    'some agree, some differ',
    `one agrees, but more than ${sharedFrom.many} contacts have it`,
    `one agrees, but more than ${sharedFrom.few} contacts have it`,
    'one agrees',
    'several agree',
  ],
  startingM: [0.03, 0.07, 0.01, 0.09, 0.5, 0.3],
  startingU: [0.995, 0.001, 0.001, 0.0025, 0.0004, 0.0001],
  bound: {
    by: 'mark',
    marksOf: ({ customer }) =>
      identityFields.flatMap((field) =>
        customer[field] === undefined ? [] : `${field} ${customer[field]}`,
      ),
  },
  prepare(sides) {
    const fields = identityFields.map((field) => columns(field, sides));
    return (h, c) => {
      let agree = 0;
      let differ = 0;
      let carriers = Number.POSITIVE_INFINITY;
      for (const { a, b, carriers: of } of fields) {
        const x = a[h] as number;
        const y = b[c] as number;
        if (x === 0 || y === 0) continue;
        if (x === y) {
          agree++;
          carriers = Math.min(carriers, of[x] as number);
        } else differ++;
      }
      if (agree + differ === 0) return 0;
      if (agree === 0) return 1;
      if (carriers > sharedFrom.many) return 3;
      if (carriers > sharedFrom.few) return 4;
      if (differ > 0) return 2;
      return agree > 1 ? 6 : 5;
    };
  },
};
