import { sum } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { linkHorizontal } from 'd3-shape';
import { clip } from '../../../lib/visible.js';
import { type Html, html } from '../html.js';
import { at, drawing, rect, text } from './drawing.js';

/** A way over three stations, and how many went it. */
export interface Way {
  stations: readonly [from: string, over: string, to: string];
  count: number;
}

const [width, height] = [860, 380];
const bar = 10;
const gap = 12;
const [leftNames, rightNames] = [190, 130];
const longestName = 26;
const places = [leftNames, (leftNames + width - rightNames - bar) / 2, width - rightNames - bar];

interface Node {
  name: string;
  count: number;
  y: number;
  height: number;
  /** How much of its sides is taken by bands so far. */
  taken: { into: number; out: number };
}

/** Bands as wide as what went that way, from station to station (a Sankey diagram of three columns). */
export function flow(label: string, ways: readonly Way[], write: (count: number) => string): Html {
  const total = sum(ways, ({ count }) => count);
  const columns = [0, 1, 2].map((station) => nodesOf(ways, station, total));
  const bands = [0, 1].flatMap((station) => bandsOf(ways, station, columns));
  const marks = columns.flatMap((nodes, station) =>
    [...nodes.values()].map(({ name, count, y, height: tall }) => {
      const x = places[station] ?? 0;
      const [place, anchor] =
        station === 0 ? [x - 8, 'end' as const] : [x + bar + 8, 'start' as const];
      return [
        rect({ x, y, width: bar, height: Math.max(1, tall), colour: 'total' }),
        text(`${clip(name, longestName)} ${write(count)}`, {
          x: place,
          y: y + tall / 2,
          anchor,
          size: 12,
        }),
      ];
    }),
  );
  return drawing(`${label}; the table below has the figures`, width, height, [bands, marks]);
}

function nodesOf(ways: readonly Way[], station: number, total: number): Map<string, Node> {
  const counts = new Map<string, number>();
  for (const { stations, count } of ways) {
    const name = stations[station] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const ordered = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const scale = scaleLinear([0, total || 1], [0, height - gap * (ordered.length + 1)]);
  let y = gap;
  return new Map(
    ordered.map(([name, count]) => {
      const node = { name, count, y, height: scale(count), taken: { into: 0, out: 0 } };
      y += node.height + gap;
      return [name, node];
    }),
  );
}

/** In the order of both sides' nodes, so that bands cross as little as may be. */
function bandsOf(
  ways: readonly Way[],
  station: number,
  columns: readonly Map<string, Node>[],
): Html[] {
  const draw = linkHorizontal<unknown, { x: number; y: number }>()
    .x(({ x }) => x)
    .y(({ y }) => y);
  const joined = new Map<string, { from: Node; to: Node; count: number }>();
  for (const { stations, count } of ways) {
    const from = columns[station]?.get(stations[station] ?? '');
    const to = columns[station + 1]?.get(stations[station + 1] ?? '');
    if (!from || !to) continue;
    const key = JSON.stringify([from.name, to.name]);
    const known = joined.get(key);
    if (known) known.count += count;
    else joined.set(key, { from, to, count });
  }
  return [...joined.values()]
    .sort((a, b) => a.from.y - b.from.y || a.to.y - b.to.y)
    .map(({ from, to, count }) => {
      const [start, end] = [from.height * (count / from.count), to.height * (count / to.count)];
      const source = { x: (places[station] ?? 0) + bar, y: from.y + from.taken.out + start / 2 };
      const target = { x: places[station + 1] ?? 0, y: to.y + to.taken.into + end / 2 };
      from.taken.out += start;
      to.taken.into += end;
      const path = draw({ source, target })?.replace(/\d+\.\d+/g, (n) => String(at(Number(n))));
      return html`<path d="${path ?? ''}" fill="none" stroke="var(--c5)" stroke-opacity=".45" stroke-width="${at(Math.max(0.5, (start + end) / 2))}"/>`;
    });
}
