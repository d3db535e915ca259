/** One conversation with the bot while it runs: what was said and captured so far, and how often it stood still. */
import type { HandoffReason } from '../../domain/records.js';
import type { Scene } from '../scene.js';
import type { BotStory, BotTurn } from '../story.js';

export interface BotConversation {
  scene: Scene;
  story: BotStory;
  now: number;
  places: Map<string, number>;
  fallbacks: number;
  failures: number;
  /** Customer turns with words, greetings apart. */
  wordTurns: number;
  patience: number;
}

export function startBotConversation(scene: Scene): BotConversation {
  const story: BotStory = {
    turns: [],
    outcome: 'contained',
    held: new Map(),
    asked: new Set(),
    told: new Set(),
    unrecognised: false,
    standstill: 0,
    unread: false,
    backendError: false,
    requestedEarly: false,
    angry: false,
  };
  return {
    scene,
    story,
    now: scene.startedAt - 2000,
    places: new Map(),
    fallbacks: 0,
    failures: 0,
    wordTurns: 0,
    patience: scene.random.weighted([1, 2, 3, 4], (n) => [0.3, 0.3, 0.25, 0.15][n - 1] ?? 0),
  };
}

export function say(talk: BotConversation, text: string, more: Partial<BotTurn> = {}): BotTurn {
  talk.now += 1000 * talk.scene.random.int(1, 3);
  const turn: BotTurn = { at: talk.now, actor: 'bot', text, ...more };
  talk.story.turns.push(turn);
  return turn;
}

export function hear(talk: BotConversation, text: string, more: Partial<BotTurn> = {}): BotTurn {
  const reading = 3 + text.length / 12;
  talk.now += Math.round(1000 * talk.scene.random.logNormal(reading, 0.4));
  const turn: BotTurn = { at: talk.now, actor: 'customer', text, ...more };
  talk.story.turns.push(turn);
  return turn;
}

export function capture(talk: BotConversation, turn: BotTurn, slot: string, value: string): void {
  turn.slots = { ...turn.slots, [slot]: value };
  talk.story.held.set(slot, value);
  talk.places.clear();
}

/** The bot comes to a place of its dialogue; the same one again without a new value in between is a standstill. */
export function arrive(talk: BotConversation, place: string): void {
  const times = (talk.places.get(place) ?? 0) + 1;
  talk.places.set(place, times);
  talk.story.standstill = Math.max(talk.story.standstill, times);
}

export function handOff(
  talk: BotConversation,
  reason: HandoffReason,
  target: string,
  text: string,
): null {
  say(talk, text, { action: 'action_handoff' });
  talk.story.outcome = 'escalated';
  talk.story.handoff = { at: talk.now, reason, target };
  return null;
}

/** The customer leaves. */
export function giveUp(talk: BotConversation): null {
  talk.story.outcome = 'abandoned';
  return null;
}
