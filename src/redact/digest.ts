import { hash } from 'node:crypto';
import { tokenDigits } from '../text/tokens.js';

/** A keyed hash of a value's canonical form: 16 hex digits. */
export type Digest = (canonical: string) => string;

/** Bytes of a block of SHA-256, and of its result. */
const block = 64;
const result = 32;
const hex = 16;
/** Longer values are few. */
const mostBytes = 1024;

/**
 * HMAC-SHA-256 (RFC 2104) under `key`, cut to 64 bits: short enough to store a million times, long enough not to collide. Written
 * out with the two padded keys made once: a night hashes each of some hundred thousand values, and node's Hmac pads the key every time.
 *
 * @param later keys that have come after it, see `createRehash`
 */
export function createDigest(key: Buffer, ...later: readonly Buffer[]): Digest {
  return later
    .map(createRehash)
    .reduce<Digest>((digest, rehash) => (value) => rehash(digest(value)), underOne(key));
}

/**
 * What a hash becomes under a further key: values that were equal stay equal, and whoever has the old key alone can try out nothing.
 * Its first digits depend on its first digits alone, for tokens keep no more of it.
 */
export function createRehash(key: Buffer): (digits: string) => string {
  const digest = underOne(key);
  return (digits) => {
    const head = digest(digits.slice(0, tokenDigits)).slice(0, tokenDigits);
    return (digits.length > tokenDigits ? head + digest(digits) : head).slice(0, digits.length);
  };
}

function underOne(key: Buffer): Digest {
  const short = key.length > block ? hash('sha256', key, 'buffer') : key;
  // Written into in place: buffers of their own for each value cost as much as the hashing.
  const inner = Buffer.concat([padded(short, 0x36), Buffer.alloc(mostBytes)]);
  const outer = Buffer.concat([padded(short, 0x5c), Buffer.alloc(result)]);
  return (canonical) => {
    const length = block + Buffer.byteLength(canonical);
    const bytes = length <= inner.length ? inner : Buffer.concat([inner], length);
    bytes.write(canonical, block);
    outer.write(hash('sha256', bytes.subarray(0, length), 'binary'), block, 'binary');
    return hash('sha256', outer, 'hex').slice(0, hex);
  };
}

function padded(key: Buffer, pad: number): Buffer {
  const bytes = Buffer.alloc(block, pad);
  for (const [i, byte] of key.entries()) bytes[i] = byte ^ pad;
  return bytes;
}
