/** Charts as SVG text, drawn on the server by echarts: no script reaches the page. Colours are the page's own. */
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ValuePart } from '../../domain/ticket.js';
import { clip } from '../../lib/visible.js';
import { decimal } from '../format.js';
import { type Html, html, unsafe } from './html.js';
import type { Part } from './parts.js';

use([BarChart, CustomChart, LineChart, GridComponent, SVGRenderer]);

const ink = 'var(--ink)';
const muted = 'var(--muted)';
const line = 'var(--line)';
const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };

/** @param label what a reader who cannot see it is told. */
function draw(label: string, width: number, height: number, option: EChartsCoreOption): Html {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'inherit', color: ink },
    ...option,
  });
  const svg = tidy(chart.renderToSVGString());
  chart.dispose();
  return html`<div class="chart" role="img" aria-label="${label}" style="max-width:${width}px">${unsafe(svg)}</div>`;
}

/** Takes out what counts up with every chart of the process (ids, classes) and what only a script would read. */
function tidy(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:ecmeta_\w+|class|pointer-events|clip-path|xmlns:xlink|baseProfile)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>/, '')
    .replace(/<defs[\s\S]*?<\/defs>/g, '')
    .replace(/^<svg width="\d+" height="\d+"/, '<svg aria-hidden="true" focusable="false"')
    .replace(/\n+/g, '');
}

/** Shares of a whole as one bar, with its legend below. */
export function stackedBar(label: string, parts: readonly Part[]): Html {
  const shown = parts.filter(({ value }) => value > 0);
  const bar = draw(
    `${label}: ${parts.map((one) => `${one.name} ${one.shown}`).join(', ')}`,
    720,
    28,
    {
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: 'value', show: false, max: 'dataMax' },
      yAxis: { type: 'category', show: false, data: [''] },
      series: shown.map(({ value, colour }) => ({
        type: 'bar',
        stack: 'all',
        silent: true,
        barWidth: 28,
        data: [value],
        itemStyle: { color: `var(--${colour})`, borderColor: 'var(--paper)', borderWidth: 1 },
      })),
    },
  );
  return html`<figure class="stacked">${shown.length > 0 ? stretched(bar) : null}
<figcaption><ul class="legend">${parts.map(
    ({ name, shown: text, colour }) =>
      html`<li><i style="background:var(--${colour})"></i>${name} <b>${text}</b></li>`,
  )}</ul></figcaption></figure>
`;
}

/** A bar without words may take whatever width there is. */
const stretched = ({ text }: Html): Html =>
  unsafe(text.replace('<svg ', '<svg preserveAspectRatio="none" '));

/** How a ticket's minutes a week add up: one bar a part, from where the one before ended. */
export function waterfall(parts: readonly ValuePart[], total: number): Html {
  let end = 0;
  const steps = parts.map(({ factor, amount }) => {
    const start = end;
    end += amount;
    return { name: clip(factor, 26), start, end, amount };
  });
  const rows = [...steps, { name: 'Total', start: 0, end: total, amount: total }];
  const label = rows.map(({ name, amount }) => `${name} ${decimal(amount, 1)}`).join(', ');
  const ends = rows.flatMap((row) => [row.start, row.end]);
  return draw(`Minutes a week: ${label}`, 420, rows.length * 24 + 8, {
    grid: { left: 168, right: 56, top: 4, bottom: 4 },
    xAxis: { type: 'value', show: false, min: Math.min(0, ...ends), max: Math.max(1, ...ends) },
    yAxis: {
      ...bare,
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLabel: { color: ink, fontSize: 13 },
    },
    series: [
      { type: 'custom', silent: true, clip: false, data: rows.map(bounds), renderItem: step },
    ],
  });

  function bounds(row: (typeof rows)[number], i: number) {
    return { value: [row.start, i, row.end] };
  }

  function step(
    { dataIndex }: { dataIndex: number },
    api: { coord(value: number[]): number[] },
  ): object {
    const row = rows[dataIndex] ?? { start: 0, end: 0, amount: 0 };
    const [from = 0, y = 0] = api.coord([row.start, dataIndex]);
    const [to = 0] = api.coord([row.end, dataIndex]);
    const [x, width] = [Math.min(from, to), Math.max(1, Math.abs(to - from))];
    const last = dataIndex === rows.length - 1;
    const fill = last ? 'var(--total)' : row.amount < 0 ? 'var(--less)' : 'var(--more)';
    const text = decimal(row.amount, 1);
    return {
      type: 'group',
      children: [
        { type: 'rect', shape: { x, y: y - 7, width, height: 14 }, style: { fill } },
        {
          type: 'text',
          style: {
            x: x + width + 6,
            y: y - 7,
            text,
            fill: ink,
            fontSize: 13,
            fontFamily: 'inherit',
          },
        },
      ],
    };
  }
}

/** Horizontal bars with their values, longest name cut. */
export function bars(
  label: string,
  rows: readonly { name: string; value: number; shown: string; strong?: boolean }[],
): Html {
  const told = rows.map(({ name, shown }) => `${name} ${shown}`).join(', ');
  return draw(`${label}: ${told}`, 560, rows.length * 24 + 8, {
    grid: { left: 150, right: 90, top: 4, bottom: 4 },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      ...bare,
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => clip(name, 24)),
      axisLabel: { color: ink, fontSize: 13 },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: 14,
        data: rows.map(({ value, strong, shown }) => ({
          value,
          itemStyle: { color: strong ? 'var(--total)' : 'var(--more)' },
          label: { show: true, position: 'right', formatter: shown, color: ink, fontSize: 13 },
        })),
      },
    ],
  });
}

export interface Series {
  name: string;
  colour: string;
  /** null is a day without the figure: the line has a gap. */
  values: readonly (number | null)[];
}

/** One figure by day; small, to stand beside others. */
export function trend(
  label: string,
  days: readonly string[],
  series: readonly Series[],
  digits: number,
): Html {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const last = days.length - 1;
  return draw(`${label}, by day; the table below has the figures`, 400, 130, {
    grid: { left: 40, right: 12, top: 10, bottom: 24 },
    xAxis: {
      ...bare,
      type: 'category',
      boundaryGap: false,
      data: days,
      axisLabel: {
        color: muted,
        fontSize: 12,
        interval: (i: number) => i === 0 || i === last,
        formatter: (day: string) => day.slice(5),
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: {
      ...bare,
      type: 'value',
      min: known.length > 0 && Math.min(...known) < 0 ? undefined : 0,
      splitNumber: 2,
      splitLine: { show: true, lineStyle: { color: line } },
      axisLabel: {
        color: muted,
        fontSize: 12,
        formatter: (value: number) => decimal(value, digits),
      },
    },
    series: series.map(({ values, colour }) => ({
      type: 'line',
      silent: true,
      clip: false,
      symbol: 'circle',
      symbolSize: 3,
      showAllSymbol: true,
      lineStyle: { color: `var(--${colour})`, width: 2 },
      itemStyle: { color: `var(--${colour})` },
      data: values.map((value) => value ?? '-'),
    })),
  });
}
