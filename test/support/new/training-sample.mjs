export const csvSample = `import type { TrainingSample } from '../support/training-sample.js';

export const sample: TrainingSample = {
  files: [
    {
      path: 'training.csv',
      text: 'intent,utterance\\npay_bill,"pay my bill, please"\\ntrack_parcel,where is my parcel\\n',
    },
  ],
  intents: ['pay_bill', 'track_parcel'],
};
`;
