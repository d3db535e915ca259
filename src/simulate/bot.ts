/**
 * The bot's side of a conversation: a dialogue manager that fills forms, re-prompts, calls a backend, follows the
 * business's rules and hands off. What it did is kept, so that the truth can be read off instead of being decreed.
 */
import type { HandoffReason } from '../domain/records.js';
import { asWritten } from './noise.js';
import { factOf, type Scene, type Statement, slotOf, spellFact, statement } from './scene.js';
import { render } from './template.js';
import { talkToHuman } from './training.js';
import type { Guess } from './understanding.js';
import { hearValue, makeValue, mistype, spellValue } from './values.js';
import type { WorldIntent, WorldSlot } from './world.js';
import {
  botFallbacks,
  cannotFind,
  gives,
  greetings,
  humanRequests,
  objections,
  thanks,
} from './worlds/phrases.js';

export interface BotTurn {
  at: number;
  actor: 'customer' | 'bot';
  text: string;
  guesses?: Guess[];
  slots?: Record<string, string>;
  asksFor?: string;
  action?: string;
  error?: string;
}

export interface BotStory {
  turns: BotTurn[];
  outcome: 'escalated' | 'contained' | 'abandoned';
  handoff?: { at: number; reason: HandoffReason; target: string };
  /** The task that the bot acted on last; absent when it recognised none. */
  acted?: string;
  held: Map<string, string>;
  asked: Set<string>;
  /** Slots whose value, in whatever spelling, the customer has given the bot. */
  told: Set<string>;
  /** The customer's first free words on what it is about; absent when they never said. */
  explained?: Statement;
  /** An utterance that carries a want of the bot's own was not recognised. */
  unrecognised: boolean;
  /** How often the bot has stood in one place without a new value. */
  standstill: number;
  backendError: boolean;
  /** A human was asked for before the bot had a fair try. */
  requestedEarly: boolean;
  /** The first words to the bot were angry. */
  angry: boolean;
}

interface Talk {
  scene: Scene;
  story: BotStory;
  now: number;
  places: Map<string, number>;
  fallbacks: number;
  failures: number;
  /** Customer turns with words, greetings apart. */
  wordTurns: number;
  answered: boolean;
  patience: number;
}

/** What the customer says next, or null when the conversation has ended. */
type Next = (Statement & { kind: 'issue' | 'objection' | 'human' | 'hello' }) | null;

function say(talk: Talk, text: string, more: Partial<BotTurn> = {}): BotTurn {
  talk.now += 1000 * talk.scene.random.int(1, 3);
  const turn: BotTurn = { at: talk.now, actor: 'bot', text, ...more };
  talk.story.turns.push(turn);
  return turn;
}

function hear(talk: Talk, text: string, more: Partial<BotTurn> = {}): BotTurn {
  const reading = 3 + text.length / 12;
  talk.now += Math.round(1000 * talk.scene.random.logNormal(reading, 0.4));
  const turn: BotTurn = { at: talk.now, actor: 'customer', text, ...more };
  talk.story.turns.push(turn);
  return turn;
}

function capture(talk: Talk, turn: BotTurn, slot: string, value: string): void {
  turn.slots = { ...turn.slots, [slot]: value };
  talk.story.held.set(slot, value);
  talk.places.clear();
}

/** The bot comes to a place of its dialogue; the same one again without a new value in between is a standstill. */
function arrive(talk: Talk, place: string): number {
  const times = (talk.places.get(place) ?? 0) + 1;
  talk.places.set(place, times);
  talk.story.standstill = Math.max(talk.story.standstill, times);
  return times;
}

function handOff(talk: Talk, reason: HandoffReason, target: string, text: string): Next {
  say(talk, text, { action: 'action_handoff' });
  talk.story.outcome = 'escalated';
  talk.story.handoff = { at: talk.now, reason, target };
  return null;
}

function giveUp(talk: Talk): Next {
  talk.story.outcome = 'abandoned';
  return null;
}

function askForHuman({ scene: { random, channel } }: Talk): Next {
  const text = asWritten(render(random.pick(humanRequests), random), channel, random);
  return { kind: 'human', text, slots: [] };
}

const explain = (talk: Talk): Next => ({
  kind: 'issue',
  ...statement(talk.scene, talk.scene.random.chance(0.25), false),
});

/** The customer sees that the bot is on the wrong track. */
function object(talk: Talk): Next {
  const { random, channel } = talk.scene;
  talk.failures++;
  if (--talk.patience <= 0) return random.chance(0.15) ? giveUp(talk) : askForHuman(talk);
  const no = render(random.pick(objections), random);
  if (random.chance(0.45))
    return { kind: 'objection', text: asWritten(no, channel, random), slots: [] };
  const again = statement(talk.scene, random.chance(0.2), false);
  return { kind: 'issue', text: `${no}, ${again.text}`, slots: again.slots };
}

