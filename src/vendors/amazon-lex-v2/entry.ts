/** One log entry, which is one utterance and what the bot answered. */
import {
  filled,
  firstText,
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  parseObject,
  textOf,
  valueAt,
} from '../../lib/json.js';
import { guessesOf, type LineRead } from '../log/bot-log.js';
import { type BotTurn, customerAt, type Exchange, said } from '../log/exchange.js';
import { later, momentOf } from '../log/moment.js';
import { isNamed } from '../log/options.js';
import type { LexOptions } from './options.js';

/** Ids of contacts that entered a queue, each with the moment. */
export type Queued = ReadonlyMap<string, string>;

export function readEntry(entry: JsonObject, options: LexOptions, queued: Queued | null): LineRead {
  const session = textOf(entry.sessionId);
  if (session === undefined)
    return 'sessionId: missing; expected an entry of a Lex V2 conversation log';
  const at = momentOf(entry.timestamp);
  if (at === undefined) return 'timestamp: expected a time in ISO 8601 with an offset';
  const state = objectOf(entry.sessionState);
  const intent = objectOf(state.intent);
  const fellBack = entry.missedUtterance === true || isFallback(textOf(intent.name));
  const key = firstText(entry, options.handoff_key);
  const handedAt = handoffMoment(entry, at, key, options, queued);
  return [
    {
      session,
      at,
      turns: turnsOf(entry, at, fellBack),
      fellBack,
      failed: textOf(intent.state) === 'Failed' && !fellBack,
      wantsHuman: isNamed(textOf(intent.name), options.handoff_intents),
      ...filled({
        id: textOf(entry.requestId),
        part: partOf(entry, options),
        bot:
          options.bot_id ?? textOf(valueAt(entry, 'bot.name')) ?? textOf(valueAt(entry, 'bot.id')),
        channel: channelOf(entry),
        locale: textOf(valueAt(entry, 'bot.localeId'))?.replace('_', '-'),
        key,
        customer: customerAt(entry, options.customer),
      }),
      ...(handedAt !== undefined && {
        handoff: { at: handedAt, ...filled({ target: firstText(entry, options.handoff_target) }) },
      }),
    } satisfies Exchange,
  ];
}

/** Lex's own names; a bot's locale may call it differently, but its id is part of the built-in's signature. */
const isFallback = (name: string | undefined): boolean =>
  /^(?:AMAZON\.)?FallbackIntent$/.test(name ?? '');

/**
 * What Amazon Connect calls has one contact for its whole session, however many conversations AWS counts in it. Where a
 * Connect chat does not name its platform, a flow's contact id among the session's attributes tells it.
 */
function partOf(entry: JsonObject, { conversations }: LexOptions): string | undefined {
  const attributes = valueAt(entry, 'sessionState.sessionAttributes');
  const contact = firstText(attributes, ['contactId', 'ContactId', 'InitialContactId']);
  const isConnect = /^connect/i.test(platformOf(entry) ?? '') || contact !== undefined;
  if (conversations === 'session' || (conversations === 'auto' && isConnect)) return undefined;
  return textOf(valueAt(entry, 'sessionState.originatingRequestId'));
}

const platformOf = ({ requestAttributes }: JsonObject): string | undefined =>
  textOf(objectOf(requestAttributes)['x-amz-lex:channels:platform']);

function channelOf(entry: JsonObject): Exchange['channel'] {
  const platform = platformOf(entry) ?? '';
  if (/facebook|slack|twilio|whatsapp|sms/i.test(platform)) return 'messaging';
  if (/chat/i.test(platform)) return 'chat';
  const spoken = /speech|dtmf/i.test(textOf(entry.inputMode) ?? '') || /^connect$/i.test(platform);
  return spoken ? 'voice' : 'chat';
}

