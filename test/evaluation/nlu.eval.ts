/**
 * Intent engines side by side: accuracy in scope, out-of-scope AUROC, calibration, and how much can be labelled at 95 %
 * precision. `HANDBACK_NLPJS_ALL=1` trains nlp.js on large sets, too, which takes minutes each; `HANDBACK_DRAWS=1` draws once.
 */
import { describe, expect, it } from 'vitest';
import type { Prediction } from '../../src/domain/classifier.js';
import { calibrate } from '../../src/evaluate/calibration.js';
import { createEmbedder } from '../../src/nlu/embedder.js';
import { nlpjs } from '../../src/nlu/engines/nlpjs.js';
import { shadow } from '../../src/nlu/engines/shadow.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import {
  auroc,
  bayes,
  centroid,
  lowest,
  plainSvm,
  type Rival,
  thresholdFor,
} from '../support/baselines.js';
import {
  banking77,
  clinc150,
  fewOf,
  hasIntentData,
  hint3,
  type IntentSet,
  natcs,
  tunedOn,
} from '../support/intents.js';

const untuned = (intent: string) => !tunedOn(intent);
const embedder = hasIntentData ? await createEmbedder() : null;
/** One embedder for all tables: a text is embedded once. */
const embedded: Rival = {
  id: 'shadow with embeddings',
  async train(phrases) {
    await embedder?.embed(phrases.map(({ text }) => text));
    const { classify } = trainShadow(phrases, { embeddings: embedder?.meanings ?? new Map() });
    return {
      async classify(texts) {
        await embedder?.embed(texts);
        return texts.map(classify);
      },
    };
  },
};
const slow = process.env.HANDBACK_NLPJS_ALL === '1';
const rivals = [bayes, nlpjs, centroid, plainSvm, shadow, ...(embedder ? [embedded] : [])];
const ours = new Set([shadow.id, embedded.id]);

interface Judged {
  top: number;
  answer: number;
  auroc: number;
  error: number;
  /** At 95 % precision: share by a threshold read off the test, and by one from the training phrases. */
  ideal: number;
  labelled: number;
  precision: number;
}

async function measure(rival: Rival, set: IntentSet, withThreshold: boolean): Promise<Judged> {
  const trained = await rival.train(set.train);
  const said = await trained.classify(set.test.map(({ text }) => text));
  const rows = set.test.map((test, i) => ({ ...test, said: said[i] as Prediction }));
  const inside = rows.filter(({ intent }) => intent !== null);
  const outside = rows.filter(({ intent }) => intent === null);
  const top = inside.map(({ intent, said: { ranking } }) => ({
    probability: ranking[0]?.probability ?? 0,
    right: ranking[0]?.intent === intent,
  }));
  const share = (flags: boolean[]) => flags.filter(Boolean).length / Math.max(1, flags.length);
  const from = withThreshold ? await thresholdFor(rival, set.train, 0.95) : Number.NaN;
  const labelled = top.filter(({ probability }) => probability >= from);
  const claims = rows.map(({ intent, said: one }) => ({
    probability: one.probability,
    right: one.intent === intent,
  }));
  return {
    top: share(top.map(({ right }) => right)),
    answer: share(claims.map(({ right }) => right)),
    auroc: auroc(
      outside.map(({ said: one }) => one.none),
      inside.map(({ said: one }) => one.none),
    ),
    error: calibrate(claims).error ?? Number.NaN,
    ideal: (lowest(top, 0.95)?.count ?? 0) / top.length,
    labelled: withThreshold ? labelled.length / top.length : Number.NaN,
    precision: share(labelled.map(({ right }) => right)),
  };
}

async function table(title: string, sets: IntentSet[], target: string, wanted = rivals) {
  const lines = [`\n=== ${title} (target: ${target})`, header];
  for (const rival of wanted) {
    const runs: Judged[] = [];
    for (const set of sets) runs.push(await measure(rival, set, ours.has(rival.id)));
    lines.push(rowOf(rival.id, runs));
  }
  console.log(lines.join('\n'));
  return lines;
}

const columns: [keyof Judged, string][] = [
  ['top', 'in scope'],
  ['answer', 'all, none counted'],
  ['auroc', 'AUROC'],
  ['error', 'ECE'],
  ['ideal', 'at .95, ideal'],
  ['labelled', 'at .95, learned'],
  ['precision', 'its precision'],
];
const header = ['', ...columns.map(([, name]) => name)]
  .map((cell, i) => cell.padEnd(i === 0 ? 24 : 18))
  .join('');

function rowOf(id: string, runs: readonly Judged[]): string {
  const cells = columns.map(([key]) => {
    const mean = runs.reduce((sum, run) => sum + run[key], 0) / runs.length;
    return Number.isNaN(mean) ? '–' : mean.toFixed(3);
  });
  return [id, ...cells].map((cell, i) => cell.padEnd(i === 0 ? 24 : 18)).join('');
}

const draws = Array.from({ length: Number(process.env.HANDBACK_DRAWS ?? 3) }, (_, i) => i + 1);
const withoutSlow = slow ? rivals : rivals.filter((rival) => rival !== nlpjs);

describe.runIf(hasIntentData)('intents', () => {
  it('with ten phrases an intent', async () => {
    for (const [set, target] of [
      [banking77(), 'in scope .75 without and .80 with embeddings, .50 labelled, ECE .05'],
      [banking77('banking77, untuned half', untuned), 'above the plain SVM'],
      [clinc150(), '.70 labelled, ECE .05'],
      [clinc150('clinc150, untuned half', untuned), 'above the plain SVM'],
      [natcs(), 'none'],
    ] as const) {
      const sets = draws.map((seed) => fewOf(set, 10, seed));
      const chosen = set.name === 'banking77' ? rivals : withoutSlow;
      const title = `${sets[0]?.name}, mean of ${draws.length} draws`;
      const lines = await table(title, sets, target, chosen);
      expect(lines.length).toBe(chosen.length + 2);
    }
  });

  it('with all phrases', async () => {
    const plain = withoutSlow.filter((rival) => rival !== embedded);
    for (const [set, target] of [
      [banking77('banking77, all phrases'), 'in scope .915, ECE .05'],
      [clinc150('clinc150, all phrases'), 'in scope .925, AUROC .96, ECE .05'],
    ] as const)
      expect((await table(set.name, [set], target, plain)).length).toBe(plain.length + 2);
  });

  it('on real queries to a live bot', async () => {
    const set = hint3();
    await table('hint3 (SOFMattress)', [set], 'AUROC .85, ECE .05');
    const inside = set.queries.filter(({ in_scope }) => in_scope);
    const systems = Object.keys(set.queries[0]?.platform_predictions ?? {});
    const published = systems.map((system) => {
      const right = inside.filter(
        ({ intent, platform_predictions }) => platform_predictions[system]?.intent === intent,
      );
      return `${system} ${(right.length / inside.length).toFixed(3)}`;
    });
    console.log(`published predictions, in scope: ${published.join(', ')}`);
    expect(systems.length).toBe(10);
  });
});
