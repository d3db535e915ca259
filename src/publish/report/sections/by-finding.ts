import { categories } from '../../../domain/categories.js';
import type { FindingFigures } from '../../../domain/figures.js';
import type { Write } from '../../format.js';
import { beforeAfter } from '../charts/before-after.js';
import { type Html, html } from '../html.js';
import { table } from '../parts.js';

/** What customers think of journeys with each finding; nothing where too few have answered. */
export function byFindingPart(write: Write, found: readonly FindingFigures[]): Html | null {
  if (found.length === 0) return null;
  const rows = found.map(({ category, csatWith, csatWithout }) => ({
    name: categories[category].title,
    before: csatWithout.value,
    after: csatWith.value,
    interval: csatWith.interval,
    colour: colourOf(csatWith.interval, csatWithout.value),
  }));
  return html`<h3>What customers say of it</h3>
<figure>${beforeAfter('Satisfaction of 100', rows, write.count, ['without the finding', 'with it'])}<figcaption>Satisfaction of 100 in journeys without each finding (hollow) and with it (full), the band its 95% interval. Red: less content with it, green: more, beyond chance. A difference is no proof that the finding is its cause.</figcaption></figure>
${table(
  'Satisfaction and complaints with and without each finding',
  [
    { name: 'Finding' },
    { name: 'Linked journeys', number: true },
    { name: 'Satisfaction with it', number: true },
    { name: 'Without', number: true },
    { name: 'Complained with it', number: true },
    { name: 'Without', number: true },
  ],
  found.map((one) => [
    categories[one.category].title,
    write.count(one.journeys),
    write.decimal(one.csatWith.value, 1),
    write.decimal(one.csatWithout.value, 1),
    write.percent(one.complainedWith),
    write.percent(one.complainedWithout),
  ]),
)}`;
}

/** Beyond chance: the interval of the one does not hold the other. */
function colourOf([low, high]: readonly [number, number], without: number): string {
  if (high < without) return 'refused';
  return low > without ? 'pass' : 'c5';
}
