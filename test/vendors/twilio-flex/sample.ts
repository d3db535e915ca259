import { at, jsonLines, type SampleFile } from '../support/sample.js';

export const task = (id: string, attributes: object = {}, more: object = {}) => ({
  sid: `WT${id}`,
  task_queue_friendly_name: 'Devices',
  task_channel_unique_name: 'chat',
  assignment_status: 'completed',
  reason: 'resolved',
  date_created: at('09:01:18'),
  date_updated: at('09:13:20'),
  attributes: JSON.stringify({
    from: '+447700900123',
    conversationSid: `CH${id}`,
    conversations: { conversation_id: `s-${id}`, preceded_by: 'Bot', outcome: 'sim_tray' },
    customers: { customer_id: '4471' },
    ...attributes,
  }),
  ...more,
});
const message = (time: string, author: string, body: string) => ({
  sid: `IM${time}`,
  conversation_sid: 'CH17',
  author,
  body,
  date_created: at(time),
});
export const messages = [
  message('09:00:05', '+447700900123', 'my sim tray snapped'),
  message('09:00:08', 'bot', 'Let me find somebody.'),
  message('09:02:11', 'sam', 'What is your number?'),
  message('09:02:30', '+447700900123', 'it is this one'),
];

export const sample: SampleFile = {
  name: 'twilio/tasks.jsonl',
  content: jsonLines([task('17'), task('18')]),
  broken: '{"sid":"WT9"}\n',
  options: { messages: 'messages/*.json' },
  beside: { 'twilio/messages/CH17.json': JSON.stringify({ messages, meta: {} }) },
  companions: 1,
};
