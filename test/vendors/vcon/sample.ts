import { at, jsonLines, type SampleFile } from '../support/sample.js';

const text = (
  time: string,
  originator: number,
  parties: number[],
  body: string,
  more: object = {},
) => ({
  type: 'text',
  start: at(time),
  parties,
  originator,
  mediatype: 'text/plain',
  body,
  encoding: 'none',
  ...more,
});
export const container = (uuid: string, more: object = {}) => ({
  vcon: '0.4.0',
  uuid,
  created_at: at('09:15:00'),
  extensions: ['CC'],
  parties: [
    { tel: '+447700900123', type: 'person', role: 'customer' },
    { name: 'Telco bot', type: 'bot' },
    { name: 'Sam', type: 'person', role: 'agent' },
  ],
  dialog: [
    // The order of dialogs is promised nowhere.
    text('09:02:11', 2, [2, 0], 'I will send you a new tray.'),
    text('09:00:09', 0, [0, 1], 'my sim tray snapped off', { interaction_id: `i-${uuid}` }),
    text('09:00:10', 1, [1, 0], 'Sorry, I did not understand.'),
    {
      type: 'transfer',
      start: at('09:00:31'),
      parties: [0, 1, 2],
      transferee: 0,
      transferor: 1,
      transfer_target: 2,
    },
  ],
  analysis: [
    { type: 'report', vendor: 'crm', body: { disposition: 'sim_tray' }, encoding: 'json' },
  ],
  attachments: [],
  ...more,
});

const uuid = (n: number): string => `018f9d6e-7b1a-8c3d-9e4f-00112233445${n}`;
export const [first, second] = [uuid(1), uuid(2)];

export const sample: SampleFile = {
  name: 'vcon/day.jsonl',
  content: jsonLines([container(first), container(second)]),
  broken: '{"vcon":"0.4.0","parties":[]}\n',
};
