/** When the bot fails: hour by weekday, with the hours outlined that a test has confirmed. */
import type { Report } from '../../../domain/report.js';
import type { Window } from '../../../domain/ticket.js';
import { type Write, windowOf } from '../../format.js';
import { plainSentence } from '../../plain.js';
import { heatLegend, heatMap } from '../charts/heat-map.js';
import { type Html, html } from '../html.js';
import { table } from '../parts.js';

/** With fewer sessions a cell shows chance. */
const fewestSessions = 5;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const days: Record<Window['days'], readonly number[]> = {
  weekdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
  all: [0, 1, 2, 3, 4, 5, 6],
};

export function hoursPart(write: Write, { figures: { hours }, tickets }: Report): Html | null {
  if (hours.length === 0) return null;
  const outlines = tickets.flatMap(({ window, listed, title, intents }) =>
    window && listed
      ? [
          {
            rows: days[window.days],
            from: window.from,
            to: window.to,
            label: plainSentence(write, title, intents),
          },
        ]
      : [],
  );
  const cells = hours.map(({ weekday, hour, sessions, failed }) => ({
    row: weekday,
    column: hour,
    share: sessions < fewestSessions ? null : failed / sessions,
  }));
  const byCell = new Map(hours.map((one) => [24 * one.weekday + one.hour, one]));
  const outlined =
    outlines.length === 0
      ? 'No hours are outlined: none fails more than the others but for chance.'
      : `Outlined, as tested on many days: ${outlines.map(({ label }) => label).join('; ')}. What is dark without an outline may be chance.`;
  return html`<h3>When it fails</h3>
<figure>${heatMap(
    'Share of sessions that escalate or are given up, by weekday and hour',
    weekdays,
    Array.from({ length: 24 }, (_, hour) => String(hour)),
    cells,
    outlines,
  )}
${heatLegend([0, 0.25, 0.5, 0.75, 1], write.wholePercent)}
<figcaption>Share of sessions that escalate or are given up, by the hour in which they began: hours with fewer than ${write.count(fewestSessions)} sessions are left empty. ${outlined}</figcaption></figure>
<details><summary>The hours as a table</summary>${table(
    'Sessions that failed, of all that began in that hour',
    [{ name: 'Hour' }, ...weekdays.map((name) => ({ name, number: true }))],
    Array.from({ length: 24 }, (_, hour) => [
      windowOf({ days: 'all', from: hour, to: (hour + 1) % 24 || 24 }).replace(/^.*, /, ''),
      ...weekdays.map((_name, weekday) => {
        const own = byCell.get(24 * weekday + hour);
        return own ? `${write.count(own.failed)} of ${write.count(own.sessions)}` : '';
      }),
    ]),
  )}</details>`;
}
