/**
 * Blocks: of the contacts in a handoff's window, those that are worth comparing once the model is known. What shares a
 * key, an identity or a value is; anything else has to come at a likely time for its queue.
 */
import { firstFrom } from '../lib/binary-search.js';
import type { CandidateFinder, CandidateWindow } from './candidates.js';
import type { Comparison, LevelOf, LinkSides } from './comparison.js';
import { type LinkModel, levelBits, priorBits } from './model.js';
import { luckyShare, mostCarriersOfValue, negligible, scoreGrain } from './settings.js';
import type { ContactSide, HandoffSide } from './sides.js';

export interface Block {
  /** Contacts that came into question at all: what the prior is shared among. */
  candidates: number;
  /** Those to compare, each once; good until the next block is asked for. */
  contacts: Uint32Array;
}

export function blockFinder(
  sides: LinkSides,
  model: LinkModel,
  comparisons: readonly Comparison[],
  compare: readonly LevelOf[],
  find: CandidateFinder,
  window: CandidateWindow,
): (h: number) => Block {
  const { handoffs, contacts } = sides;
  const bounded = comparisons.map(({ bound }, k) => ({
    bound,
    k,
    bits: (model.m[k] ?? []).map((_, level) => levelBits(model, k, level)),
  }));
  const atBest = bounded.reduce(
    (sum, { bound, k, bits }) =>
      sum + (bound.by === 'nothing' ? bestBits(bits, model.m[k] ?? [], bound.bestAreRare) : 0),
    0,
  );
  const ofQueues = bounded.flatMap(({ bound, k, bits }) => {
    const level = compare[k];
    return bound.by === 'queue' && level ? { bits, level } : [];
  });
  const queues = byQueue(contacts);
  const carriers = carrierIndex(contacts, comparisons);
  const least = Math.log2(negligible);
  const waits = bounded.flatMap(({ bound, bits }) =>
    bound.by === 'wait' ? likelyWaits(bits, bound.ends, window.afterMs / 1000) : [],
  );
  const chosen = new Uint32Array(contacts.length);
  const chosenFor = new Int32Array(contacts.length).fill(-1);

  return (h) => {
    const handoff = handoffs[h] as HandoffSide;
    const range = find(handoff);
    const candidates = range.to - range.from;
    let count = 0;
    const choose = (c: number) => {
      if (chosenFor[c] === h) return;
      chosenFor[c] = h;
      chosen[count++] = c;
    };
    for (const c of sharers(handoff, carriers, comparisons))
      if (c >= range.from && c < range.to) choose(c);
    const needed = least - atBest - priorBits(model, candidates);
    for (const { members, times } of queues) {
      const first = members[0] as number;
      const ofQueue = ofQueues.reduce(
        (sum, { bits, level }) => sum + (bits[level(h, first)] as number),
        0,
      );
      const [from, until] = waits[0]?.(needed - ofQueue) ?? always;
      const end = handoff.at + until * 1000;
      let i = firstFrom(times, Math.max(range.fromMs, handoff.at + from * 1000));
      for (; i < members.length && (times[i] as number) <= end; i++) {
        const c = members[i] as number;
        if (c >= range.to) break;
        choose(c);
      }
    }
    return { candidates, contacts: chosen.subarray(0, count) };
  };
}

/** The most that a comparison may add; where the best levels are rare, what all but a lucky share of true pairs stay below. */
function bestBits(bits: readonly number[], m: readonly number[], bestAreRare = false): number {
  if (!bestAreRare) return Math.max(...bits);
  const order = bits.map((_, level) => level).sort((a, b) => (bits[b] ?? 0) - (bits[a] ?? 0));
  let mass = 0;
  for (const level of order) {
    mass += m[level] ?? 0;
    if (mass >= luckyShare) return bits[level] ?? 0;
  }
  return 0;
}

type Stretch = [from: number, until: number];
const never: Stretch = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const always: Stretch = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The stretch of seconds within the window that holds every wait of at least so many bits, by quarter bits. */
function likelyWaits(
  bits: readonly number[],
  levelEnds: readonly number[],
  windowSeconds: number,
): (least: number) => Stretch {
  const known = bits.slice(1).filter((_, level) => (levelEnds[level - 1] ?? 0) < windowSeconds);
  const lowest = Math.floor(Math.min(...known) / scoreGrain);
  const highest = Math.ceil(Math.max(...known) / scoreGrain);
  const table = Array.from({ length: highest - lowest + 1 }, (_, i): Stretch => {
    const levels = known.flatMap((own, level) => (own >= (lowest + i) * scoreGrain ? level : []));
    const [first, last] = [levels[0], levels.at(-1)];
    if (first === undefined || last === undefined) return never;
    return [
      levelEnds[first - 1] ?? Number.NEGATIVE_INFINITY,
      levelEnds[last] ?? Number.POSITIVE_INFINITY,
    ];
  });
  return (least) => {
    const i = Math.floor(least / scoreGrain) - lowest;
    return i >= table.length ? never : (table[Math.max(i, 0)] ?? never);
  };
}

/** Contacts of each queue in order of time. */
function byQueue(contacts: readonly ContactSide[]) {
  const members = new Map<string, number[]>();
  contacts.forEach(({ queue }, c) => {
    const same = members.get(queue ?? '');
    if (same) same.push(c);
    else members.set(queue ?? '', [c]);
  });
  return [...members.values()].map((own) => ({
    members: own,
    times: Float64Array.from(own, (c) => (contacts[c] as ContactSide).at),
  }));
}

/** Contacts by what only their customer or their handoff should have. */
function carrierIndex(
  contacts: readonly ContactSide[],
  comparisons: readonly Comparison[],
): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>();
  contacts.forEach((contact, c) => {
    for (const mark of marks(contact, comparisons)) {
      const same = index.get(mark);
      if (same) same.push(c);
      else index.set(mark, [c]);
    }
  });
  return index;
}

const marks = (side: HandoffSide | ContactSide, comparisons: readonly Comparison[]): string[] =>
  comparisons.flatMap(({ bound }) => (bound.by === 'mark' ? bound.marksOf(side) : []));

function sharers(
  handoff: HandoffSide,
  index: ReadonlyMap<string, number[]>,
  comparisons: readonly Comparison[],
): number[] {
  return marks(handoff, comparisons).flatMap((mark) => {
    const same = index.get(mark) ?? [];
    return same.length > mostCarriersOfValue ? [] : same;
  });
}
