import { type Engine, inProcess } from '../engine.js';
import { trainShadow } from '../shadow.js';

export const shadow: Engine = {
  id: 'shadow',
  title: 'Shadow NLU',
  description:
    "Handback's own small classifier: linear machines on words, pairs of words and letters.",
  needs: [],
  check: async () => {},
  train: inProcess(trainShadow),
};
