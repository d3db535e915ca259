/** Every intent engine passes the same suite. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Prediction } from '../../src/domain/classifier.js';
import type { TrainedEngine } from '../../src/nlu/engine.js';
import { engineById, engines } from '../../src/nlu/engines/index.js';
import { libraryPhrases } from '../nlu/phrases.js';

const folder = new URL('../../src/nlu/engines/', import.meta.url);
const installed = (name: string) => {
  try {
    return createRequire(import.meta.url).resolve(name) !== '';
  } catch {
    return false;
  }
};

it('every engine is in the registry once, under the name of its file', () => {
  const files = readdirSync(folder)
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace('.ts', ''));
  expect(engines.map(({ id }) => id).sort()).toEqual(files.sort());
  for (const engine of engines) expect(engineById(engine.id)).toBe(engine);
  expect(engineById('no-such-engine')).toBeUndefined();
});

const asked = ['could I renew the book I borrowed', 'are you open on Sunday', 'my card got lost'];
const right = ['renew_loan', 'opening_hours', 'lost_card'];
const best = ({ ranking }: Prediction) => ranking[0]?.intent;

describe.each(engines)('engine $id', (engine) => {
  it('is described', () => {
    expect(engine.title).not.toBe('');
    expect(engine.description).toMatch(/\.$/);
  });

  describe.runIf(engine.needs.every(installed))('trained', () => {
    let trained: TrainedEngine;
    beforeAll(async () => {
      trained = await engine.train(libraryPhrases);
    }, 30_000);

    it('understands paraphrases, and its probabilities add up to 1 with none', async () => {
      expect(trained.intents).toEqual(['lost_card', 'opening_hours', 'pay_fine', 'renew_loan']);
      const texts = [...asked, '', 'xyzzy plugh', '👍'];
      const predictions = await trained.classify(texts);
      expect(predictions.map(best).slice(0, 3)).toEqual(right);
      for (const { intent, probability, ranking, none } of predictions) {
        const sum = ranking.reduce((total, one) => total + one.probability, none);
        expect(sum).toBeCloseTo(1, 5);
        expect(ranking.map((one) => one.intent).sort()).toEqual(trained.intents);
        expect(probability).toBe(intent === null ? none : ranking[0]?.probability);
      }
    }, 30_000);

    it('says none where nothing is said, and an intent where one was taught', async () => {
      const [nothing, own] = await trained.classify(['', 'renew my loan please']);
      expect(nothing?.intent).toBeNull();
      expect(own?.intent).toBe('renew_loan');
    }, 30_000);

    it('does not depend on the order of phrases, nor on the company of a text, prints nothing and leaves no file', async () => {
      const before = readdirSync(process.cwd()).sort();
      const spies = [
        vi.spyOn(process.stdout, 'write').mockReturnValue(true),
        vi.spyOn(process.stderr, 'write').mockReturnValue(true),
        vi.spyOn(console, 'log').mockReturnValue(undefined),
        vi.spyOn(console, 'warn').mockReturnValue(undefined),
      ];
      const other = await engine.train([...libraryPhrases].reverse());
      const together = await trained.classify(asked);
      const apart = await Promise.all(asked.map((text) => other.classify([text])));
      const printed = spies.map((spy) => spy.mock.calls.length);
      for (const spy of spies) spy.mockRestore();
      expect(apart.flat()).toEqual(together);
      expect(printed).toEqual([0, 0, 0, 0]);
      expect(readdirSync(process.cwd()).sort()).toEqual(before);
    }, 30_000);

    it('takes intents of any name', async () => {
      const names = ['None', '__proto__', 'constructor', '0'];
      const phrases = libraryPhrases.map(({ text }, i) => ({
        text,
        intent: names[Math.floor(i / 8)] ?? null,
      }));
      // A phrase without a word is no trouble, either.
      const named = await engine.train([...phrases, { text: '??', intent: '0' }]);
      const predictions = await named.classify(asked);
      expect(predictions.map(best)).toEqual(['None', '__proto__', 'constructor']);
    }, 30_000);

    it('knows nothing without phrases', async () => {
      await engine.check();
      const untaught = await engine.train([]);
      const [prediction] = await untaught.classify(['renew my loan']);
      expect(prediction).toMatchObject({ intent: null, none: 1, ranking: [] });
    }, 30_000);
  });
});
