/** Amazon Lex V2: conversation logs as CloudWatch keeps them, one entry an utterance. */
import type { BotSessionRecord } from '../../domain/records.js';
import { exchangesOf, handedOver, type LoggedExchange } from './exchange.js';
import { type Format, jsonLines, utc } from './format.js';

const slotValue = (value: unknown) => ({
  shape: 'Scalar',
  value: {
    originalValue: String(value),
    interpretedValue: String(value),
    resolvedValues: [String(value)],
  },
});

/** Lex puts its fallback, which has no score, before the real guesses. */
function interpretations({ customer, fellBack, intent }: LoggedExchange) {
  const guesses = customer?.intent?.ranking ?? [];
  const fallback = { interpretationSource: 'Lex', intent: { name: 'FallbackIntent', slots: {} } };
  if (guesses.length === 0)
    return [fellBack || !intent ? fallback : { intent: { name: intent, slots: {} } }];
  const scored = guesses.map(({ name, confidence }) => ({
    interpretationSource: 'Lex',
    nluConfidence: String(confidence),
    intent: { name, slots: {} },
  }));
  return fellBack ? [fallback, ...scored] : [...scored, fallback];
}

function sessionState(exchange: LoggedExchange, session: BotSessionRecord) {
  const { held, intent, fellBack, asksFor, error, hands } = exchange;
  const slots = Object.entries(held).map(([name, value]) => [name, slotValue(value)]);
  const { contact_id: contactId, queue, ...known } = handedOver(session);
  return {
    dialogAction: asksFor
      ? { type: 'ElicitSlot', slotToElicit: asksFor }
      : { type: hands || error ? 'Close' : 'ElicitIntent' },
    intent: {
      name: fellBack ? 'FallbackIntent' : (intent ?? 'FallbackIntent'),
      state: error ? 'Failed' : asksFor ? 'InProgress' : 'ReadyForFulfillment',
      confirmationState: 'None',
      slots: { ...(asksFor && { [asksFor]: null }), ...Object.fromEntries(slots) },
    },
    sessionAttributes: hands
      ? {
          ...known,
          ...(queue && { queue }),
          ...(contactId && { contactId }),
          transfer_to_agent: 'true',
        }
      : known,
  };
}

function entries(session: BotSessionRecord) {
  return exchangesOf(session).map((exchange, i) => ({
    messageVersion: '2.0',
    bot: { id: 'LARKFIELD1', name: session.bot_id, localeId: 'en_GB', version: '3' },
    sessionId: session.session_id,
    requestId: `${session.session_id}-${i}`,
    timestamp: utc(exchange.at),
    operationName: exchange.customer ? 'RecognizeText' : 'PutSession',
    inputMode: session.channel === 'voice' ? 'Speech' : 'Text',
    ...(exchange.customer && { inputTranscript: exchange.customer.text }),
    missedUtterance: exchange.fellBack,
    messages: exchange.answers.map(({ text }) => ({ contentType: 'PlainText', content: text })),
    sessionState: sessionState(exchange, session),
    ...(session.channel === 'messaging' && {
      requestAttributes: { 'x-amz-lex:channels:platform': 'Facebook' },
    }),
    interpretations: exchange.customer ? interpretations(exchange) : [],
  }));
}

export const amazonLexV2: Format = {
  pages: ({ day, sessions }) => ({
    [`lex/conversation-logs-${day}.jsonl`]: jsonLines(sessions.flatMap(entries)),
  }),
};
