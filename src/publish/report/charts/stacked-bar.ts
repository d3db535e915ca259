import { cumsum, sum } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../html.js';
import { drawing, rect } from './drawing.js';

/** One part of a bar; `colour` names a variable of the style sheet, which its legend shares. */
export interface Part {
  name: string;
  value: number;
  shown: string;
  colour: string;
}

const width = 720;
const height = 28;
const gap = 1;

/** Shares of a whole as one bar, with its legend below. */
export function stackedBar(label: string, parts: readonly Part[]): Html {
  const said = `${label}: ${parts.map(({ name, shown }) => `${name} ${shown}`).join(', ')}`;
  return html`<figure class="stacked">${bar(
    said,
    parts,
    sum(parts, ({ value }) => value),
  )}
<figcaption>${legend(parts)}</figcaption></figure>
`;
}

/**
 * @param label what a reader who cannot see it is told
 * @param whole the value that fills the width: bars that stand above one another share it
 */
export function bar(label: string, parts: readonly Part[], whole: number): Html | null {
  const shown = parts.filter(({ value }) => value > 0);
  if (shown.length === 0 || whole <= 0) return null;
  const x = scaleLinear([0, whole], [0, width]);
  const ends = cumsum(shown, ({ value }) => value);
  const marks = shown.map(({ value, colour }, i) => {
    const end = x(ends[i] ?? 0);
    const length = Math.max(0.5, x(value) - gap);
    return rect({ x: end - length - gap, y: 0, width: length, height, colour });
  });
  return drawing(label, width, height, marks);
}

export function legend(parts: readonly Part[]): Html {
  return html`<ul class="legend">${parts.map(
    ({ name, shown, colour }) =>
      html`<li><i style="background:var(--${colour})"></i>${name} <b>${shown}</b></li>`,
  )}</ul>`;
}
