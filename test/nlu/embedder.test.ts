import { describe, expect, it } from 'vitest';
import { createEmbedder } from '../../src/nlu/embedder.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import { libraryPhrases } from './phrases.js';

/** Numbers that depend on the text alone, and how the texts came. */
function fakeEncoder() {
  const batches: string[][] = [];
  const encode = async (texts: string[]) => {
    batches.push(texts);
    return texts.map((text) => [text.length / 7, text.charCodeAt(0) / 100]);
  };
  return { batches, load: async () => encode };
}

describe('the embedder', () => {
  it('is null where the packages are not installed, and loud where they are broken', async () => {
    const absent = Object.assign(new Error('gone'), { code: 'ERR_MODULE_NOT_FOUND' });
    expect(await createEmbedder(() => Promise.reject(absent))).toBeNull();
    await expect(createEmbedder(() => Promise.reject(new Error('bad weights')))).rejects.toThrow(
      'bad weights',
    );
  });

  it('reads each text once, in batches, and keeps four decimals', async () => {
    const { batches, load } = fakeEncoder();
    const embedder = await createEmbedder(load);
    const texts = Array.from({ length: 100 }, (_, i) => `text ${i}`);
    await embedder?.embed([...texts, ...texts]);
    await embedder?.embed(['text 7', 'a new one', '', '!?']);
    expect(batches.flat().sort()).toEqual([...texts, 'a new one'].sort());
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(64);
    expect([...(embedder?.meanings.get('a new one') ?? [])][0]).toBeCloseTo(1.2857, 6);
  });
});

describe('the shadow with meanings', () => {
  /** As if the meaning were known: a direction for each intent. */
  const intents = [...new Set(libraryPhrases.map(({ intent }) => intent))];
  const towards = (k: number) => Float32Array.from(intents, (_, i) => (i === k ? 1 : 0));
  const meanings = new Map(
    libraryPhrases.map(({ text, intent }) => [text, towards(intents.indexOf(intent))]),
  );
  const strange = 'prithee grant a further fortnight';
  const plain = trainShadow(libraryPhrases);
  const informed = trainShadow(libraryPhrases, {
    embeddings: new Map([...meanings, [strange, towards(0)]]),
  });

  it('understands by meaning what it does not know by words', () => {
    expect(informed.classify(strange).ranking[0]?.intent).toBe('renew_loan');
    expect(informed.classify(strange).none).toBeLessThan(plain.classify(strange).none);
  });

  it('judges texts without an embedding as the plain one does', () => {
    const text = 'could I renew it once more';
    expect(informed.classify(text)).toEqual(plain.classify(text));
  });

  it('reads phrases without an embedding by their words', () => {
    const half = new Map([...meanings].slice(0, 16));
    const mixed = trainShadow(libraryPhrases, {
      embeddings: new Map([...half, [strange, towards(0)]]),
    });
    for (const { text, intent } of libraryPhrases) expect(mixed.classify(text).intent).toBe(intent);
    expect(mixed.classify(strange).ranking[0]?.intent).toBe('renew_loan');
  });
});
