import { describe, expect, it } from 'vitest';
import { bars } from '../../../src/publish/report/charts/bars.js';
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

  it('draws nothing that is no number when nothing is known', () => {
    expect(draw([null, null, null, null, null])).not.toMatch(/NaN|undefined|d="null"/);
  });
});
