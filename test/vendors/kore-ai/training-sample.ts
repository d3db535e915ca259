/** Exported utterances. The names and the order of the columns are made up, since the vendor's are not known: the options name them. */
import type { TrainingSample } from '../support/training-sample.js';

export const sample: TrainingSample = {
  files: [
    {
      path: 'utterances.csv',
      text: `Id,Task,Kind,Sentence,Language
1,Sim Tray Damaged,dialog,my sim tray snapped off,en
2,Sim Tray Damaged,dialog,"the little drawer, the ""sim"" one, is broken",en
3,Track Order,alert,where is my parcel,en
4,Track Order,alert,has my phone been sent,en
`,
    },
  ],
  intents: ['Sim Tray Damaged', 'Track Order'],
  options: { columns: { intent: 'Task', utterance: 'Sentence' } },
};
