import type { Engine } from '../engine.js';
import { trainShadow } from '../shadow.js';

export const shadow: Engine = {
  id: 'shadow',
  title: 'Shadow NLU',
  description:
    "Handback's own small classifier: linear machines on words, pairs of words and letters.",
  needs: [],
  async train(phrases) {
    const { engine, intents, classify } = trainShadow(phrases);
    return { engine, intents, classify: async (texts) => texts.map(classify) };
  },
};
