import type { Engine } from '../engine.js';
import { embeddedShadow } from './embedded-shadow.js';
import { nlpjs } from './nlpjs.js';
import { shadow } from './shadow.js';

/** The first is used where the config names none. */
export const engines: readonly Engine[] = [shadow, embeddedShadow, nlpjs];

export function engineById(id: string): Engine | undefined {
  return engines.find((engine) => engine.id === id);
}
