/** JSON with rounded numbers, in which characters that would act on a screen stand as escapes. */
import { round } from '../lib/round.js';
import { unprintable, wellFormed } from '../lib/visible.js';

export function toJson(value: unknown, indent?: number): string {
  // Indentation knows line feeds alone, so whatever else is found stands within a string.
  return JSON.stringify(value, plain, indent).replace(unprintable, escaped);
}

/** JSON knows escapes of 16 bits alone: a character beyond them is two. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

function plain(_: string, value: unknown): unknown {
  if (typeof value === 'number') return round(value);
  return typeof value === 'string' ? wellFormed(value) : value;
}
