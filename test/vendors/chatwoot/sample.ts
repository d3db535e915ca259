import { at, jsonLines, type SampleFile } from '../support/sample.js';

const seconds = (time: string) => Date.parse(at(time)) / 1000;
const message = (
  id: number,
  time: string,
  message_type: number | string,
  content: string,
  more: object = {},
) => ({
  id,
  conversation_id: 77,
  content,
  message_type,
  created_at: seconds(time),
  private: false,
  ...more,
});
export const messages = [
  message(1, '09:00:05', 0, 'my sim tray snapped', { sender: { type: 'contact' } }),
  message(2, '09:00:08', 1, 'Let me find somebody.', { sender: { type: 'agent_bot' } }),
  message(3, '09:00:09', 2, 'Conversation was opened'),
  message(4, '09:02:11', 'outgoing', '<p>What is your number?</p>', { sender: { type: 'user' } }),
  message(5, '09:02:20', 1, 'a note', { sender: { type: 'user' }, private: true }),
  message(6, '09:02:30', 'incoming', '07700 900123', { sender: { type: 'contact' } }),
  message(7, '09:10:00', 3, 'Please rate', {
    content_type: 'input_csat',
    content_attributes: { submitted_values: { csat_survey_response: { rating: 4 } } },
  }),
];
export const conversation = (id: number, more: object = {}) => ({
  id,
  inbox_id: 3,
  status: 'resolved',
  created_at: seconds('09:00:00'),
  labels: ['sim_tray'],
  meta: {
    sender: { id: 9, phone_number: '+447700900123' },
    assignee: { id: 5 },
    team: { name: 'Devices' },
    channel: 'Channel::WebWidget',
  },
  custom_attributes: { bot_session_id: `s-${id}` },
  ...more,
});

export const sample: SampleFile = {
  name: 'chatwoot/conversations.jsonl',
  content: jsonLines([conversation(77, { messages: messages.slice(-1) }), conversation(78)]),
  broken: '{"id":79,"status":"open"}\n',
  options: { messages: 'messages/*.json' },
  beside: { 'chatwoot/messages/77.json': JSON.stringify({ meta: {}, payload: messages }) },
  companions: 1,
};
