/** An unpacked package of an agent. */
import { jsonFile, type TrainingSample } from '../support/training-sample.js';

const phrases = (...texts: string[]) => ({
  trainingPhrases: texts.map((text) => ({
    parts: [{ text, auto: true }],
    repeatCount: 1,
    languageCode: 'en',
  })),
});

export const sample: TrainingSample = {
  files: [
    jsonFile('agent.json', { defaultLanguageCode: 'en' }),
    jsonFile('intents/sim.tray/sim.tray.json', { displayName: 'sim.tray' }),
    jsonFile('intents/sim.tray/trainingPhrases/en.json', phrases('my sim tray snapped off')),
    jsonFile('intents/order.status/order.status.json', { displayName: 'order.status' }),
    jsonFile('intents/order.status/trainingPhrases/en.json', phrases('where is my parcel')),
  ],
  intents: ['sim.tray', 'order.status'],
};
