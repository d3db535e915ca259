/** One customer on one day with one want: everything that both conversations draw on. */
import type { Channel } from '../domain/records.js';
import type { Random } from '../lib/random.js';
import type { Habits } from './habits.js';
import type { AgentManner, BotManner, CustomerManner } from './manner.js';
import type { Guess } from './story.js';
import type { Want, World, WorldIntent, WorldSlot } from './world.js';

/** A world made ready: the trained bot, the manners of speaking, and its parts by name. */
export interface SimulationSetting {
  world: World;
  /** The best five intents, best first. */
  understand: (text: string) => Guess[];
  intents: ReadonlyMap<string, WorldIntent>;
  slots: ReadonlyMap<string, WorldSlot>;
  agents: ReadonlyMap<string, AgentManner>;
  customers: readonly CustomerManner[];
  bot: BotManner;
  habits: Habits;
}

export interface Scene {
  stage: SimulationSetting;
  random: Random;
  want: Want | WorldIntent;
  /** The bot has an intent for it. */
  covered: boolean;
  channel: Channel;
  startedAt: number;
  /** Angry from the start. */
  angry: boolean;
  detail: string;
  /** How this customer talks. */
  manner: CustomerManner;
  /** The true values, canonical, made when first needed. */
  facts: Map<string, string>;
  /** Within the window in which the planted intent fails. */
  badHour: boolean;
  /** Within the burst in which the backend is down. */
  outage: boolean;
}

/** One of a list; a list of one takes no chance, so that adding manners to a world leaves the others as they are. */
export function oneOf<T>(list: readonly T[], random: Random): T {
  const [first] = list;
  return list.length === 1 && first !== undefined ? first : random.pick(list);
}

/** @throws RangeError where the world has no such slot */
export function slotOf({ stage }: Scene, name: string): WorldSlot {
  const slot = stage.slots.get(name);
  if (!slot) throw new RangeError(`[simulate] ${stage.world.id} has no slot ${name}`);
  return slot;
}
