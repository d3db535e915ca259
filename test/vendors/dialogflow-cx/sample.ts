/** A CX conversation: one turn that no intent matches, one that asks for an agent. */
import { jsonLines, type SampleFile } from '../support/sample.js';

const agent = 'projects/acme-bots/locations/global/agents/telco-agent';

export const cxRow = (position: number, result: object, more: object = {}) => ({
  project_id: 'acme-bots',
  agent_id: 'telco-agent',
  conversation_name: `${agent}/sessions/s-5501`,
  turn_position: position,
  request_time: `2026-03-02 09:00:${String(position * 10).padStart(2, '0')}.382 UTC`,
  language_code: 'en',
  request: { queryInput: { languageCode: 'en' } },
  response: {
    queryResult: { languageCode: 'en', currentFlow: { displayName: 'Orders' }, ...result },
  },
  ...more,
});

const words = (text: string) => ({ text: { text: [text] } });

export const unmatched = {
  text: 'my sim tray snapped off',
  currentPage: { displayName: 'Order Help' },
  match: { matchType: 'NO_MATCH', resolvedInput: 'my sim tray snapped off', confidence: 0.3 },
  diagnosticInfo: { 'Alternative Matched Intents': [{ DisplayName: 'order.status', Score: 0.29 }] },
  responseMessages: [words('Sorry, can you say that again?')],
};
export const handedOff = {
  text: 'agent please',
  match: { matchType: 'INTENT', intent: { displayName: 'agent.request' }, confidence: 0.97 },
  parameters: { device: 'Nova 6' },
  responseMessages: [
    words('One moment.'),
    { liveAgentHandoff: { metadata: { case_id: 'C-90017', queue: 'Devices' } } },
  ],
};
const served = {
  text: 'where is my parcel',
  match: { matchType: 'INTENT', intent: { displayName: 'order.status' }, confidence: 0.91 },
  responseMessages: [words('On its way.')],
};

export const conversation = [cxRow(3, unmatched), cxRow(4, handedOff)];

export const history = {
  name: `${agent}/conversations/s-5501`,
  startTime: '2026-03-02T09:00:00Z',
  languageCode: 'en',
  interactions: conversation
    .map(({ response, request_time }) => ({
      response,
      createTime: request_time.replace(' ', 'T').replace(' UTC', 'Z'),
    }))
    .reverse(),
};

export const sample: SampleFile = {
  name: 'cx/interactions.jsonl',
  content: jsonLines([
    ...conversation,
    cxRow(1, served, { conversation_name: `${agent}/sessions/s-2` }),
  ]),
  broken: '{"conversation_name":"a/sessions/s-9","request_time":"yesterday"}\n',
};
