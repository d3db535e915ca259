/** What one session comes to while its events are read in order. */
import type { BotSessionRecord } from '../../../domain/records.js';
import { filled, firstText, isObject, type JsonObject, textOf } from '../../../lib/json.js';
import type { RasaEvent } from './event.js';
import type { RasaOptions } from './options.js';

type Turn = BotSessionRecord['turns'][number];
type HandoffReason = NonNullable<NonNullable<BotSessionRecord['handoff']>['reason']>;

export interface Talk {
  sender: string;
  options: RasaOptions;
  turns: Turn[];
  /** The action that runs, when it began, and the bot turns that it has made so far. */
  action: { name: string; at: number; said: Turn[]; error?: string } | null;
  loop: string | null;
  /** The slot that the form asks for. */
  requested: string | null;
  /** Asked for before the words of the question were logged. */
  unasked: string | null;
  customer: Turn | null;
  held: Map<string, unknown>;
  /** Whatever the events carried, for the key, the customer and the target. */
  carried: { sender_id: string; metadata: JsonObject; slots: JsonObject; payload: JsonObject };
  asked: { at: number; turn: number } | null;
  handoff: { at: number; reason: HandoffReason } | null;
  /** Signs of the last two customer turns. */
  wantsHuman: number;
  fellBack: boolean;
  failed: boolean;
  channel?: string;
  customerTurns: number;
  agentTurns: { at: number; actor: 'agent' | 'customer'; text: string }[];
  contactText: boolean;
}

export function newTalk(sender: string, options: RasaOptions): Talk {
  return {
    sender,
    options,
    turns: [],
    action: null,
    loop: null,
    requested: null,
    unasked: null,
    customer: null,
    held: new Map(),
    carried: { sender_id: sender, metadata: {}, slots: {}, payload: {} },
    asked: null,
    handoff: null,
    wantsHuman: 0,
    fellBack: false,
    failed: false,
    customerTurns: 0,
    agentTurns: [],
    contactText: false,
  };
}

/** A moment of the log in our records' form. */
export const iso = (seconds: number): string => new Date(Math.round(seconds * 1000)).toISOString();

type Handler = (talk: Talk, event: RasaEvent) => void;

/** Types that are not here leave no trace: rewinds among them, since what they undo is what failed. */
export const handlers: Record<string, Handler | undefined> = {
  user,
  bot,
  action,
  slot,
  active_loop: loop,
  form: loop,
  agent,
  reset_slots: clear,
  restart: clear,
  action_execution_rejected: rejected,
  flow_started: flow,
};

const internal = new Set([
  'action_listen',
  'action_session_start',
  'action_extract_slots',
  'action_unlikely_intent',
  'action_run_slot_rejections',
  'action_restart',
]);
const external = 'EXTERNAL: ';

function user(talk: Talk, event: RasaEvent): void {
  endAction(talk);
  carry(talk, event);
  const { text, metadata } = event;
  if (event.channel !== undefined) talk.channel = event.channel;
  if (metadata.is_external === true || text?.startsWith(external)) {
    talk.turns.push({ at: iso(event.at), actor: 'system', ...filled({ text }) });
    return;
  }
  if (talk.contactText) {
    talk.agentTurns.push({ at: event.at, actor: 'customer', text: text ?? '' });
    return;
  }
  const { handoff_intents, decline_intents, fallback_intents } = talk.options;
  const intent = event.intent?.name;
  const turn: Turn = {
    at: iso(event.at),
    actor: 'customer',
    ...filled({ text, intent: understood(event, fallback_intents) }),
  };
  talk.turns.push(turn);
  talk.customer = turn;
  talk.customerTurns++;
  talk.fellBack = intent !== undefined && fallback_intents.includes(intent);
  talk.failed = false;
  if (intent !== undefined && decline_intents.includes(intent)) talk.asked = null;
  const wants = intent !== undefined && handoff_intents.includes(intent);
  if (wants || event.commands.includes('human handoff')) {
    talk.asked = { at: event.at, turn: talk.customerTurns };
    talk.wantsHuman = talk.customerTurns;
  }
}

/** A fallback stands first with 1.0, which is no score; the model's own best guess comes next. */
function understood(event: RasaEvent, fallbacks: readonly string[]): Turn['intent'] {
  if (!event.intent) return undefined;
  const ranking = event.ranking.filter(({ name }) => !fallbacks.includes(name));
  const [best] = ranking;
  const guess = fallbacks.includes(event.intent.name) ? best : event.intent;
  return guess ? { ...guess, ranking } : { name: event.intent.name, confidence: 0 };
}

function bot(talk: Talk, event: RasaEvent): void {
  carry(talk, event);
  const ran = talk.action?.name ?? textOf(event.metadata.utter_action);
  const turn: Turn = {
    at: iso(event.at),
    actor: 'bot',
    ...filled({ text: event.text, action: ran }),
  };
  if (talk.action?.error !== undefined) turn.error = talk.action.error;
  // A form may thank for the last value before it asks for the next: the question is its last turn.
  const before = talk.action?.said.at(-1);
  if (before?.asks_for !== undefined) {
    turn.asks_for = before.asks_for;
    delete before.asks_for;
  } else if (talk.unasked !== null) turn.asks_for = talk.unasked;
  talk.unasked = null;
  talk.turns.push(turn);
  talk.action?.said.push(turn);
  if (talk.options.handoff_payloads.some((key) => event.custom[key])) handOff(talk, event.at);
}

