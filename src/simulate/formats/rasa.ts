/** Rasa's two containers: a tracker dump a session, or one event a line as the event broker writes it. */
import type { BotSessionRecord } from '../../domain/records.js';
import type { Format } from './format.js';

type Event = Record<string, unknown> & { event: string; timestamp: number };
type Turn = BotSessionRecord['turns'][number];

const noData = {
  elements: null,
  quick_replies: null,
  buttons: null,
  attachment: null,
  image: null,
  custom: null,
};

/** Rasa's own fallback puts `nlu_fallback` first with 1.0; the model's real guess comes second. */
function parseData(turn: Turn, fellBack: boolean, messageId: string) {
  const guesses = turn.intent?.ranking ?? [];
  const fallback = { name: 'nlu_fallback', confidence: 1 };
  const ranking = fellBack ? [fallback, ...guesses] : guesses;
  return {
    text: turn.text ?? '',
    intent: ranking[0] ?? { name: null, confidence: 0 },
    intent_ranking: ranking,
    entities: [],
    message_id: messageId,
    metadata: {},
  };
}

function customerEvents(
  turn: Turn,
  at: number,
  fellBack: boolean,
  session: BotSessionRecord,
  i: number,
): Event[] {
  const messageId = `${session.session_id}-${i}`;
  const key = session.handoff?.key;
  const slots = Object.entries(turn.slots ?? {});
  return [
    {
      event: 'user',
      timestamp: at,
      text: turn.text ?? '',
      parse_data: parseData(turn, fellBack, messageId),
      input_channel: session.channel === 'voice' ? 'audiocodes' : 'socketio',
      message_id: messageId,
      metadata: { ...(key && { contact_id: key }) },
    },
    ...slots.map(([name, value], n) => ({
      event: 'slot',
      timestamp: at + 0.01 * (n + 1),
      name,
      value,
    })),
  ];
}

function botEvents(turn: Turn, at: number): Event[] {
  const action = turn.action ?? 'action_send_text';
  const name = action.startsWith('action_') ? action : 'action_send_text';
  const ran: Event = {
    event: 'action',
    timestamp: at - 0.02,
    name: turn.action ?? name,
    policy: 'RulePolicy',
    confidence: 1,
    action_text: null,
    hide_rule_turn: false,
    ...(turn.error && { metadata: { error: turn.error } }),
  };
  const said: Event = {
    event: 'bot',
    timestamp: at,
    text: turn.text ?? '',
    data: noData,
    metadata: { ...(action.startsWith('utter_') && { utter_action: action }) },
  };
  const asked = turn.asks_for;
  if (!asked) return [ran, said];
  return [ran, said, { event: 'slot', timestamp: at + 0.01, name: 'requested_slot', value: asked }];
}

/** All events of a session in order; seconds since the epoch. */
function rasaEvents(session: BotSessionRecord): Event[] {
  const start = Date.parse(session.started_at) / 1000;
  const events: Event[] = [
    {
      event: 'action',
      timestamp: start - 0.2,
      name: 'action_session_start',
      policy: null,
      confidence: 1,
      action_text: null,
      hide_rule_turn: false,
    },
    { event: 'session_started', timestamp: start - 0.1 },
  ];
  session.turns.forEach((turn, i) => {
    const at = Date.parse(turn.at) / 1000;
    const fellBack = session.turns[i + 1]?.action === 'action_default_fallback';
    if (turn.actor === 'customer')
      events.push(...customerEvents(turn, at, turn.intent !== undefined && fellBack, session, i));
    else events.push(...botEvents(turn, at));
  });
  return events;
}

/** One tracker dump; its events do not repeat the sender. */
export function rasaTracker(session: BotSessionRecord): string {
  const events = rasaEvents(session);
  const slots = Object.assign({}, ...session.turns.map((turn) => turn.slots ?? {}));
  const tracker = {
    sender_id: session.session_id,
    slots,
    latest_event_time: events.at(-1)?.timestamp ?? 0,
    paused: session.handoff !== undefined,
    latest_input_channel: session.channel === 'voice' ? 'audiocodes' : 'socketio',
    latest_action_name: session.handoff ? 'action_handoff' : 'action_listen',
    active_loop: {},
    events,
  };
  return `${JSON.stringify(tracker)}\n`;
}

/** One line an event, each with its sender. */
export const rasaBroker = (session: BotSessionRecord): string =>
  rasaEvents(session)
    .map((event) => `${JSON.stringify({ sender_id: session.session_id, ...event })}\n`)
    .join('');

export const rasa: Format = {
  pages: ({ sessions }) => ({ 'rasa/tracker.jsonl': sessions.map(rasaTracker).join('') }),
};

export const rasaEventLines: Format = {
  pages: ({ sessions }) => ({ 'rasa/events.jsonl': sessions.map(rasaBroker).join('') }),
};