/** How the customer answers a prompt; the second time more plainly, unless they are of the stubborn sort. */
function answer(talk: Talk, slot: WorldSlot, attempt: number, stubborn: boolean): string {
  const { scene, story } = talk;
  const { random } = scene;
  const fact = factOf(scene, slot.name);
  if (stubborn && random.chance(0.5)) return render(random.pick(cannotFind), random);
  story.told.add(slot.name);
  if (attempt === 1 && random.chance(0.045)) return mistype(fact, random);
  if (attempt === 1 && slot.kind.type === 'digits' && random.chance(0.03))
    return `${mistype(fact, random)} sorry i mean ${fact}`;
  let value = spellValue(slot.kind, fact, random);
  for (let i = 0; i < 6; i++) {
    const heard = hearValue(slot.kind, value, true) !== null;
    if (heard !== stubborn && (heard || attempt === 1)) break;
    if (!stubborn && attempt === 1) break;
    value = spellValue(slot.kind, fact, random);
  }
  return render(random.pick(gives), random, () => value);
}

/** Asks for one slot, up to three times. What it returns but `true` ends the form. */
function fill(talk: Talk, intent: WorldIntent, slot: WorldSlot, wrong: boolean): Next | true {
  const { scene, story } = talk;
  const { random, channel } = scene;
  const stubborn = random.chance(0.07);
  for (let attempt = 1; attempt <= 3; attempt++) {
    arrive(talk, `ask:${intent.name}:${slot.name}`);
    story.asked.add(slot.name);
    say(talk, attempt === 1 ? slot.prompt : slot.reprompt, {
      asksFor: slot.name,
      action: `utter_ask_${slot.name}`,
    });
    if (wrong && random.chance(0.5)) return object(talk);
    if (random.chance(0.025)) return askForHuman(talk);
    const text = asWritten(answer(talk, slot, attempt, stubborn), channel, random);
    const turn = hear(talk, text);
    talk.wordTurns++;
    const value = hearValue(slot.kind, text, true);
    if (value === null) continue;
    capture(talk, turn, slot.name, value);
    if (slot.kind.type === 'date' && slot.kind.from > 0 && random.chance(0.2))
      negotiate(talk, slot);
    return true;
  }
  talk.failures++;
  return handOff(
    talk,
    'no_match',
    intent.queue,
    'I could not read that. Let me get a colleague for you.',
  );
}

/** "Not on that day": the same prompt again, yet each time with a new value. No loop. */
function negotiate(talk: Talk, slot: WorldSlot): void {
  const { scene } = talk;
  scene.facts.set(slot.name, makeValue(slot.kind, scene.random, scene.startedAt));
  say(talk, 'Nothing is free on that day. Which other date would suit you?', {
    asksFor: slot.name,
    action: `utter_ask_${slot.name}`,
  });
  const text = spellFact(scene, slot.name);
  const turn = hear(talk, text);
  const value = hearValue(slot.kind, text, true);
  talk.story.told.add(slot.name);
  if (value !== null) capture(talk, turn, slot.name, value);
}

function callBackend(talk: Talk, intent: WorldIntent): boolean {
  const { scene, story } = talk;
  const { random, outage } = scene;
  if (!random.chance(outage ? 0.85 : 0.02)) return true;
  story.backendError = true;
  const error = `${scene.stage.world.backend}: ${random.pick(['HTTP 503', 'timeout after 8000 ms', 'HTTP 502'])}`;
  say(talk, 'I am having trouble reaching our systems. One moment.', {
    action: intent.action,
    error,
  });
  return !outage && random.chance(0.3);
}

/** The bot acts on an intent: its form, its backend, its rules, its answer. */
function act(talk: Talk, intent: WorldIntent, said: BotTurn): Next {
  const { scene, story } = talk;
  const { random } = scene;
  const { badHours } = scene.stage.world;
  const wrong = intent.name !== scene.want.name;
  story.acted = intent.name;
  for (const name of intent.requires) {
    if (story.held.has(name)) continue;
    const heard = hearValue(slotOf(scene, name).kind, said.text, false);
    if (heard !== null) capture(talk, said, name, heard);
    else {
      const end = fill(talk, intent, slotOf(scene, name), wrong);
      if (end !== true) return end;
    }
  }
  if (!callBackend(talk, intent))
    return handOff(
      talk,
      'error',
      intent.queue,
      'That did not work. I am handing you to a colleague.',
    );
  if (!wrong) {
    if (scene.badHour && intent.name === badHours.intent && random.chance(badHours.ruleShare))
      return handOff(talk, 'rule', intent.queue, badHours.ruleText);
    if (random.chance(intent.ruleShare))
      return handOff(talk, 'rule', intent.queue, intent.ruleText);
  }
  arrive(talk, `answer:${intent.name}`);
  say(talk, intent.answer, { action: wrong ? `utter_${intent.name}` : intent.action });
  if (wrong) return object(talk);
  talk.answered = true;
  if (random.chance(0.08)) return askForHuman(talk);
  hear(talk, asWritten(random.pick(thanks), scene.channel, random));
  story.outcome = 'contained';
  return null;
}

