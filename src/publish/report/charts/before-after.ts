import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { clip } from '../../../lib/visible.js';
import { type Html, html } from '../html.js';
import { at, drawing, text } from './drawing.js';

export interface BeforeAfter {
  name: string;
  before: number;
  after: number;
  /** Of what is left after; null where it is not known. */
  interval: readonly [low: number, high: number] | null;
  colour: string;
}

const width = 720;
const rowHeight = 30;
const [names, right] = [280, 16];
const longestName = 40;

/** One line a row from a hollow point (before) to a full one (after), with the interval of the latter. @param names of the two, for who cannot see it */
export function beforeAfter(
  label: string,
  rows: readonly BeforeAfter[],
  [first, second]: readonly [string, string] = ['before', 'after'],
): Html {
  const most = max(rows, ({ before, after, interval }) =>
    Math.max(before, after, interval?.[1] ?? 0),
  );
  const x = scaleLinear([0, most || 1], [names, width - right]).clamp(true);
  const said = rows.map(
    ({ name, before, after }) =>
      `${name}: ${before.toFixed(1)} ${first}, ${after.toFixed(1)} ${second}`,
  );
  const marks = rows.map(({ name, before, after, interval, colour }, i) => {
    const y = (i + 0.5) * rowHeight;
    const stroke = `var(--${colour})`;
    return [
      text(clip(name, longestName), { x: names - 10, y, anchor: 'end' }),
      html`<line x1="${at(x(before))}" x2="${at(x(after))}" y1="${y}" y2="${y}" stroke="${stroke}" stroke-width="2"/>`,
      interval &&
        html`<line x1="${at(x(interval[0]))}" x2="${at(x(interval[1]))}" y1="${y}" y2="${y}" stroke="${stroke}" stroke-width="9" stroke-opacity=".3"/>`,
      html`<circle cx="${at(x(before))}" cy="${y}" r="5" fill="var(--paper)" stroke="${stroke}" stroke-width="2"/>`,
      html`<circle cx="${at(x(after))}" cy="${y}" r="5" fill="${stroke}"/>`,
    ];
  });
  return drawing(`${label}: ${said.join('; ')}`, width, rows.length * rowHeight, marks);
}
