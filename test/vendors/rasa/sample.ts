/** A conversation of two customers, as a broker writes its events. */
import { brokerLines, conversation } from '../fixtures/rasa.js';
import type { SampleFile } from '../support/sample.js';

export const sample: SampleFile = {
  name: 'events.jsonl',
  content: brokerLines(conversation) + brokerLines(conversation, 'u-2'),
  broken: '{"sender_id": "u-1", "event": "user", "text": "hello"}\n',
};
