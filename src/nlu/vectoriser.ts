import { buckets, type Hashed } from './features.js';
import { blockShares, rarityPower } from './settings.js';

/** A sparse vector of length 1: one value an id. */
export interface Vector {
  ids: Int32Array;
  values: Float32Array;
  /** 0 to 1: how much of the text's weight in words lies in words that the training phrases have. */
  familiar: number;
  /** 0 to 1: which share of all its features they have, pairs and letters included. */
  covered: number;
}

export interface Vectoriser {
  kept: KeptVectoriser;
  /** Ids run from 0 to `size` - 1. */
  size: number;
  /** @param left by id, in how many training phrases it still is: with 0 it is read as if none had it. */
  vectorise(hashed: Hashed, left?: Int32Array): Vector;
}

export interface KeptVectoriser {
  /** Slots of the table in which features are found, a power of two. */
  slots: number;
  /** The slot of each id. */
  places: Int32Array;
  /** In how many training phrases each id is. */
  frequency: Int32Array;
  phrases: number;
}

const seed = [0, 0x3c6ef3, 0x1b873, 0xe6546b] as const;
/** Slots for each feature that the training phrases could have at most. */
const room = 4;

/** The blocks share one table, which is no larger than the bot needs: a small one stays in the processor's cache. */
function slotsFor(training: readonly Hashed[]): number {
  let features = 0;
  for (const hashed of training) for (const block of hashed) features += block.length;
  return Math.min(buckets, 2 ** Math.ceil(Math.log2(room * features + 1)));
}

/** @param fewest training phrases that a feature must be in. */
export function fitVectoriser(training: readonly Hashed[], fewest = 1): Vectoriser {
  const slots = slotsFor(training);
  const found = countFeatures(training, fewest, slots, slotFinder(slots));
  return createVectoriser({ ...found, slots, phrases: training.length });
}

const slotFinder = (slots: number) => (bucket: number, block: number) =>
  (bucket ^ (seed[block] ?? 0)) & (slots - 1);

export function createVectoriser(kept: KeptVectoriser): Vectoriser {
  const { slots, places, frequency, phrases } = kept;
  const slotOf = slotFinder(slots);
  const ids = new Int32Array(slots);
  places.forEach((slot, id) => {
    ids[slot] = id + 1;
  });
  const rarity = (documents: number) => Math.log(1 + phrases / documents) ** rarityPower;
  const weights = Float64Array.from(frequency, rarity);
  const newWord = rarity(1);
  const counts = new Int32Array(weights.length);
  const foundIds = new Int32Array(1 << 14);
  const foundValues = new Float64Array(foundIds.length);

  return {
    kept,
    size: weights.length,
    vectorise(hashed, left) {
      let size = 0;
      let total = 0;
      let familiar = 0;
      let strange = 0;
      for (let block = 0; block < hashed.length; block++) {
        const start = size;
        let unknown = 0;
        for (const bucket of hashed[block] as Int32Array) {
          const id = (ids[slotOf(bucket, block)] as number) - 1;
          if (id < 0 || left?.[id] === 0) unknown++;
          else if ((counts[id] as number) > 0) counts[id] = (counts[id] as number) + 1;
          else if (size < foundIds.length) {
            foundIds[size++] = id;
            counts[id] = 1;
          }
        }
        strange += unknown;
        let square = 0;
        for (let i = start; i < size; i++) {
          const id = foundIds[i] as number;
          const value = weightOfTimes(counts[id] as number) * (weights[id] as number);
          counts[id] = 0;
          foundValues[i] = value;
          square += value * value;
        }
        if (block === 0) familiar = square / (square + unknown * newWord * newWord || 1);
        if (square === 0) continue;
        const share = blockShares[block] ?? 0;
        total += share;
        const scale = Math.sqrt(share / square);
        for (let i = start; i < size; i++) foundValues[i] = (foundValues[i] as number) * scale;
      }
      const length = Math.sqrt(total) || 1;
      const values = new Float32Array(size);
      for (let i = 0; i < size; i++) values[i] = (foundValues[i] as number) / length;
      return {
        ids: foundIds.slice(0, size),
        values,
        familiar,
        covered: size / (size + strange || 1),
      };
    },
  };
}

/** Most features are once in a text, and a logarithm of 1 costs as much as any. */
const weightOfTimes = (times: number) => (times === 1 ? 1 : 1 + Math.log(times));

/** Which slots have an id, and in how many phrases each id is. */
function countFeatures(
  training: readonly Hashed[],
  fewest: number,
  slots: number,
  slotOf: (bucket: number, block: number) => number,
) {
  const documents = new Int32Array(slots);
  const lastSeen = new Int32Array(slots);
  const order: number[] = [];
  training.forEach((hashed, document) => {
    for (let block = 0; block < hashed.length; block++)
      for (const bucket of hashed[block] as Int32Array) {
        const slot = slotOf(bucket, block);
        if (lastSeen[slot] === document + 1) continue;
        lastSeen[slot] = document + 1;
        if (documents[slot] === 0) order.push(slot);
        documents[slot] = (documents[slot] as number) + 1;
      }
  });
  const kept = order.filter((slot) => (documents[slot] as number) >= fewest);
  // Frequent features get neighbouring ids, so that what most texts touch stays in the processor's cache.
  kept.sort((a, b) => (documents[b] as number) - (documents[a] as number));
  const places = Int32Array.from(kept);
  return { places, frequency: places.map((slot) => documents[slot] as number) };
}
