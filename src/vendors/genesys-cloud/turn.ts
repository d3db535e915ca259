/** Reporting turns and sessions of a bot flow, with the labels that Genesys itself gives. */
import {
  filled,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
  valueAt,
} from '../../lib/json.js';
import type { LineRead } from '../log/bot-log.js';
import { type BotTurn, said } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import { isNamed } from '../log/options.js';
import type { GenesysOptions } from './options.js';

export function readTurn(turn: JsonObject, options: GenesysOptions): LineRead {
  const session = textOf(turn.sessionId) ?? textOf(valueAt(turn, 'conversation.id'));
  if (session === undefined) return 'sessionId: missing; it says which session the turn belongs to';
  const asked = momentOf(turn.dateCreated) ?? momentOf(turn.dateCompleted);
  if (asked === undefined) return 'dateCreated: expected a time in ISO 8601 with an offset';
  const result = textOf(turn.askActionResult) ?? '';
  const action = textOf(valueAt(turn, 'askAction.actionName'));
  const name = textOf(valueAt(turn, 'intent.name'));
  return [
    {
      session,
      at: asked,
      turns: turnsOf(turn, asked, result, action),
      fellBack: /^No(?:Match|Input)/.test(result),
      failed: /Error$/.test(result),
      wantsHuman: result === 'AgentRequestedByUser' || isNamed(name, options.handoff_intents),
      ...filled({
        id: `${asked} ${textOf(valueAt(turn, 'askAction.actionId')) ?? ''}${textOf(turn.userInput) ?? ''}`,
        bot: options.bot_id,
        key:
          options.handoff_key.length === 0 ? textOf(valueAt(turn, 'conversation.id')) : undefined,
      }),
    },
  ];
}

/** A turn is what the bot asked, and the answer to it. */
function turnsOf(
  turn: JsonObject,
  asked: string,
  result: string,
  action: string | undefined,
): BotTurn[] {
  const answered = momentOf(turn.dateCompleted) ?? asked;
  const intent = objectOf(turn.intent);
  const name = textOf(intent.name);
  const slots = Object.fromEntries(
    listOf(intent.slots)
      .map(objectOf)
      .flatMap((slot) => {
        const value = textOf(slot.value);
        return value === undefined || textOf(slot.name) === undefined
          ? []
          : [[String(slot.name), value]];
      }),
  );
  const fellBack = /^No(?:Match|Input)/.test(result);
  const understood =
    name === undefined
      ? fellBack
        ? { name: result, confidence: 0 }
        : undefined
      : { name, confidence: Math.min(1, Math.max(0, numberOf(intent.confidence) ?? 0)) };
  const error = /Error$/.test(result) ? result : undefined;
  return [
    ...said(asked, 'bot', listOf(turn.botPrompts).map(textOf), filled({ action, error })),
    ...said(answered, 'customer', [textOf(turn.userInput)], {
      ...filled({ intent: understood }),
      ...(Object.keys(slots).length > 0 && { slots }),
    }),
    // What Genesys says of the answer, where it is a failure that no word shows.
    ...(fellBack ? [{ at: answered, actor: 'system' as const, action: `fallback ${result}` }] : []),
  ];
}

/** How the bot's part ended, by its own label. */
export function readSession(session: JsonObject, options: GenesysOptions): LineRead {
  const id = textOf(session.id);
  const at = momentOf(session.dateCompleted) ?? momentOf(session.dateCreated);
  if (id === undefined || at === undefined)
    return 'id, dateCompleted: expected a session of a bot flow with both';
  const result = textOf(session.botResult) ?? '';
  const category = textOf(session.botResultCategory) ?? '';
  const bot = options.bot_id ?? textOf(valueAt(session, 'flow.id'));
  return [
    {
      session: id,
      at,
      turns: [],
      fellBack: /RecognitionFailure$/.test(result),
      failed: /Error$/.test(result),
      ...filled({
        bot,
        locale: textOf(session.endLanguage) ?? textOf(session.language),
        channel: channels.get(textOf(valueAt(session, 'channel.name')) ?? ''),
        key:
          options.handoff_key.length === 0
            ? textOf(valueAt(session, 'conversation.id'))
            : undefined,
      }),
      ...(/^Transfer/.test(result) && { handoff: { at } }),
      ...(/^(?:UserDisconnect|SessionExpired)$/.test(category) && { ended: 'abandoned' as const }),
      ...(/^(?:BotExit|BotDisconnect)$/.test(category) && { ended: 'contained' as const }),
    },
  ];
}

const channels = new Map<string, 'voice' | 'chat' | 'messaging'>([
  ['Call', 'voice'],
  ['Chat', 'chat'],
  ['Messaging', 'messaging'],
]);