function fallBack(talk: Talk): Next {
  const { scene } = talk;
  talk.failures++;
  if (++talk.fallbacks >= 2)
    return handOff(
      talk,
      'no_match',
      scene.stage.world.generalQueue,
      'I am passing you to a colleague who can help.',
    );
  arrive(talk, 'fallback');
  say(talk, scene.random.pick(botFallbacks), { action: 'action_default_fallback' });
  if (scene.random.chance(0.08)) return giveUp(talk);
  return scene.random.chance(0.2) ? askForHuman(talk) : explain(talk);
}

/** The customer says something, the bot understands what it understands. */
function exchange(talk: Talk, next: NonNullable<Next>): Next {
  const { scene, story } = talk;
  const { world, understand, intents } = scene.stage;
  const guesses = understand(next.text);
  const turn = hear(talk, next.text, { guesses });
  const [top] = guesses;
  const untried = talk.failures === 0 && !talk.answered && talk.wordTurns <= 1;
  if (next.kind === 'human' && untried) story.requestedEarly = true;
  if (next.kind !== 'hello') talk.wordTurns++;
  if (next.kind === 'issue') {
    story.explained ??= { text: next.text, slots: next.slots };
    for (const slot of next.slots) story.told.add(slot);
  }
  if (!top || top.confidence < world.threshold) {
    if (next.kind === 'issue' && scene.covered) story.unrecognised = true;
    return fallBack(talk);
  }
  if (top.name === talkToHuman)
    return handOff(
      talk,
      'user_request',
      targetOf(talk),
      'Of course, I am putting you through to a colleague.',
    );
  const intent = intents.get(top.name);
  if (intent) return act(talk, intent, turn);
  arrive(talk, 'greet');
  say(talk, 'Hello! What can I help you with?', { action: 'utter_greet' });
  return next.kind === 'human' ? askForHuman(talk) : explain(talk);
}

function targetOf({ scene, story }: Talk): string {
  const acted = story.acted === undefined ? undefined : scene.stage.intents.get(story.acted);
  return acted?.queue ?? scene.stage.world.generalQueue;
}

function firstWords(talk: Talk): Next {
  const { scene } = talk;
  const { random } = scene;
  const turn = random.next();
  if (turn < 0.1) {
    const text = asWritten(random.pick(greetings), scene.channel, random);
    return { kind: 'hello', text, slots: [] };
  }
  if (turn < 0.16) return askForHuman(talk);
  talk.story.angry = scene.angry;
  return { kind: 'issue', ...statement(scene, random.chance(0.35), scene.angry) };
}

/** A button of the greeting: the intent is given, nothing is classified. */
function pressButton(talk: Talk): Next {
  const { want, stage } = talk.scene;
  const intent = stage.intents.get(want.name);
  if (!intent) return explain(talk);
  const turn = hear(talk, `/${intent.name}`, { guesses: [{ name: intent.name, confidence: 1 }] });
  return act(talk, intent, turn);
}

/** One conversation with the bot, from its greeting to its answer, its handoff, or the customer's leaving. */
export function talkToBot(scene: Scene): BotStory {
  const { random } = scene;
  const { world } = scene.stage;
  const story: BotStory = {
    turns: [],
    outcome: 'contained',
    held: new Map(),
    asked: new Set(),
    told: new Set(),
    unrecognised: false,
    standstill: 0,
    backendError: false,
    requestedEarly: false,
    angry: false,
  };
  const talk: Talk = {
    scene,
    story,
    now: scene.startedAt - 2000,
    places: new Map(),
    fallbacks: 0,
    failures: 0,
    wordTurns: 0,
    answered: false,
    patience: random.weighted([1, 2, 3, 4], (n) => [0.3, 0.3, 0.25, 0.15][n - 1] ?? 0),
  };
  say(talk, `Hello, I am ${world.persona}, the assistant of ${world.company}. How can I help?`, {
    action: 'utter_welcome',
  });
  let next = scene.covered && random.chance(0.05) ? pressButton(talk) : firstWords(talk);
  for (let i = 0; next && i < 12; i++) next = exchange(talk, next);
  if (next) handOff(talk, 'unknown', targetOf(talk), 'Let me get a colleague for you.');
  return story;
}
