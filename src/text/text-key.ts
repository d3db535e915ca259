import { hash } from 'node:crypto';

/** A short name for a text, by which it is known again. */
export const textKey = (text: string): string => hash('sha256', text, 'base64url').slice(0, 12);
