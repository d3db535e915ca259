import { max, sum } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { type Html, html } from '../html.js';
import { at, drawing, rect, text } from './drawing.js';
import { legend } from './stacked-bar.js';

export interface ColumnSeries {
  name: string;
  colour: string;
  /** One a period. */
  values: readonly number[];
}

const [width, height] = [720, 240];
const [left, right, top, bottom] = [44, 8, 18, 24];
const small = 12;

/**
 * Counts by period as columns in parts; a period in which something was released has a mark above it.
 * @param marked what happened in each period; null where nothing did
 */
export function columns(
  label: string,
  periods: readonly string[],
  series: readonly ColumnSeries[],
  marked: readonly (string | null)[],
  write: (value: number) => string,
): Html {
  const totals = periods.map((_, i) => sum(series, ({ values }) => values[i] ?? 0));
  const x = scaleBand(
    periods.map((_, i) => i),
    [left, width - right],
  ).padding(0.25);
  const y = scaleLinear([0, max(totals) || 1], [height - bottom, top]).nice(4);
  const grid = y
    .ticks(4)
    .map((value) => [
      html`<line x1="${left}" x2="${width - right}" y1="${at(y(value))}" y2="${at(y(value))}" stroke="var(--line)"/>`,
      text(write(value), { x: left - 8, y: y(value), anchor: 'end', muted: true, size: small }),
    ]);
  const marks = periods.map((period, i) => {
    const place = x(i) ?? 0;
    const middle = place + x.bandwidth() / 2;
    let below = 0;
    return [
      series.map(({ values, colour }) => {
        const value = values[i] ?? 0;
        const [foot, head] = [y(below), y(below + value)];
        below += value;
        return value === 0
          ? null
          : rect({
              x: place,
              y: head,
              width: x.bandwidth(),
              height: Math.max(0.5, foot - head - 1),
              colour,
            });
      }),
      text(period, {
        x: middle,
        y: height - bottom / 2,
        anchor: 'middle',
        muted: true,
        size: small,
      }),
      marked[i]
        ? html`<path d="M${at(middle - 6)},2h12l-6,9z" fill="var(--ink)"><title>${marked[i]}</title></path>`
        : null,
    ];
  });
  return html`<figure>${drawing(`${label}; the table below has the figures`, width, height, [grid, marks])}
<figcaption>${label}${marked.some((mark) => mark !== null) ? '; a triangle marks a week with a release' : null}${legend(
    series.map(({ name, colour }) => ({ name, colour, value: 0, shown: '' })),
  )}</figcaption></figure>`;
}
