/** One customer on one day with one want: everything that both conversations draw on. */
import type { Channel } from '../domain/records.js';
import type { Random } from '../lib/random.js';
import { asWritten } from './noise.js';
import { render } from './template.js';
import type { Understand } from './understanding.js';
import { makeValue, spellValue } from './values.js';
import type { Want, World, WorldIntent, WorldSlot } from './world.js';
import { anger, lead } from './worlds/phrases.js';

/** A world made ready: the trained bot and its parts by name. */
export interface Stage {
  world: World;
  understand: Understand;
  intents: ReadonlyMap<string, WorldIntent>;
  slots: ReadonlyMap<string, WorldSlot>;
}

export interface Scene {
  stage: Stage;
  random: Random;
  want: Want | WorldIntent;
  /** The bot has an intent for it. */
  covered: boolean;
  channel: Channel;
  startedAt: number;
  /** Angry from the start. */
  angry: boolean;
  detail: string;
  /** The true values, canonical, made when first needed. */
  facts: Map<string, string>;
  /** Within the window in which the planted intent fails. */
  badHour: boolean;
  /** Within the burst in which the backend is down. */
  outage: boolean;
}

export function slotOf(scene: Scene, name: string): WorldSlot {
  const slot = scene.stage.slots.get(name);
  if (!slot) throw new RangeError(`[simulate] ${scene.stage.world.id} has no slot ${name}`);
  return slot;
}

export function factOf(scene: Scene, name: string): string {
  const known = scene.facts.get(name);
  if (known !== undefined) return known;
  const made = makeValue(slotOf(scene, name).kind, scene.random, scene.startedAt);
  scene.facts.set(name, made);
  return made;
}

export const spellFact = (scene: Scene, name: string): string =>
  spellValue(slotOf(scene, name).kind, factOf(scene, name), scene.random);

/** Share of the statements that are as plain as the bot team imagined when it wrote the training phrases. */
const plainShare = 0.38;

export interface Statement {
  text: string;
  /** Slots whose value the words carry. */
  slots: string[];
}

/** What the customer wants, in their own words; with the story behind it where `withDetail`. */
export function statement(scene: Scene, withDetail: boolean, angry: boolean): Statement {
  const { random, want } = scene;
  const slots: string[] = [];
  const pool = 'train' in want && random.chance(plainShare) ? want.train : want.said;
  const words = render(`${random.pick(lead)}${random.pick(pool)}`, random, (slot) => {
    slots.push(slot);
    return spellFact(scene, slot);
  });
  const parts = [
    angry ? render(random.pick(anger), random) : '',
    words,
    withDetail ? scene.detail : '',
  ];
  const text = parts.filter((part) => part !== '').join(', ');
  return { text: asWritten(text, scene.channel, random), slots };
}
