import {
  filled,
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
} from '../../lib/json.js';
import { rowObject } from '../input/columns.js';
import { botLog, type LineRead } from '../log/bot-log.js';
import { momentOf } from '../log/moment.js';
import { at, exchangeOf, type Interaction, textAt, timeAt } from './interaction.js';
import { type CxOptions, cxOptions } from './options.js';

/** Dialogflow CX: the interaction log in BigQuery, a Cloud Logging sink, and the conversation history. */
export const source = botLog<CxOptions>({
  title: 'Dialogflow CX logs',
  description:
    'Rows of the BigQuery interaction log (JSON lines, an array or CSV), Cloud Logging entries, and conversations of the history API.',
  options: cxOptions,
  wrapping: {
    lists: ['conversations', 'rows', 'entries'],
    csv: ['conversation_name', 'request_time', 'response'],
  },
  mentions: () =>
    /(?:\/sessions\/|\/conversations\/|"session_id\\*"\s*:\s*\\*"|"Session Id\\*"\s*:\s*\\*")([^"\\/]+)/i,
  read: readLine,
  recognise: ({ objects, rows: [header = [], ...rows] }) =>
    [...objects, ...rows.map((cells) => rowObject(header, cells))].some(isOurs) ? {} : null,
});

const isOurs = (value: JsonObject): boolean =>
  /\/sessions\/|\/conversations\//.test(textAt(value, 'conversation_name') ?? '') ||
  at(value, 'jsonPayload.queryResult.match') !== undefined ||
  isHistory(value);

const isHistory = (value: JsonObject): boolean =>
  Array.isArray(value.interactions) && /\/conversations\//.test(textOf(value.name) ?? '');

function readLine(value: JsonObject, options: CxOptions): LineRead {
  if (Array.isArray(value.interactions)) return historyOf(value, options);
  // Cloud Logging has an entry for what was asked beside the one of the answer, which says both.
  if (isObject(at(value, 'jsonPayload.queryInput'))) return null;
  const interaction = rowOf(value);
  return typeof interaction === 'string' ? interaction : [exchangeOf(interaction, options)];
}

const lastOf = (path: string | undefined): string | undefined =>
  path?.split('/').at(-1) || undefined;
/** `projects/p/locations/l/agents/<agent>/sessions/<session>`. */
const agentOf = (path: string | undefined): string | undefined =>
  /\/agents\/([^/]+)/.exec(path ?? '')?.[1];

function rowOf(row: JsonObject): Interaction | string {
  const logged = at(row, 'jsonPayload') ?? row;
  const response = objectOf(
    at(row, 'response') === undefined ? logged : parsed(at(row, 'response')),
  );
  const name = textAt(row, 'conversation_name');
  const session =
    lastOf(name) ??
    textAt(row, 'labels.session_id') ??
    textAt(response, 'queryResult.diagnosticInfo.Session Id');
  if (session === undefined) return 'conversation_name: missing; it says whose interaction it is';
  const moment = timeAt(row, 'request_time', 'timestamp', 'receiveTimestamp');
  if (moment === undefined) return 'request_time: expected a time';
  if (!isObject(at(response, 'queryResult')))
    return 'response: expected an object with queryResult';
  const order = numberOf(at(row, 'turn_position'));
  return {
    session,
    at: moment,
    response,
    ...filled({
      order,
      // Rows occur twice in practice.
      id:
        order === undefined
          ? (textAt(response, 'responseId') ?? textAt(row, 'insertId'))
          : `turn ${order}`,
      bot: textAt(row, 'agent_id') ?? agentOf(name) ?? textAt(row, 'labels.agent_id'),
      locale: textAt(row, 'language_code'),
    }),
  };
}

/** A JSON column comes out of BigQuery as text in some exports. */
function parsed(value: unknown): unknown {
  return isObject(value)
    ? value
    : { ...objectOf(at({ value }, 'value')), queryResult: at(value, 'queryResult') };
}

function historyOf(conversation: JsonObject, options: CxOptions): LineRead {
  const name = textOf(conversation.name);
  const session = lastOf(name);
  if (session === undefined) return 'name: missing; it says which conversation it is';
  const begun = momentOf(conversation.startTime);
  return listOf(conversation.interactions)
    .map(objectOf)
    .flatMap((one, i) => {
      const moment = momentOf(one.createTime) ?? begun;
      const missing = objectOf(one.missingTransition);
      const intent = textOf(missing.intentDisplayName);
      if (moment === undefined || !isObject(at(one.response, 'queryResult'))) return [];
      const interaction: Interaction = {
        session,
        at: moment,
        response: objectOf(one.response),
        // The API gives the newest first; the number only tells apart what has one time.
        order: -i,
        ...filled({
          id: textAt(one.response, 'responseId'),
          bot: agentOf(name),
          locale: textOf(conversation.languageCode),
          missing:
            intent === undefined
              ? undefined
              : {
                  name: intent,
                  confidence: Math.min(1, Math.max(0, numberOf(missing.score) ?? 0)),
                },
        }),
      };
      return [exchangeOf(interaction, options)];
    });
}
