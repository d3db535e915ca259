import { createHash } from 'node:crypto';

/** A whole number from a text, the same on every machine. */
export function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
