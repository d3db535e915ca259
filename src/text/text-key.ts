import { createHash } from 'node:crypto';

/** A short name for a text, by which it is known again. */
export const textKey = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 12);
