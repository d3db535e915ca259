import { escapeRegExp } from '../../lib/escape-reg-exp.js';
import {
  filled,
  firstText,
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
  valueAt,
} from '../../lib/json.js';
import { botLog, type LineRead } from '../log/bot-log.js';
import { type BotTurn, customerAt, said } from '../log/exchange.js';
import { later, momentOf } from '../log/moment.js';
import { isKey, isNamed } from '../log/options.js';
import { type EsOptions, esOptions } from './options.js';

/** Dialogflow ES: one answer of DetectIntent a line, with its session and time beside it. */
export const source = botLog<EsOptions>({
  title: 'Dialogflow ES logs',
  description:
    'Answers of DetectIntent with their session and time, as Cloud Logging or the client that called it keeps them.',
  options: esOptions,
  wrapping: { lists: ['entries', 'rows', 'logs'] },
  mentions: mentionsOf,
  read: readLine,
  recognise: ({ objects }) =>
    objects.some((one) => isObject(resultOf(one).intent) && 'queryText' in resultOf(one))
      ? {}
      : null,
});

/** By the last keys of the paths; the id is what stands behind the last slash. */
function mentionsOf({ session_id: paths }: EsOptions): RegExp {
  const keys = paths.map((path) => escapeRegExp(path.split('.').at(-1) ?? path));
  return new RegExp(`"(?:${keys.join('|')})\\\\*"\\s*:\\s*\\\\*"?(?:[^"\\\\]*/)?([^"\\\\/,}\\s]+)`);
}

const resultOf = (line: JsonObject): JsonObject =>
  objectOf(
    [
      'queryResult',
      'jsonPayload.queryResult',
      'response.queryResult',
      'detectIntentResponse.queryResult',
    ]
      .map((path) => valueAt(line, path))
      .find(isObject),
  );

function readLine(line: JsonObject, options: EsOptions): LineRead {
  const result = resultOf(line);
  if (Object.keys(result).length === 0)
    return 'queryResult: missing; expected an answer of DetectIntent';
  const session = firstText(line, options.session_id)?.split('/').at(-1);
  if (session === undefined)
    return `session: none of ${options.session_id.join(', ')}; name its place in session_id`;
  const at = options.time
    .map((path) => momentOf(valueAt(line, path)))
    .find((one) => one !== undefined);
  if (at === undefined) return `time: none of ${options.time.join(', ')}; name its place in time`;
  const intent = objectOf(result.intent);
  const name = textOf(intent.displayName);
  const fellBack = isFallback(result);
  const carried = {
    parameters: objectOf(result.parameters),
    payload: objectOf(result.webhookPayload),
    session,
  };
  return [
    {
      session,
      at,
      bot: options.bot_id,
      turns: turnsOf(result, at, line, options),
      fellBack,
      failed: webhookCode(line) !== 0,
      wantsHuman: isNamed(name, options.handoff_intents),
      ...filled({
        id: firstText(line, [
          'responseId',
          'jsonPayload.responseId',
          'response.responseId',
          'insertId',
        ]),
        locale: textOf(result.languageCode),
        // 0 is how the product says that it heard no speech.
        channel:
          (numberOf(result.speechRecognitionConfidence) ?? 0) > 0 ? ('voice' as const) : undefined,
        key: firstText(carried, options.handoff_key),
        customer: customerAt(carried, options.customer),
      }),
      ...(intent.liveAgentHandoff === true && {
        handoff: {
          at: later(at, 0.001),
          ...filled({ target: firstText(carried, options.handoff_target) }),
        },
      }),
    },
  ];
}

const isFallback = (result: JsonObject): boolean =>
  objectOf(result.intent).isFallback === true || textOf(result.action) === 'input.unknown';

const webhookCode = (line: JsonObject): number =>
  ['webhookStatus', 'jsonPayload.webhookStatus', 'response.webhookStatus']
    .map((path) => numberOf(valueAt(line, `${path}.code`)))
    .find((code) => code !== undefined) ?? 0;

function turnsOf(result: JsonObject, at: string, line: JsonObject, options: EsOptions): BotTurn[] {
  const intent = textOf(objectOf(result.intent).displayName);
  const fellBack = isFallback(result);
  const confidence = numberOf(result.intentDetectionConfidence) ?? 0;
  // The only intent that the product names; a fallback's score of 1 is no score.
  const understood =
    intent === undefined
      ? undefined
      : { name: intent, confidence: fellBack ? 0 : Math.min(1, Math.max(0, confidence)) };
  const slots = Object.fromEntries(
    Object.entries(objectOf(result.parameters)).filter(
      ([name, value]) =>
        !isKey(name, options.handoff_key) &&
        value !== '' &&
        value !== null &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
  const isOpen = result.allRequiredParamsPresent === false;
  const action = fellBack ? `fallback ${intent ?? ''}`.trim() : (textOf(result.action) ?? intent);
  const code = webhookCode(line);
  return [
    ...said(at, 'customer', [textOf(result.queryText)], {
      ...filled({ intent: understood }),
      ...(Object.keys(slots).length > 0 && { slots }),
    }),
    ...said(later(at, 0.001), 'bot', answersOf(result), {
      ...filled({
        action,
        asks_for: isOpen ? emptyParameter(result) : undefined,
        error: code === 0 ? undefined : `webhook: code ${code}`,
      }),
    }),
  ];
}

/** While slots are filled, the first parameter without a value is the one that is asked for. */
const emptyParameter = (result: JsonObject): string | undefined =>
  Object.entries(objectOf(result.parameters)).find(
    ([, value]) => value === '' || value === null,
  )?.[0];

/** The same answer stands in the text and, for each platform, in the messages. */
function answersOf(result: JsonObject): (string | undefined)[] {
  const messages = listOf(result.fulfillmentMessages)
    .map(objectOf)
    .flatMap((message) => listOf(valueAt(message, 'text.text')).map((one) => textOf(one)));
  const texts = messages.filter((one) => one !== undefined);
  return texts.length > 0 ? [...new Set(texts)] : [textOf(result.fulfillmentText)];
}
