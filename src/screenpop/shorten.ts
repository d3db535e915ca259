/** Cuts a screen-pop to a length: first every text a little, then the oldest of what failed, then what is known. */
import type { ScreenPop } from '../domain/screen-pop.js';
import { clip } from '../lib/visible.js';
import { popText } from './pop-text.js';

/** Characters of one message, tried in this order. */
const lengths = [280, 200, 140, 100, 70, 50];

/** @returns one whose text has at most `most` characters; where even its labels are longer, the wish alone, cut */
export function shorten(pop: ScreenPop, most: number): ScreenPop {
  const isShort = (one: ScreenPop): boolean => popText(one).length <= most;
  for (const length of lengths) {
    const cut = clipped(pop, length);
    if (isShort(cut)) return cut;
  }
  let rest: ScreenPop = { ...clipped(pop, lengths.at(-1) ?? 0), shortened: true };
  while (!isShort(rest)) {
    if (rest.tried.length > 1) rest = { ...rest, tried: rest.tried.slice(1) };
    else if (rest.known.length > 3) rest = { ...rest, known: rest.known.slice(0, -1) };
    else if (rest.last.length > 1) rest = { ...rest, last: rest.last.slice(1) };
    else return wishAlone(pop, most);
  }
  return rest;
}

function clipped(pop: ScreenPop, length: number): ScreenPop {
  let shortened = pop.shortened;
  const cut = <T extends { text: string }>(one: T): T => {
    const text = clip(one.text, length);
    if (text.endsWith('…') && !one.text.endsWith('…')) shortened = true;
    return { ...one, text };
  };
  const [wants, tried, last] = [pop.wants && cut(pop.wants), pop.tried.map(cut), pop.last.map(cut)];
  const known = pop.known.map((one) => ({ ...one, value: clip(one.value, length) }));
  return { ...pop, wants, tried, last, known, shortened };
}

function wishAlone(pop: ScreenPop, most: number): ScreenPop {
  const label = popText({ ...pop, wants: { text: '', turns: [] }, ...nothingElse }).length;
  const wants = pop.wants && {
    ...pop.wants,
    text: clip(pop.wants.text, Math.max(1, most - label)),
  };
  return { ...pop, wants, ...nothingElse, shortened: true };
}

const nothingElse = { intent: null, reason: null, tried: [], known: [], last: [] };
