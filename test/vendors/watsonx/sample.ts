/** Two exchanges with watsonx Assistant: one irrelevant, one that connects to an agent. */
import { at, jsonLines, type SampleFile } from '../support/sample.js';

export const entry = (time: string, text: string, output: object, more: object = {}) => ({
  log_id: `l-${time}`,
  assistant_id: 'as-telco',
  session_id: 'ss-5501',
  language: 'en',
  customer_id: 'u-4471',
  request_timestamp: at(time),
  response_timestamp: at(`${time}.300`),
  request: { input: { message_type: 'text', text } },
  response: { output: { intents: [], entities: [], generic: [], ...output } },
  ...more,
});

export const conversation = [
  entry('09:00:09', 'the little drawer', {
    intents: [
      { intent: 'order_status', confidence: 0.14 },
      { intent: 'report_fault', confidence: 0.11 },
    ],
    generic: [
      { response_type: 'text', text: 'I did not get that.' },
      {
        response_type: 'suggestion',
        title: 'Did you mean',
        suggestions: [{ label: 'Order' }, { label: 'Fault' }],
      },
    ],
  }),
  entry('09:00:20', 'agent please', {
    intents: [{ intent: 'talk_to_agent', confidence: 0.97 }],
    generic: [
      {
        response_type: 'connect_to_agent',
        message_to_human_agent: 'sim tray broken',
        agent_available: { message: 'Connecting you' },
        topic: 'device',
      },
    ],
  }),
];

export const sample: SampleFile = {
  name: 'watsonx/logs.jsonl',
  content: jsonLines([
    ...conversation,
    entry(
      '09:10:00',
      'hello',
      { intents: [{ intent: 'hello', confidence: 0.9 }] },
      { session_id: 'ss-2' },
    ),
  ]),
  broken: '{"log_id":"l-9","session_id":"ss-9"}\n',
};
