/** An ES conversation: a parameter is asked for, a fallback, and an agent. */
import { at, jsonLines, type SampleFile } from '../support/sample.js';

export const esAnswer = (time: string, result: object, more: object = {}) => ({
  timestamp: at(time),
  session: 'projects/acme-bots/agent/sessions/s-5501',
  responseId: `answer-${time}`,
  queryResult: { languageCode: 'en', fulfillmentText: 'One moment.', ...result },
  ...more,
});

export const conversation = [
  esAnswer('09:00:09', {
    queryText: 'where is my order',
    action: 'order.status',
    parameters: { number: '', colour: 'blue' },
    allRequiredParamsPresent: false,
    fulfillmentText: 'Which order number?',
    fulfillmentMessages: [
      { text: { text: ['Which order number?'] } },
      { platform: 'X', text: { text: ['Which order number?'] } },
    ],
    intent: { displayName: 'order.status' },
    intentDetectionConfidence: 0.81,
  }),
  esAnswer('09:00:20', {
    queryText: 'the little drawer',
    action: 'input.unknown',
    intent: { displayName: 'Default Fallback Intent', isFallback: true },
    intentDetectionConfidence: 1,
  }),
  esAnswer('09:00:31', {
    queryText: 'agent please',
    intent: { displayName: 'agent.request', liveAgentHandoff: true },
    intentDetectionConfidence: 0.97,
    parameters: { contact_id: 'c-90017' },
  }),
];

export const sample: SampleFile = {
  name: 'es/answers.jsonl',
  content: jsonLines([
    ...conversation,
    esAnswer(
      '09:05:00',
      { queryText: 'hello', intent: { displayName: 'hello' }, intentDetectionConfidence: 1 },
      { session: 's-2' },
    ),
  ]),
  broken: '{"queryResult":{"queryText":"hello"},"session":"s-9"}\n',
};
