import { buckets, type Hashed } from './features.js';

/** A sparse vector of length 1: one value an id. */
export interface Vector {
  ids: Int32Array;
  values: Float32Array;
  /** 0 to 1: how much of the text's weight in words lies in words that the training phrases have. */
  familiar: number;
}

export interface Vectoriser {
  /** Ids run from 0 to `size` - 1. */
  size: number;
  vectorise(hashed: Hashed): Vector;
}

/** Words say what is wanted, characters forgive spelling and inflection; characters carry a little more of the length. */
const wordShare = 0.4;

/** Features of the training phrases, weighted by the root of their inverse document frequency: a rare word says more, but not all. */
export function fitVectoriser(training: readonly Hashed[]): Vectoriser {
  const slots = { words: new Int32Array(buckets), characters: new Int32Array(buckets) };
  const frequency: number[] = [];
  const lastSeen: number[] = [];
  training.forEach((hashed, document) => {
    for (const block of ['words', 'characters'] as const) {
      for (const bucket of hashed[block]) {
        const table = slots[block];
        if (table[bucket] === 0) table[bucket] = frequency.push(0);
        const id = (table[bucket] as number) - 1;
        if (lastSeen[id] === document) continue;
        lastSeen[id] = document;
        frequency[id] = (frequency[id] ?? 0) + 1;
      }
    }
  });
  const rarity = (documents: number) => Math.sqrt(Math.log(1 + training.length / documents));
  const weights = Float64Array.from(frequency, rarity);
  const newWord = rarity(1);
  const counts = new Float64Array(weights.length);

  /** Ids of known features with their values, and the unknown ones' number. Leaves `counts` at zero. */
  function block(found: Int32Array, table: Int32Array) {
    const ids: number[] = [];
    let unknown = 0;
    for (const bucket of found) {
      const id = (table[bucket] as number) - 1;
      if (id < 0) unknown += 1;
      else {
        if (counts[id] === 0) ids.push(id);
        counts[id] = (counts[id] as number) + 1;
      }
    }
    let square = 0;
    const values = ids.map((id) => {
      const value = (1 + Math.log(counts[id] as number)) * (weights[id] as number);
      counts[id] = 0;
      square += value * value;
      return value;
    });
    return { ids, values, square, unknown };
  }

  return {
    size: weights.length,
    vectorise(hashed) {
      const words = block(hashed.words, slots.words);
      const characters = block(hashed.characters, slots.characters);
      const unknownSquare = words.unknown * newWord * newWord;
      const familiar = words.square / (words.square + unknownSquare || 1);
      return { ...joined(words, characters), familiar };
    },
  };
}

interface Block {
  ids: number[];
  values: number[];
  square: number;
}

function joined(words: Block, characters: Block): Pick<Vector, 'ids' | 'values'> {
  const share = [
    words.square && wordShare / Math.sqrt(words.square),
    characters.square && (1 - wordShare) / Math.sqrt(characters.square),
  ] as const;
  const length = Math.hypot(words.square && wordShare, characters.square && 1 - wordShare) || 1;
  const values = new Float32Array(words.ids.length + characters.ids.length);
  words.values.forEach((value, i) => {
    values[i] = (value * share[0]) / length;
  });
  characters.values.forEach((value, i) => {
    values[words.ids.length + i] = (value * share[1]) / length;
  });
  return { ids: Int32Array.from([...words.ids, ...characters.ids]), values };
}
