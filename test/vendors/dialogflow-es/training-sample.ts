/** An unpacked export of an agent. */
import { jsonFile, type TrainingSample } from '../support/training-sample.js';

const phrase = (text: string) => ({
  id: '6f0a4f0e-6a55-4a53-9c3e-0e3a2f5b1d01',
  data: [{ text, userDefined: false }],
  isTemplate: false,
  count: 0,
  updated: 0,
});
const intentFiles = (name: string, text: string) => [
  jsonFile(`intents/${name}.json`, { name, fallbackIntent: false, responses: [] }),
  jsonFile(`intents/${name}_usersays_en.json`, [phrase(text)]),
];

export const sample: TrainingSample = {
  files: [
    jsonFile('agent.json', { language: 'en' }),
    ...intentFiles('sim.tray', 'my sim tray snapped off'),
    ...intentFiles('order.status', 'where is my parcel'),
  ],
  intents: ['sim.tray', 'order.status'],
};
