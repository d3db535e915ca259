/** A model's utterances as the NLU Workbench takes them. */
import type { TrainingSample } from '../support/training-sample.js';

export const sample: TrainingSample = {
  files: [
    {
      path: 'model.csv',
      text: `Intent,Utterance
sim_tray_damaged,my sim tray snapped off
sim_tray_damaged,the little sim drawer is broken
sim_tray_damaged,my phone sim slot cover came off
sim_tray_damaged,can I get a new sim tray
sim_tray_damaged,sim holder is bent
track_order,where is my parcel
track_order,has my phone been sent
track_order,when will it be here
track_order,I want to track my order
track_order,my parcel is late
`,
    },
  ],
  intents: ['sim_tray_damaged', 'track_order'],
  phrase: 'something entirely new and without a comma',
};
