/** watsonx Assistant: entries of the logs API, one an exchange. */
import type { BotSessionRecord } from '../../domain/records.js';
import { answeredAt, exchangesOf, handedOver, type LoggedExchange } from './exchange.js';
import { type Format, jsonLines, utc } from './format.js';

function output(exchange: LoggedExchange, session: BotSessionRecord) {
  const { customer, answers, fellBack, error, hands } = exchange;
  const said = answers.map(({ text }) => ({ response_type: 'text', text }));
  const agent = {
    response_type: 'connect_to_agent',
    topic: session.handoff?.target,
    message_to_human_agent: session.handoff?.context?.text,
  };
  return {
    intents: (customer?.intent?.ranking ?? []).map(({ name, confidence }) => ({
      intent: name,
      confidence,
    })),
    entities: [],
    generic: hands ? [...said, agent] : said,
    debug: {
      nodes_visited: [{ title: fellBack ? 'anything_else' : (answers.at(-1)?.action ?? 'start') }],
      ...(error && { log_messages: [{ level: 'err', message: error }] }),
    },
  };
}

function entries(session: BotSessionRecord) {
  return exchangesOf(session).map((exchange, i) => {
    const { contact_id: key } = handedOver(session);
    const known = exchange.hands && key ? { contact_id: key } : {};
    return {
      log_id: `${session.session_id}-${i}`,
      assistant_id: session.bot_id,
      session_id: session.session_id,
      language: 'en',
      request_timestamp: utc(exchange.at),
      response_timestamp: utc(answeredAt(exchange)),
      request: { input: { message_type: 'text', text: exchange.customer?.text ?? '' } },
      response: {
        output: output(exchange, session),
        context: { skills: { 'main skill': { user_defined: { ...exchange.held, ...known } } } },
      },
    };
  });
}

export const watsonx: Format = {
  pages: ({ day, sessions }) => ({
    [`watsonx/logs-${day}.jsonl`]: jsonLines(sessions.flatMap(entries)),
  }),
};
