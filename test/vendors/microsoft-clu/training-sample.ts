/** An exported project. */
import { jsonFile, type TrainingSample } from '../support/training-sample.js';

const utterance = (text: string, intent: string) => ({
  text,
  intent,
  language: 'en-us',
  dataset: 'Train',
  entities: [],
});

export const sample: TrainingSample = {
  files: [
    jsonFile('project.json', {
      projectFileVersion: '2023-04-01',
      stringIndexType: 'Utf16CodeUnit',
      metadata: { projectKind: 'Conversation', projectName: 'Telco', language: 'en-us' },
      assets: {
        projectKind: 'Conversation',
        intents: [{ category: 'None' }, { category: 'SimTray' }, { category: 'TrackOrder' }],
        entities: [],
        utterances: [
          utterance('my sim tray snapped off', 'SimTray'),
          utterance('where is my parcel', 'TrackOrder'),
        ],
      },
    }),
  ],
  intents: ['SimTray', 'TrackOrder'],
};
