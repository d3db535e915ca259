import { cumsum, extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Html } from '../html.js';
import { drawing, rect, text } from './drawing.js';

export interface Step {
  name: string;
  amount: number;
  shown: string;
}

const width = 460;
const rowHeight = 24;
const barHeight = 14;
const names = 190;
const values = 56;

/**
 * How amounts add up: one bar a step from where the one before ended, and one for their total.
 * @param label what the amounts are
 */
export function waterfall(label: string, steps: readonly Step[], total: Step): Html {
  const ends = [...cumsum(steps, ({ amount }) => amount)];
  const rows = [
    ...steps.map((step, i) => ({
      ...step,
      start: ends[i - 1] ?? 0,
      end: ends[i] ?? 0,
      colour: step.amount < 0 ? 'less' : 'more',
    })),
    { ...total, start: 0, end: total.amount, colour: 'total' },
  ];
  const [low = 0, high = 1] = extent([0, ...rows.flatMap(({ start, end }) => [start, end])]);
  const x = scaleLinear([low, Math.max(high, low + 1)], [names, width - values]);
  const said = rows.map(({ name, shown }) => `${name} ${shown}`).join(', ');
  const marks = rows.map(({ name, start, end, shown, colour }, i) => {
    const middle = (i + 0.5) * rowHeight;
    const [from, to] = [x(Math.min(start, end)), x(Math.max(start, end))];
    const length = Math.max(1, to - from);
    return [
      text(name, { x: names - 8, y: middle, anchor: 'end' }),
      rect({ x: from, y: middle - barHeight / 2, width: length, height: barHeight, colour }),
      text(shown, { x: from + length + 6, y: middle }),
    ];
  });
  return drawing(`${label}: ${said}`, width, rows.length * rowHeight, marks);
}
