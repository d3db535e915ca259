import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { clip } from '../../../lib/visible.js';
import type { Html } from '../html.js';
import { drawing, rect, text } from './drawing.js';

export interface Bar {
  name: string;
  value: number;
  shown: string;
  strong?: boolean;
}

const width = 560;
const rowHeight = 24;
const barHeight = 14;
const names = 158;
const values = 90;
const longestName = 24;

/** Horizontal bars with their values; long names are cut. */
export function bars(label: string, rows: readonly Bar[]): Html {
  const said = rows.map(({ name, shown }) => `${name} ${shown}`).join(', ');
  const x = scaleLinear([0, max(rows, ({ value }) => value) || 1], [names, width - values]);
  const marks = rows.map(({ name, value, shown, strong }, i) => {
    const middle = (i + 0.5) * rowHeight;
    const length = Math.max(1, x(value) - names);
    const colour = strong ? 'total' : 'more';
    return [
      text(clip(name, longestName), { x: names - 8, y: middle, anchor: 'end' }),
      rect({ x: names, y: middle - barHeight / 2, width: length, height: barHeight, colour }),
      text(shown, { x: names + length + 6, y: middle }),
    ];
  });
  return drawing(`${label}: ${said}`, width, rows.length * rowHeight, marks);
}
