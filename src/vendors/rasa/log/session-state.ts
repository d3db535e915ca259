/** What one session comes to while its events are read in order. */
import type { BotSessionRecord } from '../../../domain/records.js';
import { iso as isoOf } from '../../../lib/iso.js';
import { firstText, type JsonObject } from '../../../lib/json.js';
import type { RasaOptions } from './options.js';

export type Turn = BotSessionRecord['turns'][number];
type HandoffReason = NonNullable<NonNullable<BotSessionRecord['handoff']>['reason']>;

export interface RasaSessionState {
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

export function newSessionState(sender: string, options: RasaOptions): RasaSessionState {
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
export const iso = (seconds: number): string => isoOf(seconds * 1000) ?? '';

/** The first one counts. */
export function handOff(state: RasaSessionState, at: number): void {
  state.handoff ??= { at, reason: reasonOf(state, 'rule') };
}

/** The bot says that it cannot, or that the customer would rather not: unless a person has written, there was none. */
export function noHandoff(state: RasaSessionState): void {
  if (state.contactText) return;
  state.handoff = null;
  state.asked = null;
}

export function reasonOf(state: RasaSessionState, otherwise: HandoffReason): HandoffReason {
  if (state.wantsHuman > 0 && state.customerTurns - state.wantsHuman <= 1) return 'user_request';
  if (state.failed) return 'error';
  return state.fellBack ? 'no_match' : otherwise;
}

export const carriedText = (
  state: RasaSessionState,
  paths: readonly string[],
): string | undefined => firstText(state.carried, paths);
