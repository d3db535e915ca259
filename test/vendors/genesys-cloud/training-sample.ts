/** A version of an NLU domain as the API answers it. */
import { jsonFile, type TrainingSample } from '../support/training-sample.js';

const said = (...segments: { text: string; entity?: { name: string } }[]) => ({
  id: `u-${segments.length}`,
  source: 'User',
  segments,
});

export const version = {
  id: 'v-1',
  description: 'draft',
  language: 'en-us',
  published: false,
  dateCreated: '2026-02-01T09:00:00Z',
  trainingStatus: 'Trained',
  intents: [
    {
      id: 'i-1',
      name: 'SimTrayDamaged',
      description: 'The tray is broken.',
      entityNameReferences: ['device'],
      utterances: [
        said({ text: 'my sim tray snapped off' }),
        said(
          { text: 'the sim drawer on my ' },
          { text: 'Nova 6', entity: { name: 'device' } },
          { text: ' is broken' },
        ),
      ],
      additionalLanguages: {
        'de-de': { id: 'l-1', utterances: [said({ text: 'mein SIM-Fach ist abgebrochen' })] },
      },
    },
    {
      id: 'i-2',
      name: 'TrackOrder',
      entityTypeBindings: [{ entityType: 'builtin:number', entityName: 'order_number' }],
      utterances: [said({ text: 'where is my parcel' })],
    },
  ],
  entities: [{ name: 'device', type: 'DeviceType' }],
  entityTypes: [
    {
      name: 'DeviceType',
      mechanism: {
        type: 'List',
        restricted: false,
        items: [{ value: 'Nova 6', synonyms: ['nova six'] }],
      },
    },
  ],
};

export const sample: TrainingSample = {
  files: [jsonFile('version.json', version)],
  intents: ['SimTrayDamaged', 'TrackOrder'],
};
