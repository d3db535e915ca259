import { describe, expect, it } from 'vitest';
import { addBeside, readOnce } from '../../src/questions/asked-once.js';
import { createTables } from '../../src/questions/fit-wordings.js';
import { createBagReader, type ReadShares } from '../../src/questions/wording-bags.js';
import { unseenWording, type Wording } from '../../src/questions/wordings.js';

const wording = (times: number, label?: string): Wording => ({
  ...unseenWording(),
  times,
  ...(label !== undefined && { label }),
});
const asked = (one: Wording, answer: string[], first = false) => ({
  wording: one,
  answer,
  first,
});

describe('wordings of one contact', () => {
  const [arrival, departure] = [wording(10), wording(10)];
  const besides = (...all: ReturnType<typeof asked>[]) => {
    for (const { wording: one } of all) one.beside.clear();
    addBeside(all);
    return arrival.beside.get(departure) ?? 0;
  };

  it('stand beside each other where a value answers each', () => {
    expect(besides(asked(arrival, ['#date']), asked(departure, ['#date']))).toBe(1);
    expect(departure.beside.get(arrival)).toBe(1);
  });

  it('do not where one is answered by no value, by the same words, or is the first', () => {
    const date = asked(departure, ['#date']);
    expect(besides(asked(arrival, ['~evasion']), date)).toBe(0);
    expect(besides(asked(arrival, ['#date'], true), date)).toBe(0);
    expect(besides(asked(arrival, ['leed']), asked(departure, ['leed']))).toBe(0);
    expect(besides(asked(arrival, ['leed']), asked(departure, ['york']))).toBe(1);
  });

  it('do not stand beside themselves', () => {
    besides(asked(arrival, ['#date']), asked(arrival, ['#date']));
    expect(arrival.beside.size).toBe(0);
  });
});

describe('a slot', () => {
  const classes = ['', '?#date', 'arrival', 'departure'];
  const reader = createBagReader(createTables(), {
    classes,
    verbatimRates: new Map(),
    forms: new Map(),
    never: classes.map(() => false),
    shapes: classes.map(() => null),
    dayWords: new Set(),
    marks: classes.map(() => null),
    uncalled: new Map(),
  });
  /** What each wording says by itself, and is read as beside the other. */
  function readBeside(times: number, own: number[][], label?: string): string[] {
    const all = [wording(16), wording(16, label)];
    const [one, other] = all;
    if (one && other) {
      one.beside.set(other, times);
      other.beside.set(one, times);
    }
    const byItself: ReadShares = ({ wording: its }, shares) =>
      shares.set(own[all.indexOf(its)] ?? []);
    const read = readOnce(all.map(reader.bagsOf), classes, byItself);
    return all.map((its) => {
      const shares = new Float64Array(classes.length);
      read(reader.bagsOf(its), shares);
      return classes[shares.indexOf(Math.max(...shares))] ?? '';
    });
  }
  const both = [
    [0, 0, 0.99, 0.01],
    [0, 0, 0.9, 0.1],
  ];

  it('is not asked for by two that stand beside each other: the surer one keeps it', () => {
    expect(readBeside(12, both)).toEqual(['arrival', 'departure']);
    expect(readBeside(12, [...both].reverse())).toEqual(['departure', 'arrival']);
  });

  it('may be asked for by two that seldom or never stand beside each other', () => {
    expect(readBeside(0, both)).toEqual(['arrival', 'arrival']);
    expect(readBeside(1, both)).toEqual(['arrival', 'arrival']);
  });

  it('is one that is known: what has none may be asked for by both', () => {
    const unknown = [
      [0, 0.99, 0, 0.01],
      [0, 0.9, 0, 0.1],
    ];
    expect(readBeside(12, unknown)).toEqual(['?#date', '?#date']);
  });

  it("is left to the bot's own question, which is known for certain", () => {
    expect(readBeside(12, both, 'arrival')).toEqual(['arrival', 'arrival']);
  });
});
