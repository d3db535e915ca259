import type { Random } from '../lib/random.js';

const choice = /\(([^()]*\|[^()]*)\)/g;

/** One reading of a template: `(hi|hello|)` picks one, `{slot}` is filled. Choices may nest. */
export function render(
  template: string,
  random: Random,
  fill: (slot: string) => string = (slot) => slot,
): string {
  let text = template;
  while (text.includes('(')) {
    const next = text.replace(choice, (_, inner: string) => random.pick(inner.split('|')));
    if (next === text) break;
    text = next;
  }
  text = text.replace(/\{(\w+)\}/g, (_, slot: string) => fill(slot));
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([?.,!])/g, '$1')
    .trim();
}

/** The slots that a template mentions. */
export function slotsOf(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}
