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
const [names, right, bottom] = [280, 16, 22];
const small = 11;
const longestName = 40;

/**
 * One line a row from a hollow point (before) to a full one (after), with the interval of the latter, on one scale from zero.
 * @param names of the two, for who cannot see it
 * @param show a value of the scale as the locale writes it
 */
export function beforeAfter(
  label: string,
  rows: readonly BeforeAfter[],
  show: (value: number) => string,
  [first, second]: readonly [string, string] = ['before', 'after'],
): Html {
  const most = max(rows, ({ before, after, interval }) =>
    Math.max(before, after, interval?.[1] ?? 0),
  );
  const x = scaleLinear([0, most || 1], [names, width - right]).clamp(true);
  const height = rows.length * rowHeight;
  const scale = x.ticks(5).map((value) => [
    html`<line x1="${at(x(value))}" x2="${at(x(value))}" y1="0" y2="${height}" stroke="var(--line)"/>`,
    text(show(value), {
      x: x(value),
      y: height + bottom / 2,
      anchor: 'middle',
      size: small,
      muted: true,
    }),
  ]);
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
  return drawing(`${label}: ${said.join('; ')}`, width, height + bottom, [scale, marks]);
}
