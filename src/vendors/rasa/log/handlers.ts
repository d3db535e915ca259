/** What each kind of event does to a session's state. */
import { filled, isObject, textOf } from '../../../lib/json.js';
import { asksForPerson, byName, handsOver, takesBack } from '../../log/handoff-names.js';
import type { RasaEvent } from './event.js';
import { handOff, iso, noHandoff, type RasaSessionState, type Turn } from './session-state.js';

type Handler = (state: RasaSessionState, event: RasaEvent) => void;

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

function user(state: RasaSessionState, event: RasaEvent): void {
  endAction(state);
  carry(state, event);
  const { text, metadata } = event;
  if (event.channel !== undefined) state.channel = event.channel;
  if (metadata.is_external === true || text?.startsWith(external)) {
    state.turns.push({ at: iso(event.at), actor: 'system', ...filled({ text }) });
    return;
  }
  if (state.contactText) {
    state.agentTurns.push({ at: event.at, actor: 'customer', text: text ?? '' });
    return;
  }
  const { handoff_intents, decline_intents, fallback_intents } = state.options;
  const intent = event.intent?.name;
  const turn: Turn = {
    at: iso(event.at),
    actor: 'customer',
    ...filled({ text, intent: understood(event, fallback_intents) }),
  };
  state.turns.push(turn);
  state.customer = turn;
  state.customerTurns++;
  state.fellBack = intent !== undefined && fallback_intents.includes(intent);
  state.failed = false;
  if (intent !== undefined && decline_intents.includes(intent)) state.asked = null;
  const wants =
    intent !== undefined &&
    (handoff_intents.includes(intent) ||
      (handoff_intents.includes(byName) && asksForPerson(intent)));
  if (wants || event.commands.includes('human handoff')) {
    state.asked = { at: event.at, turn: state.customerTurns };
    state.wantsHuman = state.customerTurns;
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

function bot(state: RasaSessionState, event: RasaEvent): void {
  carry(state, event);
  const ran = state.action?.name ?? textOf(event.metadata.utter_action);
  if (takesBack(textOf(event.metadata.utter_action) ?? '')) noHandoff(state);
  const turn: Turn = {
    at: iso(event.at),
    actor: 'bot',
    ...filled({ text: event.text, action: ran }),
  };
  if (state.action?.error !== undefined) turn.error = state.action.error;
  // A form may thank for the last value before it asks for the next: the question is its last turn.
  const before = state.action?.said.at(-1);
  if (before?.asks_for !== undefined) {
    turn.asks_for = before.asks_for;
    delete before.asks_for;
  } else if (state.unasked !== null) turn.asks_for = state.unasked;
  state.unasked = null;
  state.turns.push(turn);
  state.action?.said.push(turn);
  if (state.options.handoff_payloads.some((key) => event.custom[key])) handOff(state, event.at);
}

function action(state: RasaSessionState, event: RasaEvent): void {
  endAction(state);
  const { name } = event;
  if (name === undefined || internal.has(name)) return;
  const { error_actions, fallback_actions, handoff_actions } = state.options;
  const error = textOf(event.metadata.error) ?? (error_actions.includes(name) ? name : undefined);
  state.action = { name, at: event.at, said: [], ...filled({ error }) };
  if (error !== undefined) state.failed = true;
  if (fallback_actions.includes(name)) state.fellBack = true;
  if (handoff_actions.includes(name) || (handoff_actions.includes(byName) && handsOver(name)))
    handOff(state, event.at);
  if (takesBack(name)) noHandoff(state);
}

/** Closes the action that ran: one without words becomes a turn of its own, a form's question gets its slot. */
export function endAction(state: RasaSessionState): void {
  const { action: ran } = state;
  if (!ran) return;
  state.action = null;
  const question = ran.said.at(-1);
  if (!question) {
    if (/^(?:utter_|validate_)/.test(ran.name) || ran.name === state.loop) return;
    const { name, at, error } = ran;
    state.turns.push({ at: iso(at), actor: 'system', action: name, ...filled({ error }) });
  } else if (ran.name === state.loop && state.requested !== null) {
    question.asks_for ??= state.requested;
  }
}

function slot(state: RasaSessionState, event: RasaEvent): void {
  const { name, value = null } = event;
  if (name === undefined || state.options.ignore_slots.includes(name)) return;
  if (name === 'requested_slot') {
    request(state, textOf(value) ?? null);
    return;
  }
  const wasHeld = state.held.has(name);
  if (value === null && !wasHeld) return;
  if (value === null) state.held.delete(name);
  else {
    state.held.set(name, value);
    state.carried.slots[name] = value;
  }
  const turn = state.customer ?? opening(state, event.at);
  turn.slots = { ...turn.slots, [name]: value };
}

/** Values carried over from an earlier session stand before the customer's first words. */
function opening(state: RasaSessionState, at: number): Turn {
  const first = state.turns[0];
  if (first?.actor === 'system' && first.slots) return first;
  const turn: Turn = { at: iso(at), actor: 'system', slots: {} };
  state.turns.unshift(turn);
  return turn;
}

function request(state: RasaSessionState, wanted: string | null): void {
  state.requested = wanted;
  state.unasked = null;
  const question = state.action?.said.at(-1);
  if (wanted === null) return;
  if (question) question.asks_for = wanted;
  else state.unasked = wanted;
}

function loop(state: RasaSessionState, event: RasaEvent): void {
  state.loop = event.name ?? null;
}

function agent(state: RasaSessionState, event: RasaEvent): void {
  endAction(state);
  state.contactText = true;
  state.agentTurns.push({ at: event.at, actor: 'agent', text: event.text ?? '' });
}

/** The values go on a turn of their own: the customer's turn keeps showing what it gave. */
function clear(state: RasaSessionState, event: RasaEvent): void {
  if (state.held.size > 0) {
    const slots = Object.fromEntries([...state.held.keys()].map((name) => [name, null]));
    state.turns.push({ at: iso(event.at), actor: 'system', action: event.kind, slots });
  }
  state.held.clear();
}

function rejected(state: RasaSessionState, event: RasaEvent): void {
  state.turns.push({ at: iso(event.at), actor: 'system', action: event.kind });
}

function flow(state: RasaSessionState, event: RasaEvent): void {
  const { name } = event;
  if (name === undefined) return;
  const { handoff_flows, error_actions, fallback_actions } = state.options;
  if (handoff_flows.includes(name)) handOff(state, event.at);
  if (fallback_actions.includes(name)) state.fellBack = true;
  const failed = error_actions.includes(name);
  state.failed ||= failed;
  state.turns.push({
    at: iso(event.at),
    actor: 'system',
    action: name,
    ...(failed && { error: name }),
  });
}

function carry(state: RasaSessionState, event: RasaEvent): void {
  const given = Object.entries(event.metadata).filter(([, v]) => isObject(v) || textOf(v));
  Object.assign(state.carried.metadata, Object.fromEntries(given));
  Object.assign(state.carried.payload, event.custom);
}
