/** One interaction: what the user sent and what the agent answered, however the row that holds it is spelled. */
import {
  filled,
  firstText,
  isObject,
  type JsonObject,
  keysOf,
  listOf,
  numberOf,
  objectOf,
  parseObject,
  textOf,
} from '../../lib/json.js';
import { guessesOf } from '../log/bot-log.js';
import { type BotTurn, customerAt, type Exchange, said } from '../log/exchange.js';
import { later, momentOf } from '../log/moment.js';
import { isKey, isNamed } from '../log/options.js';
import type { CxOptions } from './options.js';

export interface Interaction {
  session: string;
  at: string;
  order?: number;
  id?: string;
  bot?: string;
  locale?: string;
  response: JsonObject;
  /** An intent that matched, though no route of the page takes it. */
  missing?: { name: string; confidence: number };
}

/** A sink to BigQuery by way of Cloud Logging lower-cases every key, and JSON may come as text. */
export function at(value: unknown, path: string): unknown {
  let part = value;
  for (const key of keysOf(path)) {
    const object = isObject(part) ? part : parseObject(textOf(part) ?? '');
    if (!object) return undefined;
    if (Object.hasOwn(object, key)) part = object[key];
    else {
      const lower = key.toLowerCase();
      part = Object.hasOwn(object, lower) ? object[lower] : undefined;
    }
  }
  return part;
}
export const textAt = (value: unknown, path: string): string | undefined => textOf(at(value, path));

export function exchangeOf(one: Interaction, options: CxOptions): Exchange {
  const result = objectOf(at(one.response, 'queryResult'));
  const type = textAt(result, 'match.matchType') ?? '';
  const messages = listOf(at(result, 'responseMessages')).map(objectOf);
  const handoff = messages.map((message) => at(message, 'liveAgentHandoff')).find(isObject);
  const call = messages.map((message) => at(message, 'telephonyTransferCall')).find(isObject);
  const parameters = objectOf(at(result, 'parameters'));
  const carried = {
    metadata: objectOf(handoff?.metadata),
    parameters,
    session: one.session,
    phone: textAt(call, 'phoneNumber'),
  };
  const fellBack = /^NO_(?:MATCH|INPUT)$/.test(type);
  const intent = textAt(result, 'match.intent.displayName');
  return {
    session: one.session,
    at: one.at,
    turns: turnsOf(one, result, messages, parameters, options),
    fellBack,
    failed: webhookError(result) !== undefined,
    wantsHuman: isNamed(intent, options.handoff_intents),
    ...filled({
      order: one.order,
      id: one.id,
      bot: options.bot_id ?? one.bot,
      locale: one.locale ?? textAt(result, 'languageCode'),
      channel: call || textAt(result, 'transcript') !== undefined ? ('voice' as const) : undefined,
      key: firstText(carried, options.handoff_key),
      customer: customerAt(carried, options.customer),
      ended: messages.some((message) => isObject(at(message, 'conversationSuccess')))
        ? ('contained' as const)
        : undefined,
    }),
    ...((handoff || call) && {
      handoff: {
        at: later(one.at, answerSeconds),
        ...filled({ target: firstText(carried, options.handoff_target) }),
      },
    }),
  };
}

const answerSeconds = 0.001;

function turnsOf(
  { at: moment, missing }: Interaction,
  result: JsonObject,
  messages: readonly JsonObject[],
  parameters: JsonObject,
  options: CxOptions,
): BotTurn[] {
  const type = textAt(result, 'match.matchType') ?? '';
  const state = ['currentFlow', 'currentPage']
    .flatMap((key) => textAt(result, `${key}.displayName`) ?? [])
    .join('/');
  const event = textAt(result, 'triggerEvent') ?? textAt(result, 'match.event');
  const slots = Object.fromEntries(
    Object.entries(parameters).filter(
      ([name]) => !options.ignore_parameters.includes(name) && !isKey(name, options.handoff_key),
    ),
  );
  const held = Object.keys(slots).length > 0 ? { slots } : {};
  const action = missing ? 'missing_transition' : /^NO_/.test(type) ? `fallback ${type}` : state;
  const text = wordsOf(result, type);
  const customer: BotTurn[] =
    text === undefined
      ? [{ at: moment, actor: 'system', ...filled({ action: event ?? type }), ...held }]
      : [
          {
            at: moment,
            actor: 'customer',
            text,
            ...filled({ intent: missing ? { ...missing, ranking: [] } : intentOf(result, type) }),
            ...held,
          },
        ];
  const answers = messages.flatMap((message) =>
    listOf(at(message, 'text.text')).map((line) => textOf(line)),
  );
  const bot = said(
    later(moment, answerSeconds),
    'bot',
    answers,
    filled({ action, error: webhookError(result) }),
  );
  return [...customer, ...bot];
}

/** What the user said; a pressed button is a command to the bot, as is an intent that was triggered by name. */
function wordsOf(result: JsonObject, type: string): string | undefined {
  const triggered = textAt(result, 'triggerIntent');
  if (triggered !== undefined) return `/${triggered.split('/').at(-1)}`;
  return (
    textAt(result, 'text') ??
    textAt(result, 'transcript') ??
    textAt(result, 'dtmf.digits') ??
    (type === 'EVENT' || type === 'NO_INPUT' ? undefined : textAt(result, 'match.resolvedInput'))
  );
}

function intentOf(result: JsonObject, type: string): BotTurn['intent'] {
  const name = textAt(result, 'match.intent.displayName') ?? textAt(result, 'intent.displayName');
  const confidence =
    numberOf(at(result, 'match.confidence')) ??
    numberOf(at(result, 'intentDetectionConfidence')) ??
    0;
  // The product promises no names for what stands here: it is taken where it is there.
  const others = guessesOf(
    at(result, 'diagnosticInfo.Alternative Matched Intents'),
    (one) => textAt(one, 'DisplayName'),
    (one) => at(one, 'Score'),
  );
  if (type === 'NO_MATCH')
    return others[0] ? { ...others[0], ranking: others } : { name: 'NO_MATCH', confidence: 0 };
  if (name === undefined) return undefined;
  const own = { name, confidence: Math.min(1, Math.max(0, confidence)) };
  return { ...own, ...(others.length > 0 && { ranking: others }) };
}

function webhookError(result: JsonObject): string | undefined {
  const failed = listOf(at(result, 'webhookStatuses'))
    .map((status) => at(status, 'status') ?? status)
    .find((status) => (numberOf(at(status, 'code')) ?? 0) !== 0);
  return failed === undefined ? undefined : `webhook: code ${numberOf(at(failed, 'code'))}`;
}

/** The log's own moment: `2026-03-02 09:00:09.382 UTC` of BigQuery, RFC 3339 else. */
export const timeAt = (value: unknown, ...keys: string[]): string | undefined =>
  keys.map((key) => momentOf(at(value, key), 'utc')).find((one) => one !== undefined);