function action(talk: Talk, event: RasaEvent): void {
  endAction(talk);
  const { name } = event;
  if (name === undefined || internal.has(name)) return;
  const { error_actions, fallback_actions, handoff_actions } = talk.options;
  const error = textOf(event.metadata.error) ?? (error_actions.includes(name) ? name : undefined);
  talk.action = { name, at: event.at, said: [], ...filled({ error }) };
  if (error !== undefined) talk.failed = true;
  if (fallback_actions.includes(name)) talk.fellBack = true;
  if (handoff_actions.includes(name)) handOff(talk, event.at);
}

/** Closes the action that ran: one without words becomes a turn of its own, a form's question gets its slot. */
export function endAction(talk: Talk): void {
  const { action: ran } = talk;
  if (!ran) return;
  talk.action = null;
  const question = ran.said.at(-1);
  if (!question) {
    if (/^(?:utter_|validate_)/.test(ran.name) || ran.name === talk.loop) return;
    const { name, at, error } = ran;
    talk.turns.push({ at: iso(at), actor: 'system', action: name, ...filled({ error }) });
  } else if (ran.name === talk.loop && talk.requested !== null) {
    question.asks_for ??= talk.requested;
  }
}

function slot(talk: Talk, event: RasaEvent): void {
  const { name, value = null } = event;
  if (name === undefined || talk.options.ignore_slots.includes(name)) return;
  if (name === 'requested_slot') {
    request(talk, textOf(value) ?? null);
    return;
  }
  const wasHeld = talk.held.has(name);
  if (value === null && !wasHeld) return;
  if (value === null) talk.held.delete(name);
  else {
    talk.held.set(name, value);
    talk.carried.slots[name] = value;
  }
  const turn = talk.customer ?? opening(talk, event.at);
  turn.slots = { ...turn.slots, [name]: value };
}

/** Values carried over from an earlier session stand before the customer's first words. */
function opening(talk: Talk, at: number): Turn {
  const first = talk.turns[0];
  if (first?.actor === 'system' && first.slots) return first;
  const turn: Turn = { at: iso(at), actor: 'system', slots: {} };
  talk.turns.unshift(turn);
  return turn;
}

function request(talk: Talk, wanted: string | null): void {
  talk.requested = wanted;
  talk.unasked = null;
  const question = talk.action?.said.at(-1);
  if (wanted === null) return;
  if (question) question.asks_for = wanted;
  else talk.unasked = wanted;
}

function loop(talk: Talk, event: RasaEvent): void {
  talk.loop = event.name ?? null;
}

function agent(talk: Talk, event: RasaEvent): void {
  endAction(talk);
  talk.contactText = true;
  talk.agentTurns.push({ at: event.at, actor: 'agent', text: event.text ?? '' });
}

/** The values go on a turn of their own: the customer's turn keeps showing what it gave. */
function clear(talk: Talk, event: RasaEvent): void {
  if (talk.held.size > 0) {
    const slots = Object.fromEntries([...talk.held.keys()].map((name) => [name, null]));
    talk.turns.push({ at: iso(event.at), actor: 'system', action: event.kind, slots });
  }
  talk.held.clear();
}

function rejected(talk: Talk, event: RasaEvent): void {
  talk.turns.push({ at: iso(event.at), actor: 'system', action: event.kind });
}

function flow(talk: Talk, event: RasaEvent): void {
  const { name } = event;
  if (name === undefined) return;
  const { handoff_flows, error_actions, fallback_actions } = talk.options;
  if (handoff_flows.includes(name)) handOff(talk, event.at);
  if (fallback_actions.includes(name)) talk.fellBack = true;
  const failed = error_actions.includes(name);
  talk.failed ||= failed;
  talk.turns.push({
    at: iso(event.at),
    actor: 'system',
    action: name,
    ...(failed && { error: name }),
  });
}

/** The first one counts. */
export function handOff(talk: Talk, at: number): void {
  talk.handoff ??= { at, reason: reasonOf(talk, 'rule') };
}

export function reasonOf(talk: Talk, otherwise: HandoffReason): HandoffReason {
  if (talk.wantsHuman > 0 && talk.customerTurns - talk.wantsHuman <= 1) return 'user_request';
  if (talk.failed) return 'error';
  return talk.fellBack ? 'no_match' : otherwise;
}

function carry(talk: Talk, event: RasaEvent): void {
  const given = Object.entries(event.metadata).filter(([, v]) => isObject(v) || textOf(v));
  Object.assign(talk.carried.metadata, Object.fromEntries(given));
  Object.assign(talk.carried.payload, event.custom);
}

export const carriedText = (talk: Talk, paths: readonly string[]): string | undefined =>
  firstText(talk.carried, paths);
