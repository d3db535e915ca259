/** Dialogflow CX: rows of the interaction log in BigQuery. */
import type { BotSessionRecord } from '../../domain/records.js';
import { exchangesOf, handedOver, type LoggedExchange } from './exchange.js';
import { type Format, jsonLines, utc } from './format.js';

const agent = 'projects/demo/locations/europe-west2/agents';

function match({ customer, fellBack }: LoggedExchange) {
  if (!customer) return { matchType: 'EVENT', event: 'WELCOME' };
  const input = { resolvedInput: customer.text };
  if (fellBack) return { matchType: 'NO_MATCH', ...input };
  const own = customer.intent;
  if (!own) return { matchType: 'PARAMETER_FILLING', ...input, confidence: 1 };
  const name = { displayName: own.name };
  return { matchType: 'INTENT', ...input, intent: name, confidence: own.confidence };
}

function messages(exchange: LoggedExchange, session: BotSessionRecord) {
  const said = exchange.answers.map(({ text }) => ({ text: { text: [text] } }));
  return exchange.hands ? [...said, { liveAgentHandoff: { metadata: handedOver(session) } }] : said;
}

function rows(session: BotSessionRecord) {
  return exchangesOf(session).map((exchange, i) => ({
    project_id: 'demo',
    agent_id: session.bot_id,
    conversation_name: `${agent}/${session.bot_id}/sessions/${session.session_id}`,
    turn_position: i + 1,
    request_time: utc(exchange.at).replace('T', ' ').replace('Z', ' UTC'),
    language_code: 'en',
    request: {},
    response: {
      queryResult: {
        ...(exchange.customer
          ? { [session.channel === 'voice' ? 'transcript' : 'text']: exchange.customer.text }
          : { triggerEvent: 'WELCOME' }),
        languageCode: 'en',
        parameters: exchange.held,
        currentFlow: { displayName: 'Default Start Flow' },
        currentPage: { displayName: exchange.asksFor ?? exchange.intent ?? 'Start Page' },
        match: match(exchange),
        responseMessages: messages(exchange, session),
        ...(exchange.error && { webhookStatuses: [{ code: 13, message: exchange.error }] }),
      },
    },
  }));
}

export const dialogflowCx: Format = {
  pages: ({ day, sessions }) => ({
    [`dialogflow-cx/interactions-${day}.jsonl`]: jsonLines(sessions.flatMap(rows)),
  }),
};
