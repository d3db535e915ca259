import {
  healthyReading,
  heldBackBy,
  readingNames,
  unhealthyIn,
} from '../../../domain/ask-reading.js';
import type { Report } from '../../../domain/report.js';
import type { Write } from '../../format.js';
import { type Html, html } from '../html.js';
import { section, table } from '../parts.js';

const notReadWell = html`<p>Agents here are not read well, so suggestions that change a slot are held back, and findings about slots are to be looked at before they are believed.</p>`;
const codesSayLittle = html`<p>Agents' wrap-up codes hardly have to do with what customers say, so no training phrases are suggested, and what customers wanted is to be looked at before it is believed. <code>handback outcomes</code> shows each code beside the words of its contacts.</p>`;

/** How well the night read what agents ask for, beside what is usual, and what follows where it does not. */
export function asksReadSection(write: Write, { reading }: Report): Html {
  const unhealthy = unhealthyIn(reading);
  const range = (from: number, to: number) =>
    `${write.wholePercent(from)} to ${write.wholePercent(to)}`;
  const held = heldBackBy(reading);
  const body = html`${held.has('slots') ? notReadWell : null}${held.has('phrases') ? codesSayLittle : null}
${table(
  'Shares that show whether findings can be relied on',
  [
    { name: 'Share' },
    { name: 'Tonight', number: true },
    { name: '95 % interval', number: true },
    { name: 'Healthy', number: true },
    { name: 'Verdict' },
  ],
  readingNames.map((name) => {
    const { title, from, to } = healthyReading[name];
    const found = reading[name] ?? null;
    return [
      title,
      write.percent(found?.value ?? null),
      found === null ? 'unknown' : range(...found.interval),
      range(from, to),
      found === null ? 'too few to say' : unhealthy.includes(name) ? 'outside' : 'fine',
    ];
  }),
)}`;
  return section('asks-read', 'How well agents are read', body);
}
