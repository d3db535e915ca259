/** A Lex V2 conversation that is not understood, asks for a number and ends with an agent; another that is served. */
import { at, jsonLines, type SampleFile } from '../support/sample.js';

export const contactId = '2b0c6d2e-5a43-4f0e-9a52-6f5d2f8a1c11';

export const lexEntry = (time: string, more: object = {}) => ({
  messageVersion: '2.0',
  bot: {
    id: 'QX7TB2LMNP',
    name: 'TelcoHelp',
    aliasId: 'TSTALIASID',
    localeId: 'en_US',
    version: '7',
  },
  sessionId: contactId,
  requestId: `request-${time}`,
  timestamp: at(time),
  operationName: 'RecognizeText',
  inputMode: 'Text',
  inputTranscript: 'my sim tray snapped off',
  missedUtterance: false,
  responseReason: 'UtteranceResponse',
  messages: [{ contentType: 'PlainText', content: 'What is your order number?' }],
  sessionState: {
    dialogAction: { type: 'ElicitSlot', slotToElicit: 'OrderNumber' },
    intent: {
      name: 'OrderStatus',
      state: 'InProgress',
      confirmationState: 'None',
      slots: { OrderNumber: null },
    },
    originatingRequestId: 'origin-1',
    sessionAttributes: { customerId: 'u-4471' },
  },
  interpretations: [
    {
      interpretationSource: 'Lex',
      nluConfidence: '0.46',
      intent: { name: 'OrderStatus', slots: {} },
    },
    {
      interpretationSource: 'Lex',
      nluConfidence: '0.31',
      intent: { name: 'ReportFault', slots: {} },
    },
    { interpretationSource: 'Lex', intent: { name: 'FallbackIntent', slots: {} } },
  ],
  requestAttributes: { 'x-amz-lex:channels:platform': 'Connect Chat' },
  ...more,
});

export const missedEntry = (time: string, more: object = {}) =>
  lexEntry(time, {
    inputTranscript: 'the little drawer is broken',
    missedUtterance: true,
    messages: [{ contentType: 'PlainText', content: 'Sorry, I did not get that.' }],
    sessionState: {
      dialogAction: { type: 'ElicitIntent' },
      intent: { name: 'FallbackIntent', state: 'ReadyForFulfillment', slots: {} },
      originatingRequestId: 'origin-1',
    },
    interpretations: [
      { intent: { name: 'FallbackIntent', slots: {} } },
      {
        nluConfidence: { score: 0.34 },
        interpretationSource: 'Lex',
        intent: { name: 'ReportFault' },
      },
      { nluConfidence: 0.21, interpretationSource: 'Bedrock', intent: { name: 'OrderStatus' } },
    ],
    ...more,
  });

export const agentEntry = (time: string, more: object = {}) =>
  lexEntry(time, {
    inputTranscript: 'agent please',
    messages: [],
    sessionState: {
      dialogAction: { type: 'Close' },
      intent: { name: 'SpeakToAgent', state: 'Fulfilled', slots: {} },
      originatingRequestId: 'origin-1',
    },
    interpretations: [{ nluConfidence: '0.98', intent: { name: 'SpeakToAgent' } }],
    ...more,
  });

const other = (time: string, more: object = {}) =>
  lexEntry(time, { sessionId: 'web-2', requestAttributes: {}, ...more });

export const sample: SampleFile = {
  name: 'lex/log.jsonl',
  content: jsonLines([
    lexEntry('09:00:09.382'),
    other('09:00:10.000'),
    missedEntry('09:00:31.020'),
    agentEntry('09:00:40.000'),
    other('09:01:00.000', { inputTranscript: '12345678' }),
  ]),
  broken: '{"sessionId":"s-9","inputTranscript":"hello"}\n',
  options: { connect_records: '../connect/*.json' },
  beside: {
    'connect/day.json': jsonLines([
      { ContactId: contactId, Queue: { Name: 'Devices', EnqueueTimestamp: at('09:01:18') } },
    ]),
  },
  companions: 1,
};
