/** A bot's activities: words, a recognizer's trace, a button, an event that hands off; and a row of Copilot Studio. */
import { at, jsonLines, type SampleFile } from '../support/sample.js';

export const activity = (time: string, more: object = {}) => ({
  type: 'message',
  id: `a-${time}`,
  timestamp: at(time),
  channelId: 'webchat',
  from: { id: 'u-4471', role: 'user' },
  recipient: { id: 'telco-bot', role: 'bot' },
  conversation: { id: 'conv-5501' },
  text: 'my sim tray snapped off',
  locale: 'en-US',
  ...more,
});
const bot = { from: { id: 'telco-bot', role: 'bot' }, recipient: { id: 'u-4471', role: 'user' } };

export const trace = activity('09:00:09.500', {
  type: 'trace',
  label: 'Luis Trace',
  text: undefined,
  value: {
    recognizerResult: {
      text: 'my sim tray snapped off',
      intents: { OrderStatus: { score: 0.46 }, ReportFault: { score: 0.31 } },
    },
  },
});
export const handoff = activity('09:00:31', {
  type: 'event',
  name: 'handoff.initiate',
  text: undefined,
  value: { skill: 'devices', crmCase: 'C-90017' },
  attachments: [
    {
      contentType: 'application/json',
      name: 'Transcript',
      content: { activities: [{ type: 'message' }] },
    },
  ],
});
export const conversation = [
  activity('09:00:09.382'),
  trace,
  activity('09:00:10', { ...bot, text: 'Sorry, I did not understand.', replyToId: 'a1' }),
  activity('09:00:20', { text: undefined, value: { action: 'ask_agent' } }),
  handoff,
  activity('09:00:40', {
    type: 'event',
    name: 'handoff.status',
    from: { id: 'hub' },
    text: undefined,
    value: { state: 'accepted' },
  }),
];

const seconds = (time: string) => Date.parse(at(time)) / 1000;
export const copilotRow = {
  conversationtranscriptid: 't-1',
  name: 'conv-77_bot-1_0',
  metadata: JSON.stringify({ BotId: 'bot-1', BotName: 'Telco' }),
  content: JSON.stringify({
    activities: [
      {
        type: 'message',
        id: '1',
        timestamp: seconds('09:00:00'),
        from: { role: 1 },
        text: 'sim tray',
        channelId: 'directline',
      },
      {
        type: 'trace',
        id: '2',
        timestamp: seconds('09:00:01'),
        from: { role: 0 },
        valueType: 'IntentRecognition',
        value: { intentTitle: 'Order status' },
      },
      {
        type: 'message',
        id: '3',
        timestamp: seconds('09:00:02'),
        from: { role: 0 },
        text: 'Which order?',
      },
      {
        type: 'trace',
        id: '4',
        timestamp: seconds('09:00:03'),
        from: { role: 0 },
        valueType: 'VariableAssignment',
        value: { name: 'order', newValue: '12345678' },
      },
      {
        type: 'trace',
        id: '5',
        timestamp: seconds('09:00:04'),
        from: { role: 0 },
        valueType: 'SessionInfo',
        value: { type: 'engaged', outcome: 'Escalated' },
      },
    ],
  }),
};

export const sample: SampleFile = {
  name: 'bot/activities.jsonl',
  content: jsonLines([...conversation, copilotRow]),
  broken:
    '{"type":"message","from":{"role":"user"},"conversation":{"id":"c"},"timestamp":"noon"}\n',
};
