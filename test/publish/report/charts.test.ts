import { describe, expect, it } from 'vitest';
import { bars } from '../../../src/publish/report/charts/bars.js';
import { beforeAfter } from '../../../src/publish/report/charts/before-after.js';
import { columns } from '../../../src/publish/report/charts/columns.js';
import { flow } from '../../../src/publish/report/charts/flow.js';
import { heatLegend, heatMap } from '../../../src/publish/report/charts/heat-map.js';
import { bar } from '../../../src/publish/report/charts/stacked-bar.js';
import { trend } from '../../../src/publish/report/charts/trend.js';
import { waterfall } from '../../../src/publish/report/charts/waterfall.js';

const numbers = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(` ${attribute}="(-?[\\d.]+)"`, 'g'))].map(([, n]) => Number(n));
const part = (name: string, value: number) => ({ name, value, shown: String(value), colour: 'c1' });

describe('a stacked bar', () => {
  it('gives each part its share of the width, and nothing to what is zero', () => {
    const svg = bar('x', [part('a', 1), part('none', 0), part('b', 3)], 4)?.text ?? '';
    expect(numbers(svg, 'x')).toEqual([0, 180]);
    // Of 720 pixels, less one between parts.
    expect(numbers(svg, 'width')).toEqual([179, 539]);
  });

  it('leaves room where others on the same scale are longer', () => {
    expect(numbers(bar('x', [part('a', 2)], 8)?.text ?? '', 'width')).toEqual([179]);
  });

  it('is not drawn of nothing', () => {
    expect(bar('x', [part('a', 0)], 0)).toBeNull();
  });
});

it('a waterfall starts each step where the one before ended, below zero as well', () => {
  const step = (amount: number) => ({ name: 'n', amount, shown: '' });
  const svg = waterfall('x', [step(60), step(-80), step(30)], step(10)).text;
  const starts = numbers(svg.replace(/<text[^>]*>/g, ''), 'x');
  const lengths = numbers(svg, 'width');
  const [first = 0, second = 0, third = 0, total = 0] = starts;
  // Falls from 60 to -20, the lowest; rises from there.
  expect(second).toBeCloseTo(third, 1);
  expect(first).toBeCloseTo(total, 1);
  expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(80 / 60, 2);
});

it('bars are as long as their values, and escape their names', () => {
  const row = (value: number) => ({ name: '<b>', value, shown: `"${value}"` });
  const svg = bars('x', [row(10), row(5)]).text;
  expect(numbers(svg, 'width')).toEqual([312, 156]);
  expect(svg).not.toMatch(/<b>|""/);
});

describe('a trend', () => {
  const draw = (values: (number | null)[]) =>
    trend('x', ['a', 'b', 'c', 'd', 'e'], [{ name: '', colour: 'c1', values }], String).text;

  it('has a gap where a value is not known', () => {
    expect(
      draw([1, 2, null, 4, 5])
        .match(/ d="([^"]*)"/)?.[1]
        ?.match(/M/g),
    ).toHaveLength(2);
    expect(
      draw([1, 2, 3, 4, 5])
        .match(/ d="([^"]*)"/)?.[1]
        ?.match(/M/g),
    ).toHaveLength(1);
  });

  it('starts at zero, or below where a value does', () => {
    expect(draw([8, 9, 10, 9, 8])).toContain('>0</text>');
    expect(draw([-8, 9, 10, 9, 8])).toMatch(/>-\d+<\/text>/);
  });

  it('draws the interval of a value, and none where there is no value', () => {
    const bands = (value: number | null) =>
      trend(
        'x',
        ['a'],
        [{ name: '', colour: 'c1', values: [value], intervals: [[1, 3]] }],
        String,
      ).text.match(/stroke-opacity/g)?.length ?? 0;
    expect(bands(2)).toBe(1);
    expect(bands(null)).toBe(0);
  });

  it('draws nothing that is no number when nothing is known', () => {
    expect(draw([null, null, null, null, null])).not.toMatch(/NaN|undefined|d="null"/);
  });
});

