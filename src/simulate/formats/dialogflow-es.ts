/** Dialogflow ES: answers of DetectIntent as a client logs them, with session and time beside. */
import type { BotSessionRecord } from '../../domain/records.js';
import { exchangesOf, handedOver, type LoggedExchange } from './exchange.js';
import { type Format, jsonLines, utc } from './format.js';

function intent({ customer, fellBack, intent: acted, hands }: LoggedExchange) {
  const displayName = fellBack
    ? 'Default Fallback Intent'
    : (customer?.intent?.name ?? acted ?? 'Default Welcome Intent');
  return { displayName, isFallback: fellBack, ...(hands && { liveAgentHandoff: true }) };
}

function answers(session: BotSessionRecord) {
  return exchangesOf(session).map((exchange, i) => {
    const { customer, held, asksFor, error, fellBack, hands } = exchange;
    const texts = exchange.answers.map(({ text }) => text ?? '');
    const confidence = fellBack ? 1 : (customer?.intent?.confidence ?? 1);
    return {
      session: `projects/demo/agent/sessions/${session.session_id}`,
      timestamp: utc(exchange.at),
      responseId: `${session.session_id}-${i}`,
      queryResult: {
        ...(customer && { queryText: customer.text }),
        languageCode: 'en',
        ...(session.channel === 'voice' && { speechRecognitionConfidence: 0.9 }),
        action: fellBack ? 'input.unknown' : (exchange.answers[0]?.action ?? ''),
        parameters: { ...held, ...(asksFor && !(asksFor in held) && { [asksFor]: '' }) },
        allRequiredParamsPresent: asksFor === undefined,
        fulfillmentText: texts[0] ?? '',
        fulfillmentMessages: texts.map((text) => ({ text: { text: [text] } })),
        intent: intent(exchange),
        intentDetectionConfidence: confidence,
        ...(hands && { webhookPayload: handedOver(session) }),
      },
      ...(error && { webhookStatus: { code: 13, message: error } }),
    };
  });
}

export const dialogflowEs: Format = {
  pages: ({ day, sessions }) => ({
    [`dialogflow-es/detect-intent-${day}.jsonl`]: jsonLines(sessions.flatMap(answers)),
  }),
};
