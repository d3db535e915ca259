/**
 * Which queue takes the handoffs to which target. Bot and contact centre name their queues apart ("billing", "Q-0017"),
 * so equal names are a first guess, and the pairs that are known or likely teach the rest.
 */

import { guessedHandoffs } from './settings.js';
import type { ContactSide, HandoffSide } from './sides.js';

export interface QueueHabits {
  /** Row of each target and column of each queue in `bits`. */
  targets: ReadonlyMap<string, number>;
  queues: ReadonlyMap<string, number>;
  /** log2 (P(queue | handoff to the target) / P(queue | any contact)). */
  bits: readonly Float64Array[];
}

export interface WeighedPair {
  handoff: HandoffSide;
  contact: ContactSide;
  /** How likely they are the same journey. */
  weight: number;
}

export function queueHabits(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
  pairs: Iterable<WeighedPair>,
): QueueHabits {
  const targets = numbered(handoffs.flatMap(({ target }) => target ?? []));
  const queues = numbered(contacts.flatMap(({ queue }) => queue ?? []));
  const total = contacts.reduce((n, { queue }) => n + (queue === undefined ? 0 : 1), 0);
  const share = new Float64Array(queues.size);
  for (const { queue } of contacts) {
    const column = queues.get(queue ?? '');
    if (column !== undefined) share[column] = (share[column] as number) + 1 / total;
  }
  const counts = [...targets.keys()].map((target) =>
    Float64Array.from(queues.keys(), (queue, i) => firstGuess(target, queue, share[i] as number)),
  );
  for (const { handoff, contact, weight } of pairs) {
    const row = counts[targets.get(handoff.target ?? '') ?? -1];
    const column = queues.get(contact.queue ?? '');
    if (row && column !== undefined) row[column] = (row[column] as number) + weight;
  }
  const bits = counts.map((row) => {
    const sum = row.reduce((a, b) => a + b, 0);
    return row.map((count, i) => Math.log2(count / sum / (share[i] as number)));
  });
  return { targets, queues, bits };
}

/** In the order of the alphabet, so that the order of the records does not matter. */
function numbered(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].sort().map((name, i) => [name, i]));
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function firstGuess(target: string, queue: string, share: number): number {
  const [a, b] = [plain(target), plain(queue)];
  const near = a !== '' && b !== '' && (a.includes(b) || b.includes(a));
  return (
    guessedHandoffs.any * share + (a === b ? guessedHandoffs.same : near ? guessedHandoffs.near : 0)
  );
}
