/** A conversation whose bot does not match and transfers, and what its two agents did; the same bot's turns and session. */
import { at, jsonLines, type SampleFile } from '../support/sample.js';

const conversationId = '8f4c0d1e-3333-4444-8555-666677778888';
const segment = (from: string, to: string, segmentType: string, more: object = {}) => ({
  segmentStart: at(from),
  segmentEnd: at(to),
  segmentType,
  ...more,
});

export const customer = {
  participantId: 'p-1',
  purpose: 'customer',
  attributes: { crmCase: 'C-90017', customerId: 'u-4471' },
  sessions: [
    {
      sessionId: 's-1',
      mediaType: 'message',
      ani: 'tel:+447700900123',
      segments: [segment('09:00:00', '09:20:00', 'interact')],
    },
  ],
};
export const botLeg = {
  participantId: 'p-2',
  purpose: 'botflow',
  sessions: [
    {
      sessionId: 's-2',
      mediaType: 'message',
      flow: {
        flowId: 'f-77',
        flowName: 'Telco bot',
        flowType: 'DIGITALBOT',
        exitReason: 'TRANSFER',
        transferType: 'ACD',
      },
      segments: [segment('09:00:00', '09:01:11', 'ivr', { disconnectType: 'transfer' })],
    },
  ],
};
export const queue = {
  participantId: 'p-q',
  purpose: 'acd',
  sessions: [
    {
      sessionId: 's-q',
      mediaType: 'message',
      segments: [segment('09:01:11', '09:02:00', 'interact', { queueId: 'q-9' })],
    },
  ],
};
export const agent = (id: string, from: string, to: string, more: object = {}) => ({
  participantId: id,
  purpose: 'agent',
  userId: `u-${id}`,
  sessions: [
    {
      sessionId: `s-${id}`,
      mediaType: 'message',
      segments: [
        segment(from, to, 'interact', { queueId: 'q-9', ...more }),
        segment(from, at(from) === at('09:02:00') ? '09:02:40' : to, 'hold'),
        segment(to, to, 'wrapup', { wrapUpCode: `w-${id}` }),
      ],
    },
  ],
});

export const conversation = (participants: object[], more: object = {}) => ({
  conversationId,
  conversationStart: at('09:00:00'),
  participants,
  ...more,
});

export const turn = (from: string, to: string, more: object) => ({
  sessionId: 's-2',
  conversation: { id: conversationId },
  askAction: { actionId: 'a1', actionName: 'Ask for Intent', actionType: 'AskForNLUIntentAction' },
  dateCreated: at(from),
  dateCompleted: at(to),
  ...more,
});
export const turns = [
  turn('09:00:05', '09:00:09', {
    userInput: 'my sim tray snapped off',
    botPrompts: ['How can I help?'],
    askActionResult: 'NoMatchCollection',
  }),
  turn('09:00:20', '09:00:31', {
    userInput: 'where is my order 12345678',
    botPrompts: ['Say it again?'],
    intent: {
      name: 'OrderStatus',
      confidence: 0.71,
      slots: [{ name: 'order', value: '12345678' }],
    },
    askActionResult: 'SuccessCollection',
  }),
];

export const details = conversation(
  [
    customer,
    botLeg,
    queue,
    agent('a', '09:02:00', '09:10:00', { disconnectType: 'transfer' }),
    agent('b', '09:11:00', '09:20:00'),
  ],
  {
    surveys: [
      {
        surveyId: 'v-1',
        surveyStatus: 'Finished',
        surveyPromoterScore: 4,
        eventTime: at('10:00:00'),
      },
    ],
  },
);

export const sample: SampleFile = {
  name: 'genesys/day.json',
  content: jsonLines([
    ...turns,
    details,
    { ...turns[0], sessionId: 's-9', conversation: { id: 'c-9' } },
  ]),
  broken: '{"askActionResult":"Error","dateCreated":"soon"}\n',
};
