/** From what the bot took the matter for, over the queue, to what became of it. */
import type { FlowCount, OwnerFigures } from '../../../domain/figures.js';
import type { Write } from '../../format.js';
import { plainName } from '../../plain.js';
import { flow } from '../charts/flow.js';
import { type Html, html } from '../html.js';
import { table, words } from '../parts.js';

const rows = 40;
const outcomes: Record<FlowCount['outcome'], string> = {
  resolved: 'Resolved',
  unresolved: 'Not resolved',
  passed_on: 'Passed on',
  unknown: 'Not known',
};
const intentOf = ({ intent }: FlowCount): string =>
  intent === null ? 'others, or none' : plainName(intent);
const queueOf = ({ queue }: FlowCount): string => queue ?? 'other queues';

export function flowPart(write: Write, { flow: ways }: OwnerFigures): Html | null {
  if (ways.length === 0) return null;
  const label = 'From what the bot understood, over the queue, to the outcome';
  return html`<h3>Which way the handoffs go</h3>
<figure>${flow(
    label,
    ways.map((way) => ({
      stations: [intentOf(way), queueOf(way), outcomes[way.outcome]] as const,
      count: way.journeys,
    })),
    write.count,
  )}<figcaption>${label}; bands are as wide as the journeys that went there</figcaption></figure>
<details><summary>The ways as a table</summary>${table(
    'Journeys by way, the most frequent first',
    [
      { name: 'Understood as' },
      { name: 'Queue' },
      { name: 'Outcome' },
      { name: 'Journeys', number: true },
    ],
    ways
      .slice(0, rows)
      .map((way) => [
        words(intentOf(way), 100),
        words(queueOf(way), 100),
        outcomes[way.outcome],
        write.count(way.journeys),
      ]),
  )}</details>`;
}
