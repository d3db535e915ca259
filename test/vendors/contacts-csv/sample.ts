import type { SampleFile } from '../support/sample.js';

export const columns = {
  contact_id: 'Conversation ID',
  started_at: 'Queued',
  answered_at: 'Answered',
  ended_at: 'Ended',
  handoff_key: 'Bot session',
  queue: 'Team',
  agent_id: 'Agent',
  reason: 'Wrap-up',
  resolved: 'Resolved',
  csat: 'CSAT',
  phone: 'Phone',
};
export const header =
  'Conversation ID;Queued;Answered;Ended;Bot session;Team;Agent;Wrap-up;Resolved;CSAT;Phone\n';
export const row = (id: string) =>
  `${id};02/03/2026 09:01:18;02/03/2026 09:02:00;02/03/2026 09:13:20;s-${id};Devices;u-5;sim_tray;yes;4;+447700900123\n`;

export const sample: SampleFile = {
  name: 'contacts.csv',
  content: header + row('1') + row('2'),
  endsBroken: true,
  broken: '3;soon;;;;;;;;;\n',
  options: { columns, timestamp_format: 'DD/MM/YYYY HH:mm:ss', timezone: 'Europe/London' },
};
