/**
 * How alike texts mean, told without a model: by the words that they share, and by how each stands to what is known
 * already. Two texts about a new matter are like the same old ones ("my transfer has not arrived" is like what is said of
 * cards that have not), also where they share no word.
 */
import type { LabelledPhrase } from '../domain/classifier.js';
import { stems } from '../text/words.js';
import { fewestTexts, likenessShares, standing } from './settings.js';

/** Feature to value, of length 1. */
type Sparse = ReadonlyMap<number, number>;

/** Likeness of text `i` to every text, at most 1; the same array each time, good until the next call. */
export type Likeness = (i: number) => Float64Array;

/** Cost of a call: texts × known intents. @param known phrases with their intents; none is needed */
export function likenessOf(texts: readonly string[], known: readonly LabelledPhrase[]): Likeness {
  const vectors = vectorsOf(texts, known);
  const own = vectors.slice(0, texts.length);
  const profiles = profilesOf(own, vectors.slice(texts.length), known);
  const share = profiles ? standing : 0;
  const index = new Map<number, [text: number, value: number][]>();
  own.forEach((vector, i) => {
    for (const [id, value] of vector) index.set(id, [...(index.get(id) ?? []), [i, value]]);
  });
  const alike = new Float64Array(own.length);
  return (i) => {
    alike.fill(0);
    for (const [id, value] of own[i] ?? [])
      for (const [j, other] of index.get(id) ?? [])
        alike[j] = (alike[j] ?? 0) + (1 - share) * value * other;
    const profile = profiles?.[i];
    if (profile)
      profiles.forEach((other, j) => {
        alike[j] = (alike[j] ?? 0) + share * dot(profile, other);
      });
    return alike;
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

interface Features {
  one: string[];
  pair: string[];
}

function featuresOf(text: string): Features {
  const one = stems(text);
  return { one, pair: one.slice(1).map((stem, i) => `${one[i]} ${stem}`) };
}

const distinct = ({ one, pair }: Features) => new Set([...one, ...pair]);

/** The texts', then the known phrases'. */
function vectorsOf(texts: readonly string[], known: readonly LabelledPhrase[]): Sparse[] {
  const all = [...texts, ...known.map(({ text }) => text)].map(featuresOf);
  const documents = new Map<string, number>();
  for (const features of all)
    for (const feature of distinct(features))
      documents.set(feature, (documents.get(feature) ?? 0) + 1);
  const ids = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const [feature, n] of documents) {
    if (n < fewestTexts) continue;
    ids.set(feature, ids.size);
    weights.set(feature, Math.log(1 + all.length / n));
  }
  return all.map((features) => vectorOf(features, ids, weights));
}

function vectorOf(
  features: Features,
  ids: ReadonlyMap<string, number>,
  weights: ReadonlyMap<string, number>,
): Sparse {
  const vector = new Map<number, number>();
  let squares = 0;
  for (const block of ['one', 'pair'] as const) {
    const counts = new Map<string, number>();
    for (const feature of features[block]) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    const values = [...counts].flatMap(([feature, n]): [number, number][] => {
      const [id, weight = 0] = [ids.get(feature), weights.get(feature)];
      return id === undefined || weight === 0 ? [] : [[id, (1 + Math.log(n)) * weight]];
    });
    const square = values.reduce((sum, [, value]) => sum + value * value, 0);
    for (const [id, value] of values)
      vector.set(id, value * Math.sqrt(likenessShares[block] / square));
    if (square > 0) squares += likenessShares[block];
  }
  for (const [id, value] of vector) vector.set(id, value / Math.sqrt(squares));
  return vector;
}

/**
 * Cosine to each known intent's centre, less the mean of all texts, at length 1: what a text is more like than its fellows
 * are. null where fewer than two intents are known.
 */
function profilesOf(
  own: readonly Sparse[],
  theirs: readonly Sparse[],
  known: readonly LabelledPhrase[],
): Float64Array[] | null {
  const intents = [...new Set(known.map(({ intent }) => intent))];
  if (intents.length < 2) return null;
  const place = new Map(intents.map((intent, k) => [intent, k]));
  const centres = new Map<number, Float64Array>();
  const squares = new Float64Array(intents.length);
  theirs.forEach((vector, i) => {
    const k = place.get(known[i]?.intent ?? null) ?? 0;
    for (const [id, value] of vector) {
      const row = centres.get(id) ?? new Float64Array(intents.length);
      centres.set(id, row);
      row[k] = (row[k] ?? 0) + value;
    }
  });
  for (const row of centres.values())
    for (const [k, value] of row.entries()) squares[k] = (squares[k] ?? 0) + value * value;
  const rows = own.map((vector) => {
    const row = new Float64Array(intents.length);
    for (const [id, value] of vector)
      centres.get(id)?.forEach((other, k) => {
        row[k] = (row[k] ?? 0) + (value * other) / Math.sqrt(squares[k] || 1);
      });
    return row;
  });
  const means = intents.map((_, k) => sum(rows.map((row) => row[k] ?? 0)) / rows.length);
  return rows.map((row) => {
    const centred = row.map((value, k) => value - (means[k] ?? 0));
    const length = Math.sqrt(dot(centred, centred)) || 1;
    return centred.map((value) => value / length);
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
