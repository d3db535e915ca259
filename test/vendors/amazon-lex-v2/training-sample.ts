/** An unpacked export of a bot of one language. */
import { jsonFile, type TrainingSample } from '../support/training-sample.js';

const locale = 'Telco/BotLocales/en_US';
const intentFile = (name: string, utterances: readonly string[], more: object = {}) =>
  jsonFile(`${locale}/Intents/${name}/Intent.json`, {
    name,
    parentIntentSignature: null,
    sampleUtterances: utterances.map((utterance) => ({ utterance })),
    ...more,
  });

export const sample: TrainingSample = {
  files: [
    jsonFile('Telco/Bot.json', { name: 'Telco', version: 'DRAFT' }),
    jsonFile(`${locale}/BotLocale.json`, { identifier: 'en_US', nluConfidenceThreshold: 0.4 }),
    intentFile('SimTray', ['my sim tray snapped off', 'the {Device} tray'], {
      slotPriorities: [{ priority: 1, slotName: 'Device' }],
    }),
    jsonFile(`${locale}/Intents/SimTray/Slots/Device/Slot.json`, {
      name: 'Device',
      slotTypeName: 'DeviceType',
      valueElicitationSetting: { slotConstraint: 'Required' },
    }),
    intentFile('TrackOrder', ['where is my parcel']),
  ],
  intents: ['SimTray', 'TrackOrder'],
};
