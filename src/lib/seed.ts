import { hash } from 'node:crypto';

/** A whole number from a text, the same on every machine. */
export function seedOf(text: string): number {
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 8), 16);
}
