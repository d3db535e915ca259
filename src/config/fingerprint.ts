/** By which a database knows its key again, without keeping anything of it. */
import { createHmac } from 'node:crypto';
import { UsageError } from '../domain/errors.js';
import type { Keys } from './key.js';

/** A keyed hash of a constant: the same for the same key, and of no use without it. */
export const fingerprintOf = (keys: Keys): string =>
  createHmac('sha256', Buffer.concat([...keys]))
    .update('handback key fingerprint')
    .digest('hex')
    .slice(0, 32);

const advice =
  'Put that key back (HANDBACK_KEY, or the key file from your backup). If it is lost, name a new database with --db or "database:" and read the sources anew: what the old one holds can no longer be linked';

/**
 * Hashes made with two keys never agree: nothing of before would link with anything of after, and nobody would notice.
 * @param known the fingerprint of the key that the database was made with; null where it does not say
 * @throws UsageError
 */
export function refuseOtherKey(known: string | null, keys: Keys, place: string): void {
  if (known === null || known === fingerprintOf(keys)) return;
  throw new UsageError(
    `${place}: another key than the one that the database was made with. ${advice}`,
  );
}

export function missingKey(place: string): UsageError {
  return new UsageError(`${place}: the key that the database was made with is gone. ${advice}`);
}
