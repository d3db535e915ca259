/** What the contact centre is like for whoever joins the two systems: what is scarce, what is shared, what is late. */

import { createRandom, type Random } from '../lib/random.js';
import type { Person } from './customers.js';
import type { Scene } from './scene.js';
import { makeValue } from './values.js';

export interface Traffic {
  /** Local hours with an even flow, `to` exclusive, every day alike; null for the usual day and week. */
  hours: { from: number; to: number } | null;
  /** Log-normal wait in the queue. */
  waiting: { medianSeconds: number; sigma: number };
  /** Whether a contact's record begins in the queue or when the agent answers. */
  recordsBegin: 'queued' | 'answered';
  /** Direct contacts for one handoff. */
  directRatio: number;
  /**
   * What identifies customers: `mixed` (see docs/simulator.md), a `phone` that the bot always and half of the contacts
   * have, or nothing.
   */
  identity: 'mixed' | 'phone' | 'none';
  /** Share of customers who use the telephone of a household of about four. */
  householdShare: number;
  /** Keys are drawn from this many numbers; null where each is used once. */
  keyPool: number | null;
  /** Share of contacts that do not say where they came from. */
  unknownOrigin: number;
  /** How many queues the handoffs are spread over; null for the world's own. */
  queues: number | null;
}

export const usualTraffic: Traffic = {
  hours: null,
  waiting: { medianSeconds: 45, sigma: 0.9 },
  recordsBegin: 'queued',
  directRatio: 0.87,
  identity: 'mixed',
  householdShare: 0,
  keyPool: null,
  unknownOrigin: 0.1,
  queues: null,
};

interface Identities {
  session: (keyof Person)[];
  contact: (keyof Person)[];
}

const fields: (keyof Person)[] = ['phone', 'email', 'account'];

/** Which identity fields each side noted. `mixed`: a shared one, or none in common. */
export function identities(random: Random, { identity }: Traffic, shared = false): Identities {
  if (identity === 'none') return { session: [], contact: [] };
  if (identity === 'phone')
    return { session: ['phone'], contact: random.chance(0.5) ? ['phone'] : [] };
  const common = random.pick(fields);
  const others = fields.filter((field) => field !== common);
  const some = () => others.filter(() => random.chance(0.3));
  if (shared) return { session: [common, ...some()], contact: [common, ...some()] };
  return { session: random.chance(0.4) ? [common] : [], contact: some() };
}

const households = 400;

/** The telephone of one of a few hundred households, or nothing to replace. */
export function householdPhone(
  random: Random,
  seed: number,
  { householdShare }: Traffic,
): Partial<Person> {
  if (householdShare === 0 || !random.chance(householdShare)) return {};
  const household = createRandom('household', seed, random.int(1, households));
  return { phone: makeValue({ type: 'phone' }, household, 0) };
}

/** Splits the world's queues, or merges them, into as many as there are to be; a want always goes to the same one. */
export function queueName(queue: string, { want }: Scene, { queues }: Traffic): string {
  if (queues === null) return queue;
  const number = createRandom('queue', want.name).int(1, queues);
  return `queue_${number}`;
}
