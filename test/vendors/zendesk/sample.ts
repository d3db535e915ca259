import { at, jsonLines, type SampleFile } from '../support/sample.js';

export const ticket = (id: number, more: object = {}) => ({
  id,
  external_id: null,
  created_at: at('09:02:00'),
  updated_at: at('09:30:00'),
  subject: 'SIM tray broken',
  status: 'solved',
  requester_id: 4471,
  assignee_id: 5,
  group_id: 9,
  tags: ['bot_escalation', 'bot_session:s-5501'],
  custom_fields: [{ id: 360001, value: 'sim_tray' }],
  via: { channel: 'native_messaging', source: { from: {}, to: {}, rel: null } },
  from_messaging_channel: true,
  satisfaction_rating: { score: 'good' },
  metric_set: { solved_at: at('09:30:00') },
  ...more,
});
export const comment = (time: string, author: number, body: string, more: object = {}) => ({
  id: `c-${time}`,
  type: 'Comment',
  author_id: author,
  body,
  public: true,
  created_at: at(time),
  ...more,
});
export const comments = [
  comment('09:02:00', 4471, 'my sim tray snapped'),
  comment('09:03:00', 5, 'What is your number?'),
  comment('09:04:00', 5, 'looks like a fraud case', { public: false }),
  comment('09:05:00', 4471, '07700 900123'),
];

export const sample: SampleFile = {
  name: 'zendesk/tickets.jsonl',
  content: jsonLines([ticket(88017), ticket(88018, { comments })]),
  broken: '{"id":88019,"created_at":"yesterday"}\n',
  options: { comments: 'comments/*.json' },
  beside: { 'zendesk/comments/ticket-88017.json': JSON.stringify({ comments }) },
  companions: 1,
};
