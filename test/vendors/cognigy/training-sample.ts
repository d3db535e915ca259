/** A Flow's intents as the console downloads them. */
import type { TrainingSample } from '../support/training-sample.js';

export const sample: TrainingSample = {
  files: [
    {
      path: 'intents.csv',
      text: `"sim_tray_damaged","exampleSentence","my sim tray snapped off"
"sim_tray_damaged","exampleSentence","the little drawer, the ""sim"" one, is broken"
"sim_tray_damaged","confirmationSentence","Is your SIM tray broken?"
"track_order","exampleSentence","where is my parcel"
"track_order","defaultReply","I will look it up."
"stop","rules","input.text === ""stop"""
`,
    },
  ],
  intents: ['sim_tray_damaged', 'track_order'],
};
