/**
 * New intents, found without being told how many: twenty intents are held back, their utterances grouped, and the groups
 * compared with the intents. Beside it k-means that is told the right number, with and without what is known.
 */
import { describe, expect, it } from 'vitest';
import type { LabelledPhrase } from '../../src/domain/classifier.js';
import { clusterTexts } from '../../src/nlu/clusters.js';
import { likenessOf } from '../../src/nlu/likeness.js';
import { banking77, clinc150, drawn, hasIntentData, natcs } from '../support/intents.js';
import { agreement } from './clusters/agreement.js';
import { kMeans } from './clusters/k-means.js';

const draws = [1, 2, 3, 4, 5];
const heldBack = 20;
/** The likeness of all pairs is held at once for k-means. */
const mostTexts = 2500;

interface Task {
  texts: LabelledPhrase[];
  known: LabelledPhrase[];
}

function draw(all: readonly LabelledPhrase[], seed: number, count: number): Task {
  const names = [...new Set(all.map(({ intent }) => intent))].sort();
  const held = new Set(drawn(names, seed).slice(0, count));
  const rows = drawn(all, seed);
  return {
    texts: rows.filter(({ intent }) => held.has(intent)).slice(0, mostTexts),
    known: rows.filter(({ intent }) => !held.has(intent)),
  };
}

type Method = (task: Task, groups: number) => number[];
const textsOf = ({ texts }: Task) => texts.map(({ text }) => text);
const methods: Record<string, Method> = {
  'ours, number unknown': (task) => clusterTexts(textsOf(task), task.known),
  'ours, nothing known': (task) => clusterTexts(textsOf(task), []),
  'k-means, right number': (task, k) =>
    kMeans(likenessOf(textsOf(task), task.known), task.texts.length, k),
  'k-means, nothing known': (task, k) =>
    kMeans(likenessOf(textsOf(task), []), task.texts.length, k),
};

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

describe.runIf(hasIntentData)('new intents', () => {
  it.each([
    ['banking77', () => banking77(), heldBack, 'NMI .78, ARI .55'],
    ['clinc150', () => clinc150(), heldBack, 'none; nothing was chosen on it'],
    ['natcs', () => natcs(), 12, 'none; nothing was chosen on it'],
  ] as const)('%s', (name, read, count, target) => {
    const { train, test } = read();
    const all = [...train, ...test].filter(({ intent }) => intent !== null);
    const tasks = draws.map((seed) => draw(all, seed, count));
    const lines = Object.entries(methods).map(([method, group]) => {
      const from = performance.now();
      const scores = tasks.map((task) =>
        agreement(
          task.texts.map(({ intent }) => intent ?? ''),
          group(task, count),
        ),
      );
      const seconds = (performance.now() - from) / 1000 / tasks.length;
      const figure = (key: 'nmi' | 'ari' | 'groups') => mean(scores.map((one) => one[key]));
      const spread = scores.map(({ nmi }) => nmi.toFixed(2)).join(' ');
      return `${method.padEnd(24)} NMI ${figure('nmi').toFixed(3)}  ARI ${figure('ari').toFixed(3)}  groups ${figure('groups').toFixed(1)}  (NMI ${spread}; ${seconds.toFixed(1)} s)`;
    });
    const sizes = tasks.map(({ texts }) => texts.length).join(', ');
    console.log(
      [
        `\n=== ${name}, ${count} intents held back, ${draws.length} draws of ${sizes} texts (target: ${target})`,
        ...lines,
      ].join('\n'),
    );
    expect(lines).toHaveLength(4);
  });
});
