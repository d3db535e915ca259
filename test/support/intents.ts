/** Public intent data: what a bot would be trained on, what it is then asked, and what of that no intent covers. */

import { createHash } from 'node:crypto';
import type { LabelledPhrase } from '../../src/domain/classifier.js';
import { seeded } from './seeded.js';
import { hasShared, readShared } from './shared-data.js';

export interface IntentSet {
  name: string;
  train: LabelledPhrase[];
  /** Utterances of which each belongs to an intent, or (null) to none. */
  test: LabelledPhrase[];
}

interface Row {
  text: string;
  intent: string | null;
  split?: string;
  in_scope?: boolean;
}

const hash = (text: string) => createHash('sha256').update(text).digest();

/** Half of the intents of `banking77` and `clinc150` were tuned on; figures of the other half were not looked at before. */
export const tunedOn = (intent: string): boolean => hash(intent).readUInt8(0) % 2 === 0;

const phrase = ({ text, intent }: Row): LabelledPhrase => ({ text, intent });
const files = {
  banking77: 'banking77/train.jsonl',
  clinc150: 'clinc150/utterances.jsonl',
  hint3: 'hint3/sofmattress.jsonl',
  natcs: 'natcs_dstc11/insurance_utterances.jsonl',
} as const;

export const hasIntentData = Object.values(files).every(hasShared);

/** One text in five, by its hash, is for the test. */
export function banking77(name = 'banking77', wanted: (intent: string) => boolean = () => true) {
  const rows = readShared<Row[]>(files.banking77).filter(({ intent }) => wanted(intent ?? ''));
  const isTest = ({ text }: Row) => hash(`split${text}`).readUInt32BE(0) % 5 === 0;
  return {
    name,
    train: rows.filter((row) => !isTest(row)).map(phrase),
    test: rows.filter(isTest).map(phrase),
  };
}

/** Its own split; all its out-of-scope queries are for the test. */
export function clinc150(name = 'clinc150', wanted: (intent: string) => boolean = () => true) {
  const rows = readShared<Row[]>(files.clinc150).filter(
    ({ intent }) => intent === null || wanted(intent),
  );
  return {
    name,
    train: rows.filter((row) => row.split === 'train' && row.intent !== null).map(phrase),
    test: rows.filter((row) => row.split === 'test' || row.intent === null).map(phrase),
  };
}

export type HintRow = Row & { platform_predictions: Record<string, { intent: string }> };

export function hint3(): IntentSet & { queries: HintRow[] } {
  const rows = readShared<HintRow[]>(files.hint3);
  const queries = rows.filter(({ split }) => split === 'test');
  return {
    name: 'hint3',
    train: rows.filter(({ split }) => split === 'train').map(phrase),
    test: queries.map(({ text, intent, in_scope }) => ({ text, intent: in_scope ? intent : null })),
    queries,
  };
}

/** Half of it, by hash, is for the test. */
export function natcs(): IntentSet {
  const rows = readShared<Row[]>(files.natcs);
  const isTest = ({ text }: Row) => hash(`split${text}`).readUInt32BE(0) % 2 === 0;
  return {
    name: 'natcs',
    train: rows.filter((row) => !isTest(row)).map(phrase),
    test: rows.filter(isTest).map(phrase),
  };
}

export function drawn<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  const next = seeded(seed);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const [a, b] = [order[i], order[j]];
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a];
  }
  return order;
}

/** So many phrases of each intent, drawn anew for each seed. */
export function fewOf(set: IntentSet, count: number, seed: number): IntentSet {
  const seen = new Map<string | null, number>();
  const train = drawn(set.train, seed).filter(({ intent }) => {
    seen.set(intent, (seen.get(intent) ?? 0) + 1);
    return (seen.get(intent) ?? 0) <= count;
  });
  return { ...set, name: `${set.name}, ${count} phrases an intent`, train };
}