describe('a heat map', () => {
  const hours = Array.from({ length: 24 }, (_, i) => String(i));
  const draw = (
    cells: Parameters<typeof heatMap>[3],
    outlines: Parameters<typeof heatMap>[4] = [],
  ) => heatMap('x', ['Mon', 'Tue'], hours, cells, outlines).text;
  const frames = (svg: string) => svg.match(/fill="none"/g)?.length ?? 0;

  it('is the darker the larger the share, and empty where there is too little', () => {
    const svg = draw([
      { row: 0, column: 1, share: 0.1 },
      { row: 0, column: 2, share: 0.9 },
      { row: 1, column: 3, share: null },
    ]);
    const [pale = 1, dark = 0, ...more] = numbers(svg, 'fill-opacity');
    expect(dark).toBeGreaterThan(pale);
    expect(more).toEqual([]);
  });

  it('has a legend in the colours of its cells', () => {
    const [, cell] =
      draw([{ row: 0, column: 1, share: 0.5 }]).match(/fill-opacity="([^"]*)"/) ?? [];
    const legend = heatLegend([0, 0.5], (share) => `${100 * share} of 100`).text;
    expect(legend).toMatch(new RegExp(`opacity:${cell}"></i>50 of 100`));
  });

  it('outlines what was confirmed, over midnight in two pieces, and nothing else', () => {
    const cells = [{ row: 0, column: 1, share: 1 }];
    expect(frames(draw(cells))).toBe(0);
    expect(frames(draw(cells, [{ rows: [0, 1], from: 9, to: 12, label: 'a' }]))).toBe(2);
    expect(frames(draw(cells, [{ rows: [0], from: 22, to: 2, label: 'a' }]))).toBe(2);
  });
});

describe('columns by week', () => {
  const draw = (marked: (string | null)[]) =>
    columns(
      'x',
      ['a', 'b'],
      [
        { name: 'one', colour: 'c1', values: [10, 0] },
        { name: 'two', colour: 'c2', values: [30, 20] },
      ],
      marked,
      String,
    ).text;

  it('stand on one another, and are as high as their counts', () => {
    const heights = numbers(draw([null, null]).replace(/<svg[^>]*>/, ''), 'height');
    expect(heights).toHaveLength(3);
    expect(((heights[1] ?? 0) + 1) / ((heights[0] ?? 0) + 1)).toBeCloseTo(3, 1);
  });

  it('have a mark where something went live, and say what', () => {
    expect(draw([null, null])).not.toContain('<path');
    expect(draw([null, 'taught <b>']).match(/<path/g)).toHaveLength(1);
    expect(draw([null, 'taught <b>'])).toContain('<title>taught &lt;b&gt;</title>');
  });
});

it('before and after stand on one scale, with the interval around after', () => {
  const svg = beforeAfter(
    'x',
    [
      { name: 'n', before: 10, after: 5, interval: [4, 7], colour: 'less' },
      { name: 'm', before: 2, after: 2, interval: null, colour: 'c5' },
    ],
    (value) => `${value} a day`,
  ).text;
  const [before = 0, after = 0, same, still] = numbers(svg, 'cx');
  expect(before).toBeGreaterThan(after);
  expect(same).toBe(still);
  expect(svg.match(/stroke-width="9"/g)).toHaveLength(1);
  // What the scale says at ten is where ten is drawn.
  expect(svg).toContain('>0 a day</text>');
  expect(svg).toMatch(new RegExp(`<text x="${before}"[^>]*>10 a day</text>`));
});

it('a flow draws a band for each pair of stations that is as wide as what goes there', () => {
  const svg = flow(
    'x',
    [
      { stations: ['a', 'q', 'done'], count: 30 },
      { stations: ['b', 'q', 'done'], count: 10 },
      { stations: ['b', 'r', 'open'], count: 10 },
    ],
    String,
  ).text;
  const bands = numbers(svg, 'stroke-width');
  expect(bands).toHaveLength(5);
  expect((bands[0] ?? 0) / (bands[1] ?? 1)).toBeCloseTo(3, 0);
  expect(svg).toContain('b 20');
});

it('a trend shows the interval of each period that has one', () => {
  const svg = trend(
    'x',
    ['a', 'b'],
    [{ name: '', colour: 'c1', values: [1, 2], intervals: [[0, 3], null] }],
    String,
  ).text;
  expect(svg.match(/stroke-opacity/g)).toHaveLength(1);
});
