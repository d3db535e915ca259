/** Who the customer is, as each side happens to write it down. */
import type { BotSessionRecord } from '../domain/records.js';
import { factOf, type Scene } from './scene.js';
import { makeValue, spellValue } from './values.js';

type Identity = NonNullable<BotSessionRecord['customer']>;

/** The same person on both sides, in independent spellings. */
export interface Person {
  phone: string;
  email: string;
  account: string;
}

const phoneKind = { type: 'phone' } as const;
const emailKind = { type: 'email' } as const;

export function personOf(scene: Scene): Person {
  const { random, stage, startedAt } = scene;
  const first = (names: string[]) => names.find((name) => stage.slots.has(name));
  const phone = first(['contact_phone', 'phone_number']);
  const email = first(['email']);
  return {
    phone: phone ? factOf(scene, phone) : makeValue(phoneKind, random, startedAt),
    email: email ? factOf(scene, email) : makeValue(emailKind, random, startedAt),
    account: factOf(scene, 'account_number'),
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
