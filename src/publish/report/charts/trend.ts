import { extent } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { type Html, html } from '../html.js';
import { at, drawing, text } from './drawing.js';

export interface Series {
  name: string;
  colour: string;
  /** null is a period without the figure: the line has a gap. */
  values: readonly (number | null)[];
  /** One a period, drawn behind the line; null where it is not known. */
  intervals?: readonly (readonly [low: number, high: number] | null)[];
}

const width = 400;
const height = 130;
const [left, right, top, bottom] = [44, 16, 10, 24];
const small = 12;

/**
 * One figure by period; small, to stand beside others.
 * @param periods short names, of which the first and the last are written
 * @param write an axis value as the locale writes it
 */
export function trend(
  label: string,
  periods: readonly string[],
  series: readonly Series[],
  write: (value: number) => string,
): Html {
  const places = periods.map((_, i) => i);
  const x = scalePoint(places, [left, width - right]);
  const y = scaleLinear(domainOf(series), [height - bottom, top]).nice(3);
  const placeOf = (i: number): number => x(i) ?? left;
  const grid = y
    .ticks(3)
    .map((value) => [
      html`<line x1="${left}" x2="${width - right}" y1="${at(y(value))}" y2="${at(y(value))}" stroke="var(--line)"/>`,
      text(write(value), { x: left - 8, y: y(value), anchor: 'end', muted: true, size: small }),
    ]);
  const path = line<number | null>(
    (_, i) => placeOf(i),
    (value) => y(value ?? 0),
  )
    .defined((value) => value !== null)
    .digits(1);
  const spans = series.map(({ values, intervals = [], colour }) =>
    intervals.map((interval, i) =>
      interval === null || values[i] === null
        ? null
        : html`<line x1="${at(placeOf(i))}" x2="${at(placeOf(i))}" y1="${at(y(interval[0]))}" y2="${at(y(interval[1]))}" stroke="var(--${colour})" stroke-width="7" stroke-opacity=".3"/>`,
    ),
  );
  const lines = series.map(({ values, colour }) => [
    html`<path d="${path(values) ?? ''}" fill="none" stroke="var(--${colour})" stroke-width="2"/>`,
    values.map((value, i) =>
      value === null
        ? null
        : html`<circle cx="${at(placeOf(i))}" cy="${at(y(value))}" r="2" fill="var(--${colour})"/>`,
    ),
  ]);
  const foot = height - bottom / 2;
  const ends = [
    text(periods[0] ?? '', { x: left, y: foot, muted: true, size: small }),
    periods.length > 1 &&
      text(periods.at(-1) ?? '', {
        x: width - right,
        y: foot,
        anchor: 'end',
        muted: true,
        size: small,
      }),
  ];
  return drawing(`${label}; the table below has the figures`, width, height, [
    grid,
    spans,
    lines,
    ends,
  ]);
}

/** From zero, unless a value lies below it. */
function domainOf(series: readonly Series[]): [number, number] {
  const known = series.flatMap(({ values, intervals = [] }) => [
    ...values.filter((value) => value !== null),
    ...intervals.flatMap((interval) => interval ?? []),
  ]);
  const [low, high] = extent([0, ...known]);
  return low === undefined || high === undefined || low === high ? [0, 1] : [low, high];
}
