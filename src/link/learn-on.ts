/** Learns the model on the night itself: on all of it where it is small, on stretches of it where it is large. */

import { evenly } from '../lib/evenly.js';
import type { CandidateRange } from './candidates.js';
import type { Comparison, LevelOf, LinkSides } from './comparison.js';
import { comparisons } from './comparisons/index.js';
import type { Known } from './known.js';
import { type KnownLevels, learn } from './learn.js';
import type { LinkModel } from './model.js';
import { countOf, type LevelledPairs, levelPairs } from './pairs.js';
import { queueHabits } from './queue-habits.js';
import {
  certainTeachFrom,
  mostKnown,
  mostLearnedFrom,
  mostStretches,
  windowsAStretch,
} from './settings.js';
import type { ContactSide, HandoffSide } from './sides.js';
import { learnSubjects } from './subjects.js';

export interface FittedModel {
  model: LinkModel;
  /** The comparisons, ready for the sides. */
  compare: LevelOf[];
  /** The sides, with the queues' habits as they were learned. */
  sides: LinkSides;
}

export function learnOn(
  sides: LinkSides,
  known: Known,
  candidatesOf: (h: number) => CandidateRange,
): FittedModel {
  const certain = evenly([...known.keyed, ...known.held], mostKnown);
  const compare = comparisons.map((comparison) => comparison.prepare(sides));
  const pairs = levelPairs(sample(sides.handoffs.length, candidatesOf), candidatesOf, compare, {
    handoffs: sides.handoffs.length,
    contacts: sides.contacts.length,
  });
  const learnFrom = (levels: LevelledPairs, learned: LinkSides) =>
    learn(levels, comparisons, {
      levels: knownLevels(certain, learned),
      held: (known.held.length * levels.handoffs.length) / sides.handoffs.length,
    });
  const first = learnFrom(pairs, sides);
  if (known.keyed.length + known.held.length >= certainTeachFrom * sides.handoffs.length)
    return { model: first.model, compare, sides };

  // Queues that are named otherwise than the bot's targets, and what sessions are about, show themselves in the pairs that
  // other comparisons found.
  const likely = [...likelyPairs(certain, sides, first.pairs, first.probability)];
  const handoffs = [...sides.handoffs, ...certain.map(({ handoff }) => handoff)];
  const contacts = [...sides.contacts, ...certain.map(({ contact }) => contact)];
  const taught: LinkSides = {
    ...sides,
    queueHabits: queueHabits(handoffs, contacts, likely),
    subjects: learnSubjects(handoffs, contacts, likely),
  };
  const again = compare.map((own, k) =>
    comparisons[k]?.learned ? (comparisons[k] as Comparison).prepare(taught) : own,
  );
  const levels = pairs.levels.map((own, k) =>
    again[k] === compare[k] ? own : relevelled(pairs, again[k] as LevelOf),
  );
  const isTold = levels.some((column, k) => !sameLevels(column, pairs.levels[k] as Uint8Array));
  if (!isTold) return { model: first.model, compare, sides };
  const { model } = learnFrom({ ...pairs, levels }, taught);
  return { model, compare: again, sides: taught };
}

function sample(handoffs: number, candidatesOf: (h: number) => CandidateRange): Uint32Array {
  const probes = Array.from({ length: 100 }, (_, i) => Math.floor((i * handoffs) / 100));
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const candidates = Math.max(1, mean(probes.map((h) => countOf(candidatesOf(h)))));
  const affordable = Math.min(
    mostLearnedFrom.handoffs,
    Math.round(mostLearnedFrom.pairs / candidates),
  );
  if (handoffs <= affordable) return Uint32Array.from({ length: handoffs }, (_, h) => h);
  // As many handoffs as candidates come in a window, or fewer.
  const stretches = Math.floor(affordable / (windowsAStretch * candidates));
  const count = Math.min(Math.max(1, stretches), mostStretches);
  const length = Math.floor(affordable / count);
  const gap = count === 1 ? 0 : (handoffs - length) / (count - 1);
  return Uint32Array.from(
    { length: length * count },
    (_, i) => Math.round(Math.floor(i / length) * gap) + (i % length),
  );
}

/** What pairs of certain truth look like: counts by comparison and level. */
function knownLevels(certain: readonly Certain[], sides: LinkSides): KnownLevels['levels'] {
  const paired: LinkSides = {
    ...sides,
    handoffs: certain.map(({ handoff }) => handoff),
    contacts: certain.map(({ contact }) => contact),
  };
  return comparisons.map((comparison) => {
    const level = comparison.prepare(paired);
    const counts = comparison.levels.map(() => 0);
    certain.forEach((_, i) => {
      const at = level(i, i);
      counts[at] = (counts[at] ?? 0) + 1;
    });
    return counts;
  });
}

interface Certain {
  handoff: HandoffSide;
  contact: ContactSide;
}

function* likelyPairs(
  certain: readonly Certain[],
  sides: LinkSides,
  { handoffs, start, contact }: LevelledPairs,
  probability: Float64Array,
) {
  for (const pair of certain) yield { ...pair, weight: 1 };
  for (let row = 0; row < handoffs.length; row++) {
    for (let p = start[row] as number; p < (start[row + 1] as number); p++) {
      yield {
        handoff: sides.handoffs[handoffs[row] as number] as HandoffSide,
        contact: sides.contacts[contact[p] as number] as ContactSide,
        weight: probability[p] as number,
      };
    }
  }
}

function relevelled({ handoffs, start, contact }: LevelledPairs, level: LevelOf): Uint8Array {
  const column = new Uint8Array(contact.length);
  for (let row = 0; row < handoffs.length; row++) {
    for (let p = start[row] as number; p < (start[row + 1] as number); p++) {
      column[p] = level(handoffs[row] as number, contact[p] as number);
    }
  }
  return column;
}

const sameLevels = (a: Uint8Array, b: Uint8Array): boolean =>
  a === b || a.every((level, i) => level === b[i]);
