/** A dialog skill. */
import { jsonFile, type TrainingSample } from '../support/training-sample.js';

export const sample: TrainingSample = {
  files: [
    jsonFile('skill.json', {
      name: 'Telco',
      language: 'en',
      intents: [
        { intent: 'sim_tray', examples: [{ text: 'my sim tray snapped off' }] },
        { intent: 'order_status', examples: [{ text: 'where is my parcel' }] },
      ],
      entities: [],
      counterexamples: [],
      dialog_nodes: [{ type: 'standard', dialog_node: 'n1', conditions: '#sim_tray' }],
    }),
  ],
  intents: ['sim_tray', 'order_status'],
};
