import { createHmac } from 'node:crypto';

/** A keyed hash of a value's canonical form: 16 hex digits. */
export type Digest = (canonical: string) => string;

/** HMAC-SHA-256 under `key`, cut to 64 bits: short enough to store a million times, long enough not to collide. */
export function createDigest(key: Buffer): Digest {
  return (canonical) => createHmac('sha256', key).update(canonical).digest('hex').slice(0, 16);
}
