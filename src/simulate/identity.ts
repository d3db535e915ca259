/** Who the customer is, as each side happens to write it down. */
import type { BotSessionRecord } from '../domain/records.js';
import { createRandom, type Random } from '../lib/random.js';
import { factOf } from './customer.js';
import type { Scene } from './scene.js';
import type { Traffic } from './traffic.js';
import { makeValue, spellValue } from './values.js';
import type { ValueKind } from './world.js';

type Identity = NonNullable<BotSessionRecord['customer']>;

/** The same person on both sides, in independent spellings. */
export interface Person {
  phone: string;
  email: string;
  account: string;
}

const phoneKind = { type: 'phone' } as const;
const emailKind = { type: 'email' } as const;
const accountKind = { type: 'digits', length: 9, groups: 3 } as const;

export function personOf(scene: Scene): Person {
  const { random, stage, startedAt } = scene;
  const { phone, email, account } = stage.world.identity;
  const own = (slot: string | undefined, kind: ValueKind) =>
    slot === undefined ? makeValue(kind, random, startedAt) : factOf(scene, slot);
  return {
    phone: own(phone, phoneKind),
    email: own(email, emailKind),
    account: own(account, accountKind),
  };
}

/** What one side noted of a person; `keep` says which fields it has. */
export function noted(scene: Scene, person: Person, keep: (keyof Person)[]): Identity {
  const { random } = scene;
  const identity: Identity = {};
  if (keep.includes('phone')) identity.phone = spellValue(phoneKind, person.phone, random);
  if (keep.includes('email'))
    identity.email = random.chance(0.3) ? person.email.toUpperCase() : person.email;
  if (keep.includes('account'))
    identity.account = random.pick([
      person.account,
      person.account,
      person.account.replace(/(\d{4})/g, '$1 ').trim(),
      person.account.replace(/(\d{4})(?=\d)/g, '$1-'),
    ]);
  return identity;
}

interface Identities {
  session: (keyof Person)[];
  contact: (keyof Person)[];
}

export const fields: (keyof Person)[] = ['phone', 'email', 'account'];

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
  return { phone: makeValue(phoneKind, household, 0) };
}

/** Splits the world's queues, or merges them, into as many as there are to be; a want always goes to the same one. */
export function queueName(queue: string, { want }: Scene, { queues }: Traffic): string {
  if (queues === null) return queue;
  const number = createRandom('queue', want.name).int(1, queues);
  return `queue_${number}`;
}