function turnsOf(entry: JsonObject, at: string, fellBack: boolean): BotTurn[] {
  const state = objectOf(entry.sessionState);
  const answeredAt = later(at, answerSeconds);
  const text = textOf(entry.inputTranscript) ?? textOf(entry.rawInputTranscript);
  const slots = heldSlots(valueAt(state, 'intent.slots'));
  const asks = textOf(valueAt(state, 'dialogAction.slotToElicit'));
  const isAsked = /^ElicitSlot/.test(textOf(valueAt(state, 'dialogAction.type')) ?? '');
  const name = textOf(valueAt(state, 'intent.name'));
  const failed = textOf(valueAt(state, 'intent.state')) === 'Failed' && !fellBack;
  const customer: BotTurn[] = said(at, 'customer', [text], {
    ...filled({ intent: understood(entry, fellBack) }),
    ...(Object.keys(slots).length > 0 && { slots }),
  });
  const bot = said(answeredAt, 'bot', listOf(entry.messages).map(wordsOf), {
    ...filled({
      action: fellBack ? 'FallbackIntent' : name,
      asks_for: isAsked ? asks : undefined,
      error: failed ? `${name ?? 'intent'} failed` : undefined,
    }),
  });
  if (customer.length > 0 || bot.length > 0) return [...customer, ...bot];
  const reason = textOf(entry.responseReason) ?? textOf(entry.operationName);
  return [
    {
      at,
      actor: 'system',
      ...filled({ action: reason }),
      ...(Object.keys(slots).length > 0 && { slots }),
    },
  ];
}

/** The log has one time for both; the answer comes after the words. */
const answerSeconds = 0.001;

/** The fallback stands first and has no score: the best real guess is the first that has one. */
function understood(entry: JsonObject, fellBack: boolean): BotTurn['intent'] {
  const ranking = guessesOf(
    entry.interpretations,
    ({ intent }) => textOf(objectOf(intent).name),
    // A string in logs, a number in a Lambda's input, an object in API answers.
    ({ nluConfidence }) => (isObject(nluConfidence) ? nluConfidence.score : nluConfidence),
  ).filter(({ name }) => !isFallback(name));
  const name = textOf(valueAt(entry, 'sessionState.intent.name'));
  const chosen = fellBack ? ranking[0] : (ranking.find((one) => one.name === name) ?? ranking[0]);
  if (chosen) return { ...chosen, ranking };
  return fellBack ? { name: 'FallbackIntent', confidence: 0 } : undefined;
}

function heldSlots(slots: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(objectOf(slots)).flatMap(([name, slot]) => {
      const value = slotValue(objectOf(slot));
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function slotValue(slot: JsonObject): string | undefined {
  const { value, values, subSlots } = slot;
  const own = firstText(value, ['interpretedValue', 'originalValue']);
  if (own !== undefined) return own;
  const parts = [...listOf(values), ...Object.values(objectOf(subSlots))].map((one) =>
    slotValue(objectOf(one)),
  );
  return parts.filter((part) => part !== undefined).join(', ') || undefined;
}

function wordsOf(message: unknown): string | undefined {
  const { contentType, content, imageResponseCard } = objectOf(message);
  const text = textOf(content);
  if (contentType === 'ImageResponseCard') {
    const { title, buttons } = objectOf(imageResponseCard);
    const choices = listOf(buttons).flatMap((one) => textOf(objectOf(one).text) ?? []);
    return [textOf(title), choices.length > 0 ? `(${choices.join(', ')})` : undefined]
      .filter((part) => part !== undefined)
      .join(' ');
  }
  if (contentType === 'SSML')
    return text
      ?.replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  // Connect's interactive messages: of the JSON only what is shown.
  if (contentType === 'CustomPayload')
    return firstText(parseObject(text ?? ''), ['data.content.title', 'title', 'text']) ?? undefined;
  return text;
}

function handoffMoment(
  entry: JsonObject,
  at: string,
  key: string | undefined,
  options: LexOptions,
  queued: Queued | null,
): string | undefined {
  const state = objectOf(entry.sessionState);
  const attributes = objectOf(state.sessionAttributes);
  const isMarked = options.handoff_attributes.some((name) => {
    const value = textOf(attributes[name]);
    return value !== undefined && !/^(?:false|no|0|none)$/i.test(value);
  });
  if (queued)
    return (
      queued.get(key ?? '') ?? queued.get(String(entry.sessionId)) ?? (isMarked ? at : undefined)
    );
  const action = textOf(valueAt(state, 'dialogAction.type')) ?? '';
  const wants = isNamed(textOf(valueAt(state, 'intent.name')), options.handoff_intents);
  const isGivenUp =
    options.failed_close && action === 'Close' && valueAt(state, 'intent.state') === 'Failed';
  return isMarked || isGivenUp || (wants && !/Elicit|Confirm/.test(action)) ? at : undefined;
}
