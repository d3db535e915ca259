import { definition } from '../../ingest/records.js';
import { jsonLine } from '../support/sample.js';
import type { TrainingSample } from '../support/training-sample.js';

export const sample: TrainingSample = {
  files: [
    {
      path: 'definition.ndjson',
      text: jsonLine(
        definition({
          intents: [
            { name: 'pay_bill', examples: ['pay my bill'] },
            { name: 'track_order', examples: ['where is my parcel'] },
          ],
          slots: [],
        }),
      ),
    },
  ],
  intents: ['pay_bill', 'track_order'],
};
