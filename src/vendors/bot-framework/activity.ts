/** One activity, whichever store kept it. */
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
import { guessesOf } from '../log/bot-log.js';
import { type BotTurn, customerAt, type Exchange, said } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import { isNamed } from '../log/options.js';
import { cardText } from './card.js';
import type { BotFrameworkOptions } from './options.js';

/** What the store knows beside the activity. */
export interface Surroundings {
  conversation?: string;
  bot?: string;
}

/** Signals of the channel that no conversation is made of. */
const silent = new Set([
  'typing',
  'conversationUpdate',
  'invoke',
  'invokeResponse',
  'installationUpdate',
  'deleteUserData',
  'contactRelationUpdate',
]);

export function readActivity(
  activity: JsonObject,
  options: BotFrameworkOptions,
  beside: Surroundings,
): Exchange | null | string {
  const session = textOf(valueAt(activity, 'conversation.id')) ?? beside.conversation;
  if (session === undefined)
    return 'conversation.id: missing; it says which conversation the activity belongs to';
  const at = momentOf(activity.timestamp) ?? momentOf(activity.localTimestamp);
  if (at === undefined) return 'timestamp: expected ISO 8601 with an offset, or seconds since 1970';
  const type = textOf(activity.type) ?? '';
  if (silent.has(type)) return null;
  const id = textOf(activity.id);
  const carried = () => ({
    ...activity,
    conversation: { id: session },
    value: plain(activity.value),
  });
  const base: Exchange = {
    session,
    at,
    turns: [],
    ...filled({
      id: id === undefined ? undefined : `${type} ${id}`,
      channel: channelOf(activity),
      locale: textOf(activity.locale),
      bot: options.bot_id ?? beside.bot,
    }),
  };
  const handedOff =
    type === 'event' && options.handoff_events.includes(textOf(activity.name) ?? '');
  if (handedOff) return Object.assign(base, handoffOf(activity, at, carried(), options));
  if (type === 'message') return Object.assign(base, messageOf(activity, at, carried, options));
  return Object.assign(base, signalOf(activity, at, options));
}

/** The value may be an object, or one written as text. */
const plain = (value: unknown): unknown =>
  isObject(value) ? value : (parseObject(textOf(value) ?? '') ?? value);

/** The event looks as if the customer sent it, and is no words of theirs. */
function handoffOf(
  activity: JsonObject,
  at: string,
  carried: JsonObject,
  options: BotFrameworkOptions,
): Partial<Exchange> {
  const transcript = listOf(activity.attachments).some(
    (one) => listOf(valueAt(one, 'content.activities')).length > 0,
  );
  return {
    turns: [{ at, actor: 'system', action: textOf(activity.name) ?? 'handoff' }],
    ...filled({
      key: firstText(carried, options.handoff_key),
      customer: customerAt(carried, options.customer),
    }),
    handoff: {
      at,
      ...filled({
        target: firstText(carried, options.handoff_target),
        context: transcript ? { level: 'transcript' as const } : undefined,
      }),
    },
  };
}

function messageOf(
  activity: JsonObject,
  at: string,
  carried: () => JsonObject,
  options: BotFrameworkOptions,
): Partial<Exchange> {
  const text = textOf(activity.text);
  if (isBot(activity, options)) {
    const fellBack = isNamed(text, options.fallback_texts);
    const words = [text, ...listOf(activity.attachments).map(cardText)];
    return {
      turns: said(at, 'bot', words, fellBack ? { action: 'fallback' } : {}),
      ...(fellBack && { fellBack }),
    };
  }
  // A button sends its value, and often no words.
  const pressed = isObject(activity.value)
    ? firstText(activity.value, ['action', 'verb', 'type', 'id', 'intent'])
    : undefined;
  const words = text ?? (isObject(activity.value) ? `/${pressed ?? 'button'}` : undefined);
  return {
    turns: said(at, 'customer', [words]),
    fellBack: false,
    ...filled({ customer: customerAt(carried(), options.customer) }),
  };
}

