/** A bot's month, replayed: what it trains on, what it was asked, and what the agent side then says of its failures. */

import { createHash } from 'node:crypto';
import type { Classifier, LabelledPhrase } from '../../../src/domain/classifier.js';
import {
  banking77,
  clinc150,
  drawn,
  fewOf,
  hint3,
  type IntentSet,
  natcs,
} from '../../support/intents.js';
import { seeded } from '../../support/seeded.js';

export interface World {
  name: string;
  start: LabelledPhrase[];
  lastMonth: LabelledPhrase[];
  nextMonth: LabelledPhrase[];
}

const started = 10;

/** Everything that the bot does not start from is traffic; half of it each month. */
function restOf(set: IntentSet, seed: number): World {
  const { train } = fewOf(set, started, seed);
  const begun = new Set(train);
  const traffic = [...set.train.filter((one) => !begun.has(one)), ...set.test];
  return halved(set.name, train, traffic, seed);
}

function halved(
  name: string,
  start: LabelledPhrase[],
  traffic: readonly LabelledPhrase[],
  seed: number,
): World {
  const order = drawn(traffic, seed + 100);
  const half = Math.floor(order.length / 2);
  return { name, start, lastMonth: order.slice(0, half), nextMonth: order.slice(half) };
}

export const worlds: Record<string, (seed: number) => World> = {
  hint3(seed) {
    const { train, test } = hint3();
    return halved('hint3', train, test, seed);
  },
  banking77: (seed) => restOf(banking77(), seed),
  clinc150: (seed) => restOf(clinc150(), seed),
  natcs: (seed) => restOf(natcs(), seed),
};

export interface Failure {
  id: string;
  text: string;
  truth: string | null;
  /** What the bot took it for; null: no match. */
  said: string | null;
  /** Certainty of the bot, 0 to 1. */
  sure: number;
  /** What the outcome says it was. */
  label: string | null;
}

/** A failure's label by its truth. */
export type Outcomes = (text: string, truth: string | null) => string | null;

/** So many labels name another of the bot's intents, or none, drawn anew for each seed. */
export function wrongLabels(world: World, share: number, seed: number): Outcomes {
  const next = seeded(seed * 7919 + 13);
  const intents = [...intentsOf(world), null];
  return (_, truth) => {
    const [wrong, other] = [next() < share, next()];
    const others = intents.filter((intent) => intent !== truth);
    return wrong ? (others[Math.floor(other * others.length)] ?? null) : truth;
  };
}

const covered = 4;

/** Codes that cover four intents each; the words decide among these. */
export function coarseCodes(world: World, words: Classifier): Outcomes {
  const order = intentsOf(world);
  return (text, truth) => {
    const at = truth === null ? -1 : order.indexOf(truth);
    if (at < 0) return truth;
    const code = Math.floor(at / covered);
    const under = order.slice(covered * code, covered * (code + 1));
    const { ranking } = words.classify(text);
    return ranking.find(({ intent }) => under.includes(intent))?.intent ?? truth;
  };
}

/** In order of name: intents with like names lie under one code. */
export function intentsOf({ start }: World): string[] {
  return [...new Set(start.flatMap(({ intent }) => intent ?? []))].sort();
}

export const idOf = (text: string, i: number) =>
  `q-${createHash('sha256').update(`${i} ${text}`).digest('hex').slice(0, 8)}`;
