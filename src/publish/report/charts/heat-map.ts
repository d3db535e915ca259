import { scaleLinear } from 'd3-scale';
import { type Content, type Html, html } from '../html.js';
import { at, drawing, text } from './drawing.js';

export interface HeatCell {
  row: number;
  column: number;
  /** 0 to 1; null where there is too little to say: the cell stays empty. */
  share: number | null;
}

/** A stretch of columns in some rows that is outlined. */
export interface Outline {
  rows: readonly number[];
  from: number;
  /** Exclusive. */
  to: number;
  label: string;
}

const cell = 26;
const [left, top] = [44, 20];
const small = 11;
/** Never quite without colour: an hour in which nothing failed differs from one with too few sessions. */
const shade = scaleLinear([0, 1], [0.04, 1]).clamp(true);
const opacityOf = (share: number): number => at(10 * shade(share)) / 10;

/** Shares by row and column, the darker the larger; outlines mark what a test has confirmed. */
export function heatMap(
  label: string,
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly HeatCell[],
  outlines: readonly Outline[],
): Html {
  const names: Content[] = [
    rows.map((name, i) =>
      text(name, { x: left - 6, y: top + (i + 0.5) * cell, anchor: 'end', size: small }),
    ),
    columns.map((name, i) =>
      i % 3 === 0
        ? text(name, {
            x: left + (i + 0.5) * cell,
            y: top / 2,
            anchor: 'middle',
            size: small,
            muted: true,
          })
        : null,
    ),
  ];
  const marks = cells.map(({ row, column, share }) =>
    share === null
      ? null
      : html`<rect x="${left + column * cell + 1}" y="${top + row * cell + 1}" width="${cell - 2}" height="${cell - 2}" fill="var(--c3)" fill-opacity="${opacityOf(share)}"/>`,
  );
  const frames = outlines.map(({ rows: own, from, to, label: name }) =>
    own.map((row) =>
      piecesOf(from, to, columns.length).map(
        ([start, end]) =>
          html`<rect x="${left + start * cell}" y="${top + row * cell}" width="${(end - start) * cell}" height="${cell}" fill="none" stroke="var(--ink)" stroke-width="2"><title>${name}</title></rect>`,
      ),
    ),
  );
  return drawing(
    `${label}; the table below has the figures`,
    left + columns.length * cell + 4,
    top + rows.length * cell + 4,
    [names, marks, frames],
  );
}

/** What the colours mean: some shares with theirs. */
export function heatLegend(shares: readonly number[], show: (share: number) => string): Html {
  return html`<ul class="legend">${shares.map(
    (share) =>
      html`<li><i style="background:var(--c3);opacity:${opacityOf(share)}"></i>${show(share)}</li>`,
  )}</ul>`;
}

/** A stretch that goes over the last column goes on at the first. */
const piecesOf = (from: number, to: number, columns: number): [number, number][] =>
  from < to
    ? [[from, to]]
    : [
        [from, columns],
        [0, to],
      ];