/** Copilot Studio writes 0 for the bot and 1 for the user. Where nothing says it: a bot's message answers one, or its id is known. */
function isBot(activity: JsonObject, { bot_id: bot }: BotFrameworkOptions): boolean {
  const role = textOf(valueAt(activity, 'from.role'));
  if (role !== undefined) return role === 'bot' || role === 'skill' || role === '0';
  const other = textOf(valueAt(activity, 'recipient.role'));
  if (other !== undefined) return other === 'user' || other === '1';
  if (bot !== undefined) return textOf(valueAt(activity, 'from.id')) === bot;
  return textOf(activity.replyToId) !== undefined;
}

/** Traces and events: recognizer results, topics, variables, the session's outcome. What is unknown stays as an action. */
function signalOf(
  activity: JsonObject,
  at: string,
  options: BotFrameworkOptions,
): Partial<Exchange> {
  const value = objectOf(plain(activity.value));
  const kind =
    textOf(activity.valueType) ??
    textOf(activity.name) ??
    textOf(activity.label) ??
    textOf(activity.type) ??
    '';
  const recognised = objectOf(
    value.recognizerResult ?? (isObject(value.intents) ? value : undefined),
  );
  if (isObject(recognised.intents)) return understoodOf(recognised.intents, options);
  if (/\/schemas\/error$/.test(kind)) return failureOf(activity, at);
  if (/SessionInfo$/.test(kind)) return outcomeOf(textOf(value.outcome) ?? '', at);
  if (/IntentRecognition$/.test(kind)) {
    const name = firstText(value, ['intentTitle', 'intentName', 'topicName', 'title', 'intentId']);
    return name === undefined
      ? {}
      : { understood: { name, confidence: 1 }, wantsHuman: isNamed(name, options.handoff_intents) };
  }
  if (/VariableAssignment$/.test(kind)) {
    const name = firstText(value, ['name', 'variableName', 'id']);
    return name === undefined
      ? {}
      : {
          turns: [
            {
              at,
              actor: 'system',
              action: kind,
              slots: { [name]: value.newValue ?? value.value ?? null },
            },
          ],
        };
  }
  if (activity.type === 'endOfConversation') return endOf(textOf(activity.code) ?? '');
  return { turns: [{ at, actor: 'system', action: kind }] };
}

/** What the templates of the Bot Framework send when a turn throws. */
const failureOf = ({ name, label }: JsonObject, at: string): Partial<Exchange> => ({
  failed: true,
  turns: [
    {
      at,
      actor: 'system',
      action: textOf(name) ?? textOf(label) ?? 'error',
      error: 'the turn failed',
    },
  ],
});

function understoodOf(
  intents: JsonObject,
  { handoff_intents }: BotFrameworkOptions,
): Partial<Exchange> {
  const ranking = guessesOf(
    Object.entries(intents).map(([name, score]) => ({
      name,
      score: isObject(score) ? score.score : score,
    })),
    ({ name }) => textOf(name),
    ({ score }) => score,
  );
  const [best] = ranking;
  if (!best) return {};
  const understood: BotTurn['intent'] = { ...best, ranking };
  return {
    understood,
    fellBack: best.name === 'None',
    wantsHuman: isNamed(best.name, handoff_intents),
  };
}

function outcomeOf(outcome: string, at: string): Partial<Exchange> {
  if (/^(?:Escalated|HandOff)/i.test(outcome)) return { handoff: { at } };
  if (/^Resolved/i.test(outcome)) return { ended: 'contained' };
  return /^Abandon/i.test(outcome) ? { ended: 'abandoned' } : {};
}

function endOf(code: string): Partial<Exchange> {
  if (code === 'completedSuccessfully') return { ended: 'contained' };
  return code === 'unknown' || code === ''
    ? {}
    : { ended: 'abandoned', failed: code === 'channelFailed' };
}

const channelOf = ({ channelId }: JsonObject): Exchange['channel'] => {
  const id = textOf(channelId);
  if (id === undefined) return undefined;
  if (/telephony|voice|acs/i.test(id)) return 'voice';
  if (/email/i.test(id)) return 'email';
  return /facebook|sms|twilio|whatsapp|slack|line|telegram|kik/i.test(id) && !/directline/i.test(id)
    ? 'messaging'
    : 'chat';
};
