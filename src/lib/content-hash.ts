import { hash } from 'node:crypto';

/** 22 characters (132 bits of SHA-256) by which the same content is known again. @param content plain data, as JSON writes it */
export const contentHash = (content: unknown): string =>
  hash('sha256', JSON.stringify(content), 'base64url').slice(0, 22);
