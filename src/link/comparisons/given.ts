import type { Comparison } from '../comparison.js';
import type { GivenValue } from '../sides.js';

interface Value {
  kind: number;
  hash: number;
}

/** Numbers for names, in the order in which they come. */
function numbering(): (name: string) => number {
  const ids = new Map<string, number>();
  return (name) => {
    const id = ids.get(name) ?? ids.size;
    ids.set(name, id);
    return id;
  };
}

/** Account numbers, postcodes and the like that the customer gave the bot and that came up with the agent. */
export const sharedValues: Comparison = {
  id: 'given',
  evidenceAbout: 'customer',
  levels: [
    'missing',
    'values of one kind, and none the same',
    'a value is the same, one of another kind differs',
    'a value is the same',
  ],
  startingM: [0.15, 0.1, 0.75],
  startingU: [0.997, 0.001, 0.002],
  bound: { by: 'mark', marksOf: ({ values }) => values.map(({ hash }) => `value ${hash}`) },
  prepare({ handoffs, contacts }) {
    const kindOf = numbering();
    const hashOf = numbering();
    const unknown = kindOf('');
    const column = (sides: readonly { values: readonly GivenValue[] }[]) =>
      sides.map(({ values }) =>
        values.map(({ kind, hash }): Value => ({ kind: kindOf(kind ?? ''), hash: hashOf(hash) })),
      );
    const a = column(handoffs);
    const b = column(contacts);
    return (h, c) => {
      const [x, y] = [a[h], b[c]];
      if (x === undefined || y === undefined || x.length === 0 || y.length === 0) return 0;
      return levelOf(x, y, unknown);
    };
  },
};

function levelOf(x: readonly Value[], y: readonly Value[], unknown: number): number {
  let same = 0;
  let sameKinds = 0;
  let comparable = 0;
  for (const { kind, hash } of x) {
    let meets = false;
    let agrees = false;
    for (const other of y) {
      if (other.hash === hash) agrees = true;
      if (other.kind === kind && kind !== unknown) meets = true;
    }
    if (agrees) same++;
    if (meets) comparable++;
    if (meets && agrees) sameKinds++;
  }
  if (same === 0) return comparable === 0 ? 0 : 1;
  return comparable > sameKinds ? 2 : 3;
}
