/** Every comparison of the linker passes the same suite. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LinkSides } from '../../src/link/comparison.js';
import { comparisons } from '../../src/link/comparisons/index.js';
import { queueHabits } from '../../src/link/queue-habits.js';
import { noSubjects } from '../../src/link/subjects.js';
import { wordTopics } from '../../src/link/topics.js';
import { contact, handoff, quietDay } from '../link/sides.js';
import { linkWorld } from '../support/linking.js';

function sidesOf(handoffs: LinkSides['handoffs'], contacts: LinkSides['contacts']): LinkSides {
  const topics = wordTopics(handoffs, contacts);
  return {
    handoffs,
    contacts,
    topics,
    queueHabits: queueHabits(handoffs, contacts, []),
    subjects: noSubjects,
  };
}

const day = quietDay(12);
const simulated = linkWorld({ world: 'telco', journeys: 60, seed: 4, from: '2026-09-07', days: 2 });
const worlds: [string, LinkSides][] = [
  ['a quiet day', sidesOf(day.handoffs, [...day.own, ...day.direct])],
  ['a simulated centre', sidesOf(simulated.handoffs, simulated.contacts)],
];
/** Sides of which no more is known than that they took place, an hour apart. */
const bare = sidesOf([handoff('s', 0)], [contact('c', 3600)]);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

it('every comparison is in the registry once, under the name of its file', () => {
  const folder = new URL('../../src/link/comparisons', import.meta.url);
  const names = readdirSync(folder)
    .map((file) => file.replace('.ts', ''))
    .filter((name) => name !== 'index');
  expect(comparisons.map(({ id }) => id).sort()).toEqual(names.sort());
});

describe.each(comparisons)('$id', (comparison) => {
  it('names its levels, the first of them "missing", each once', () => {
    const { levels } = comparison;
    expect(levels[0]).toBe('missing');
    expect(levels.length).toBeGreaterThan(2);
    expect(new Set(levels).size).toBe(levels.length);
  });

  it('starts from probabilities of the levels after "missing", which add up to 1', () => {
    for (const start of [comparison.startingM, comparison.startingU]) {
      expect(start).toHaveLength(comparison.levels.length - 1);
      expect(sum(start)).toBeCloseTo(1, 6);
      for (const share of start) expect(share).toBeGreaterThan(0);
    }
  });

  it('keeps what it learned a distribution, where m has a known shape', () => {
    const counts = comparison.startingM.map((_, i) => 10 + 7 * i);
    const shares = comparison.shape?.(counts) ?? comparison.startingM;
    expect(shares).toHaveLength(counts.length);
    expect(sum(shares)).toBeCloseTo(1, 6);
  });

  it.each(worlds)('reads a level of its own for every pair of %s', (_, sides) => {
    const levelOf = comparison.prepare(sides);
    const again = comparison.prepare(sides);
    sides.handoffs.forEach((_, h) => {
      sides.contacts.forEach((_, c) => {
        const level = levelOf(h, c);
        expect(comparison.levels[level]).toBeDefined();
        expect(again(h, c)).toBe(level);
      });
    });
  });

  it.each(worlds)('keeps to its bound for every pair of %s', (_, sides) => {
    const { bound, startingM, startingU } = comparison;
    const levelOf = comparison.prepare(sides);
    const bits = (level: number) =>
      level === 0 ? 0 : Math.log2((startingM[level - 1] ?? 1) / (startingU[level - 1] ?? 1));
    sides.handoffs.forEach((handoff, h) => {
      const ofQueue = new Map<string, number>();
      sides.contacts.forEach((contact, c) => {
        const level = levelOf(h, c);
        const queue = contact.queue ?? '';
        if (bound.by === 'queue') expect(level).toBe(ofQueue.get(queue) ?? level);
        ofQueue.set(queue, level);
        if (bound.by === 'mark') {
          const marks = new Set(bound.marksOf(contact));
          if (!bound.marksOf(handoff).some((mark) => marks.has(mark)))
            expect(bits(level)).toBeLessThanOrEqual(0);
        }
        if (bound.by === 'wait') {
          const seconds = Math.ceil((contact.at - handoff.at) / 1000);
          expect(level).toBe(1 + bound.ends.findIndex((end) => seconds <= end));
        }
      });
    });
  });

  it('compares nothing without anything to compare', () => {
    const level = comparison.levels[comparison.prepare(bare)(0, 0)];
    // Every handoff has a time and a channel, and every contact an origin.
    if (!['waiting', 'channel', 'origin'].includes(comparison.id)) expect(level).toBe('missing');
    else expect(level).toBeDefined();
  });
});
